package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.tensor.Tensor;

/** A layer that can do the work of an activation after it while it writes its results. */
interface Fusing {
    /** Does what {@link Layer#forward} does, and then the epilogue. */
    Tensor forward(Tensor input, Pass pass, Epilogue epilogue);
}
