package io.gradlab.lab2.analysis;

import java.util.List;

/**
 * Something to find out about a run.
 *
 * @param name as on the command line
 * @param says what it shows, in half a line, for the command's help
 * @param needsRuns whether it compares runs, so that it makes sense only with {@code --runs}
 */
record Analysis(String name, String says, boolean needsRuns, Work work) {

    /** How it is found out. */
    @FunctionalInterface
    interface Work {
        /** Returns the pictures and tables, in the order of the report. */
        List<Finding> of(TrainedRun run, AnalysisOptions options);
    }

    static Analysis ofOne(String name, String says, Work work) {
        return new Analysis(name, says, false, work);
    }

    static Analysis ofSeveral(String name, String says, Work work) {
        return new Analysis(name, says, true, work);
    }
}
