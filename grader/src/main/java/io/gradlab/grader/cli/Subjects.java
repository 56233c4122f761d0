package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.course.Labs;
import io.gradlab.course.Variant;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.course.probe.Subject;
import io.gradlab.grader.run.LabChecks;

/**
 * Makes the subject that a command's {@code --with} asks for; here is where {@code mine} will go through the compiler.
 */
public final class Subjects {

    private Subjects() {}

    /**
     * Returns the subject of a lab's implementation.
     *
     * @throws UserError if the class path has none
     */
    public static Subject of(LabChecks lab, Variant variant) {
        try {
            Object implementation = Labs.find(lab.lab(), lab.contract(), variant);
            return new DirectSubject(
                    lab.contract(), implementation, () -> Labs.find(lab.lab(), lab.contract(), Variant.CORE));
        } catch (IllegalArgumentException absent) {
            throw new UserError(String.valueOf(absent.getMessage()), absent);
        }
    }
}
