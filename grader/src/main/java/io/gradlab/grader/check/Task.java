package io.gradlab.grader.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Marks a class that checks one task; its {@link Check} methods are the rungs of a ladder. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(BenchResolver.class)
@TestMethodOrder(RankOrder.class)
public @interface Task {

    /** The task's id: {@code 1.8} is task 8 of lab1. */
    String id();

    /** What the student writes: {@code dense layer}. */
    String title();

    /** What it is worth; the sum over its rungs. A task with 0 points is checked only when asked for by its id. */
    double points();

    /** Whether it trains for seconds, so that who runs checks many times over may leave it out. */
    boolean training() default false;
}
