package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A tensor that training changes, with its gradient. The name is local to its layer: {@code weight}, {@code bias}. */
public final class Parameter {
    private final String name;
    private final boolean decayed;
    private final Shared shared; // by all views of this parameter

    private static final class Shared {
        volatile Tensor value;
        boolean frozen;

        @Nullable
        Tensor gradient; // of the value's shape, on the value's device; made when it is first asked for

        Shared(Tensor value) {
            this.value = value;
        }
    }

    private Parameter(String name, boolean decayed, Shared shared) {
        this.name = name;
        this.decayed = decayed;
        this.shared = shared;
    }

    /** Returns a new parameter that an L2 penalty applies to; {@code value} is used, not copied. */
    public static Parameter weight(String name, Tensor value) {
        return new Parameter(name, true, new Shared(value));
    }

    /** Returns a new parameter that no penalty applies to; {@code value} is used, not copied. */
    public static Parameter bias(String name, Tensor value) {
        return new Parameter(name, false, new Shared(value));
    }

    /** Returns the same parameter under a longer name: {@code weight} inside {@code fc1} is {@code fc1.weight}. */
    public Parameter inside(String path) {
        return new Parameter(path + "." + name, decayed, shared);
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the value, which optimizers change in place; another tensor after {@link #moveTo}. */
    public Tensor value() {
        return shared.value;
    }

    /** Moves the value to a device; the gradient is forgotten. All views of this parameter see it. */
    public void moveTo(Device device) {
        synchronized (shared) {
            if (shared.value.device() != device) {
                shared.value = KernelRegistry.get(device).copyOf(shared.value);
                shared.gradient = null;
            }
        }
    }

    /**
     * Returns the gradient, which each backward pass overwrites; of a frozen parameter it may be an old one.
     *
     * <p>Its memory is taken at the first call, zeros, so a parameter that stays frozen has none.
     */
    public Tensor gradient() {
        synchronized (shared) {
            Tensor gradient = shared.gradient;
            if (gradient == null) {
                gradient = Kernels.of(shared.value).allocate(shared.value.shape());
                shared.gradient = gradient;
            }
            return gradient;
        }
    }

    /** Returns whether a gradient was ever computed or asked for. */
    public boolean hasGradient() {
        synchronized (shared) {
            return shared.gradient != null;
        }
    }

    /** Returns whether an L2 penalty applies: to weights, not to biases. */
    public boolean decayed() {
        return decayed;
    }

    /** Returns whether optimizers leave the value alone. */
    public boolean frozen() {
        synchronized (shared) {
            return shared.frozen;
        }
    }

    /** Freezes or thaws this parameter. */
    public void freeze(boolean freeze) {
        synchronized (shared) {
            shared.frozen = freeze;
        }
    }

    @Override
    public String toString() {
        return name + shared.value.shape() + (frozen() ? " (frozen)" : "");
    }
}
