package io.gradlab.nn.kernel.cuda;

/** A kernel by name, looked up on the device when it is first used. */
final class Kernel {
    private final Stream stream;
    private final String module;
    private final String name;
    private long function; // 0 before the first use

    Kernel(Stream stream, String module, String name) {
        this.stream = stream;
        this.module = module;
        this.name = name;
    }

    /** Begins a launch; the arguments follow in the kernel's order, then {@link Launch#go}. */
    Launch on(Grid grid) {
        if (function == 0) {
            function = stream.driver().function(module, name);
        }
        return stream.begin(function, grid);
    }

    /** Returns the PTX resource that holds it, without its ending. */
    String module() {
        return module;
    }

    @Override
    public String toString() {
        return name;
    }
}
