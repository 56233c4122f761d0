package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory for gradients with respect to layers' inputs. Such a gradient is only needed until the layer before has taken it,
 * so the layers of a {@link Sequential} share one space, in which two of each size are enough; a layer by itself has its
 * own.
 */
final class GradientSpace {
    private final List<Tensor> tensors = new ArrayList<>(); // some are views of the same memory

    /** Returns a tensor with arbitrary content, shaped like {@code model}, that is not the memory of {@code taken}. */
    Tensor like(Tensor model, Tensor taken) {
        return get(model.device(), model.shape(), taken);
    }

    /** Returns a tensor with arbitrary content that is not the memory of {@code taken}. */
    Tensor get(Device device, Shape shape, Tensor taken) {
        for (int i = 0; i < tensors.size(); i++) {
            Tensor tensor = tensors.get(i);
            if (isFree(tensor, device, taken) && tensor.shape().equals(shape)) {
                return tensor;
            }
        }
        for (int i = 0; i < tensors.size(); i++) {
            Tensor tensor = tensors.get(i);
            if (isFree(tensor, device, taken) && tensor.size() == shape.size()) {
                return kept(tensor.reshape(shape));
            }
        }
        tensors.removeIf(tensor -> tensor.storage().released());
        return kept(KernelRegistry.get(device).allocate(shape));
    }

    private static boolean isFree(Tensor tensor, Device device, Tensor taken) {
        return tensor.storage() != taken.storage()
                && tensor.device() == device
                && !tensor.storage().released();
    }

    private Tensor kept(Tensor tensor) {
        tensors.add(tensor);
        return tensor;
    }
}
