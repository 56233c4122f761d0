package io.gradlab.course;

/** Which of a lab's optimizers trains a network. */
public enum OptimizerKind {
    /** Adam. */
    ADAM,
    /** Plain gradient descent. */
    SGD
}
