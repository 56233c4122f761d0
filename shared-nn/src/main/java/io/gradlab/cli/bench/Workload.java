package io.gradlab.cli.bench;

/** Something whose speed is measured, one step at a time. */
interface Workload {

    /** Returns the name, as {@code --only} takes it. */
    String name();

    /** Returns what one step does, for people. */
    String description();

    /** Prepares the data; called once, before any step. */
    void prepare();

    /** Does one step. */
    void step();

    /** Returns the floating-point operations of one step; 0 where they are not what limits the speed. */
    double flops();

    /** Returns the value to report for a median step of so many seconds. */
    double value(double seconds);

    /** Returns the unit of {@link #value}. */
    String unit();

    /** Returns whether the fastest of many short samples counts, not the median: for methods, which noise only slows. */
    default boolean fastestCounts() {
        return false;
    }

    /** Returns how long to run before measuring: until the JIT compiler is done with the loops. */
    default double warmUpSeconds() {
        return 2;
    }
}
