package io.gradlab.grader.run;

import java.util.List;

/** The checks of a lab, found by {@link java.util.ServiceLoader}. */
public interface LabChecks {

    /** Returns the lab, for example {@code lab1}. */
    String lab();

    /** Returns the lab's contract. */
    Class<?> contract();

    /** Returns the check classes in the order of the tasks, each with {@link io.gradlab.grader.check.Task}. */
    List<Class<?>> classes();
}
