package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Tensor;
import java.util.concurrent.atomic.AtomicBoolean;

/** A tensor that training changes, with its gradient. The name is local to its layer: {@code weight}, {@code bias}. */
public final class Parameter {
    private final String name;
    private final Tensor value;
    private final Tensor gradient; // of the value's shape, on the value's device
    private final boolean decayed;
    private final AtomicBoolean frozen; // shared by all views of this parameter

    private Parameter(String name, Tensor value, Tensor gradient, boolean decayed, AtomicBoolean frozen) {
        this.name = name;
        this.value = value;
        this.gradient = gradient;
        this.decayed = decayed;
        this.frozen = frozen;
    }

    /** Returns a new parameter that an L2 penalty applies to; {@code value} is used, not copied. */
    public static Parameter weight(String name, Tensor value) {
        return new Parameter(name, value, gradientOf(value), true, new AtomicBoolean());
    }

    /** Returns a new parameter that no penalty applies to; {@code value} is used, not copied. */
    public static Parameter bias(String name, Tensor value) {
        return new Parameter(name, value, gradientOf(value), false, new AtomicBoolean());
    }

    /** Returns the same parameter under a longer name: {@code weight} inside {@code fc1} is {@code fc1.weight}. */
    public Parameter inside(String path) {
        return new Parameter(path + "." + name, value, gradient, decayed, frozen);
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the value, which optimizers change in place. */
    public Tensor value() {
        return value;
    }

    /** Returns the gradient, which each backward pass overwrites. */
    public Tensor gradient() {
        return gradient;
    }

    /** Returns whether an L2 penalty applies: to weights, not to biases. */
    public boolean decayed() {
        return decayed;
    }

    /** Returns whether optimizers leave the value alone. */
    public boolean frozen() {
        return frozen.get();
    }

    /** Freezes or thaws this parameter. */
    public void freeze(boolean freeze) {
        frozen.set(freeze);
    }

    @Override
    public String toString() {
        return name + value.shape() + (frozen() ? " (frozen)" : "");
    }

    private static Tensor gradientOf(Tensor value) {
        return Kernels.of(value).allocate(value.shape());
    }
}
