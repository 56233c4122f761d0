package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/**
 * A parameter that an optimizer is to change, all tensors of one shape and on one device.
 *
 * @param value w, which is changed in place
 * @param gradient g
 * @param moments what the optimizer keeps of it: nothing, a velocity, or Adam's two moments; changed in place
 * @param decayed whether the step of weights applies, or that of the other parameters
 */
public record Update(Tensor value, Tensor gradient, List<Tensor> moments, boolean decayed) {}
