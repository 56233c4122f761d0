package io.gradlab.grader.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** Marks a method that checks one thing about a task; it takes a {@link Bench}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
public @interface Check {

    /** What is checked, as it follows the task's title in a sentence: {@code weight gradient}. */
    String value();

    /** What it is worth. */
    double points();

    /** Where it stands on the ladder; the lowest comes first. */
    int rank();
}
