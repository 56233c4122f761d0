package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Memory for one of a layer's results, kept from call to call so that a steady training step allocates nothing.
 *
 * <p>A run asks for few shapes (full batches and last batches, of training and evaluation data), so the latest four are
 * kept, most recently used first.
 */
public final class Workspace {
    private static final int KEPT = 4;

    private final @Nullable Tensor[] kept = new Tensor[KEPT];

    /** Returns a tensor with arbitrary content, of the given tensor's shape and on its device. */
    public Tensor like(Tensor tensor) {
        return get(tensor.device(), tensor.shape());
    }

    /** Returns a tensor of the given shape with arbitrary content, valid until this workspace is asked again. */
    public Tensor get(Device device, Shape shape) {
        for (int i = 0; i < KEPT; i++) {
            Tensor candidate = kept[i];
            if (candidate != null
                    && !candidate.storage().released()
                    && candidate.device() == device
                    && candidate.shape().equals(shape)) {
                moveToFront(i, candidate);
                return candidate;
            }
        }
        Tensor oldest = kept[KEPT - 1];
        if (oldest != null) {
            oldest.storage().release();
        }
        Tensor made = KernelRegistry.get(device).allocate(shape);
        moveToFront(KEPT - 1, made);
        return made;
    }

    /** Gives a device's memory back; it is taken anew when somebody asks. */
    public void release() {
        for (int i = 0; i < KEPT; i++) {
            Tensor tensor = kept[i];
            if (tensor != null) {
                tensor.storage().release();
                kept[i] = null;
            }
        }
    }

    private void moveToFront(int from, Tensor tensor) {
        System.arraycopy(kept, 0, kept, 1, from);
        kept[0] = tensor;
    }
}
