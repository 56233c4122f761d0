package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Batch normalization (Ioffe and Szegedy, 2015) of {@code [N, C, H, W]}: in training each channel is normalized by the
 * batch's mean and variance, which also move the running statistics; in evaluation by these. A frozen layer (both parameters) is always as in evaluation, so
 * that fine-tuning does not wear its statistics out. As in PyTorch, ε is 1e-5, the
 * running statistics move by a tenth, and the running variance is the unbiased one.
 */
public final class BatchNorm2d implements Layer, Fusing, SharesGradients {
    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    private final Parameter weight; // γ, [C]
    private final Parameter bias; // β, [C]
    private final int channels; // C
    private Tensor runningMean; // [C]
    private Tensor runningVariance; // [C]
    private Tensor mean; // [C], of the latest training batch
    private Tensor variance; // [C], of the latest training batch, biased
    private final Workspace outputs = new Workspace();
    private GradientSpace inputGradients = new GradientSpace();
    private Tensor input = Tensor.zeros(0, 0, 0, 0); // of the latest forward pass
    private boolean trained; // whether that normalized by the batch's statistics
    private Tensor zeros; // [C]

    /** Creates the layer with γ 1, β 0, running mean 0 and running variance 1. */
    public BatchNorm2d(int channels) {
        this.channels = channels;
        this.weight = Parameter.bias("weight", filled(channels, 1)); // as a bias: no penalty pulls γ to zero
        this.bias = Parameter.bias("bias", Tensor.zeros(channels));
        this.runningMean = Tensor.zeros(channels);
        this.runningVariance = filled(channels, 1);
        this.mean = Tensor.zeros(channels);
        this.variance = Tensor.zeros(channels);
        this.zeros = Tensor.zeros(channels);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        return forward(input, pass, Epilogue.NONE);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass, Epilogue epilogue) {
        Tensor output = outputs.get(input.device(), outputShape(input.shape()));
        Kernels kernels = Kernels.of(input);
        this.input = input;
        trained = pass.training() && !frozen();
        if (trained) {
            requireVariance(input);
            kernels.batchNorm(input, weight.value(), bias.value(), EPSILON, mean, variance, epilogue, output);
            double count = (double) input.size() / input.dim(1);
            kernels.average(MOMENTUM, 1, mean, runningMean);
            kernels.average(MOMENTUM, count / (count - 1), variance, runningVariance);
        } else {
            kernels.batchNormFixed(
                    input, weight.value(), bias.value(), EPSILON, runningMean, runningVariance, epilogue, output);
        }
        return output;
    }

    /**
     * Computes the gradients through the batch's mean and variance. Where the latest forward pass used the running
     * statistics, these are constants, and the input's gradient alone is computed: {@code γ / √(variance + ε)} times the
     * output's; the parameters' gradients stay as they are.
     */
    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor inputGradient = inputGradients.like(input, outputGradient);
        if (!trained) {
            Kernels.of(input)
                    .batchNormFixed(
                            outputGradient,
                            weight.value(),
                            zeros,
                            EPSILON,
                            zeros,
                            runningVariance,
                            Epilogue.NONE,
                            inputGradient);
            return inputGradient;
        }
        Kernels.of(input)
                .batchNormGradient(
                        input,
                        outputGradient,
                        weight.value(),
                        EPSILON,
                        mean,
                        variance,
                        weight.gradient(),
                        bias.gradient(),
                        inputGradient);
        return inputGradient;
    }

    /** Does nothing where {@link #backward} would compute the input's gradient alone. */
    @Override
    public void backwardParameters(Tensor outputGradient) {
        if (trained) {
            backward(outputGradient);
        }
    }

    private boolean frozen() {
        return weight.frozen() && bias.frozen();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public void moveTo(Device device) {
        weight.moveTo(device);
        bias.moveTo(device);
        if (runningMean.device() == device) {
            return;
        }
        Kernels kernels = KernelRegistry.get(device);
        runningMean = kernels.copyOf(runningMean);
        runningVariance = kernels.copyOf(runningVariance);
        mean = kernels.copyOf(mean);
        variance = kernels.copyOf(variance);
        zeros = kernels.allocate(zeros.shape());
    }

    @Override
    public Map<String, Tensor> buffers() {
        Map<String, Tensor> buffers = new LinkedHashMap<>();
        buffers.put("running_mean", runningMean);
        buffers.put("running_var", runningVariance);
        return buffers;
    }

    @Override
    public void shareGradients(GradientSpace space) {
        inputGradients = space;
    }

    private void requireVariance(Tensor input) {
        if (input.size() == input.dim(1)) {
            throw new ShapeMismatch(
                    toString(),
                    "more than one value per channel in training",
                    input.shape(),
                    "One value has no variance: train on larger batches, or on larger maps.");
        }
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 4 || input.dim(1) != channels) {
            throw new ShapeMismatch(
                    toString(),
                    "[N, " + channels + ", H, W]",
                    input,
                    "Its channels must be the channels of the layer before it.");
        }
        return input;
    }

    @Override
    public String toString() {
        return "BatchNorm2d(" + channels + ")";
    }

    private static Tensor filled(int size, float value) {
        Tensor tensor = Tensor.zeros(size);
        Arrays.fill(tensor.data(), value);
        return tensor;
    }
}
