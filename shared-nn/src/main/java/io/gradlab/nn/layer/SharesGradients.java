package io.gradlab.nn.layer;

/** A layer that can put the gradient with respect to its input into a space that other layers use, too. */
interface SharesGradients {
    /** Uses a space instead of the one that it had. */
    void shareGradients(GradientSpace space);
}
