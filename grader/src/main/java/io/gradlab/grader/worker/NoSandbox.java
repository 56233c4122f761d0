package io.gradlab.grader.worker;

/** A process of its own and nothing more: for the student's own code on his own machine. */
record NoSandbox() implements Sandbox {
    @Override
    public String description() {
        return "none: submissions can read your files and use the network";
    }

    @Override
    public boolean isolates() {
        return false;
    }

    @Override
    public Cell open(Program program, Limits limits) {
        return new Cell(program.command(limits));
    }
}
