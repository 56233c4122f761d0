package io.gradlab.lab2.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Task 2.7: batch normalization (Ioffe and Szegedy, 2015). Each channel gets mean β and deviation γ.
 *
 * <p>Mean and variance of a channel are taken over the batch and all positions, M = N·H·W numbers. In training they are
 * those of the batch, and the running statistics follow them; in evaluation the running statistics are used, and stay as
 * they are.
 */
public final class BatchNorm implements Layer {
    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    private final Parameter weight; // γ, [C]
    private final Parameter bias; // β, [C]
    private final Tensor runningMean; // [C], 0 to start from
    private final Tensor runningVariance; // [C], 1 to start from
    private Tensor normalized = Tensor.zeros(0, 0, 0, 0); // x̂ of the latest training pass, which backward needs
    private double[] deviation = {}; // [C], √(variance + ε) of the latest training pass

    /**
     * Creates a layer with the given numbers to start from.
     *
     * @param weight γ, {@code [C]}
     * @param bias β, {@code [C]}
     */
    public BatchNorm(Tensor weight, Tensor bias) {
        this.weight = Parameter.bias("weight", weight); // as a bias: no penalty pulls γ to zero
        this.bias = Parameter.bias("bias", bias);
        this.runningMean = Tensor.zeros(weight.size());
        this.runningVariance = Tensor.zeros(weight.size());
        Arrays.fill(runningVariance.data(), 1);
    }

    /**
     * Computes {@code y = γ · x̂ + β} with {@code x̂ = (x - mean) / √(variance + ε)}, for each channel.
     *
     * <p>If {@code pass.training()}: mean and variance are the batch's, the variance as the mean of the squares (divided
     * by M). Each running number r moves by a tenth, {@code r ← 0.9 · r + 0.1 · new}; the running variance takes the
     * unbiased one (divided by M - 1). Keep x̂ and the deviation for {@code backward}. Else: use the running statistics.
     *
     * @param input x, {@code [N, C, H, W]}; do not change it
     * @return y, of the same shape
     * @throws IllegalArgumentException in training if M is 1, for one value has no variance; with one line that says so
     */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        throw new NotImplemented("2.7");
    }

    /**
     * Computes the gradients after a training pass, for each channel, with sums over its M numbers:
     *
     * <ul>
     *   <li>{@code dL/dβ = Σ dL/dy}, written to {@code bias.gradient()},
     *   <li>{@code dL/dγ = Σ dL/dy · x̂}, written to {@code weight.gradient()},
     *   <li>{@code dL/dx = γ / √(variance + ε) · (dL/dy - dL/dβ / M - x̂ · dL/dγ / M)}, which is returned: mean and
     *       variance depend on x as well.
     * </ul>
     *
     * @param outputGradient dL/dy, {@code [N, C, H, W]}
     * @return dL/dx, of the same shape
     */
    @Override
    public Tensor backward(Tensor outputGradient) {
        throw new NotImplemented("2.7");
    }

    /** Given: returns the channel of number i of the input's array. */
    private int channel(int i) {
        return i / (normalized.dim(2) * normalized.dim(3)) % normalized.dim(1);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public Map<String, Tensor> buffers() {
        Map<String, Tensor> buffers = new LinkedHashMap<>();
        buffers.put("running_mean", runningMean);
        buffers.put("running_var", runningVariance);
        return buffers;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public String toString() {
        return "BatchNorm(" + runningMean.size() + ")";
    }
}
