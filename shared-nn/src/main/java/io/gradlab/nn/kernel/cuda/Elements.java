package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.Shapes;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Tensor;

/** Functions of one element at a time, and their gradients: {@code elements.cu} and {@code dropout.cu}. */
final class Elements {
    private static final String MODULE = "elements";
    private static final String DROPOUT = "dropout";
    private static final int RUN_THREADS = 128;
    private static final int MOST_RUNS_AT_A_TIME = 65_535;

    private final Kernel fill;
    private final Kernel copy;
    private final Kernel scale;
    private final Kernel sigmoid;
    private final Kernel sigmoidGradient;
    private final Kernel tanh;
    private final Kernel tanhGradient;
    private final Kernel relu;
    private final Kernel reluGradient;
    private final Kernel leakyRelu;
    private final Kernel leakyReluGradient;
    private final Kernel selu;
    private final Kernel seluGradient;
    private final Kernel dropout;
    private final Kernel dropoutRuns;

    Elements(Stream stream) {
        fill = stream.kernel(MODULE, "fill");
        copy = stream.kernel(MODULE, "copy");
        scale = stream.kernel(MODULE, "scale");
        sigmoid = stream.kernel(MODULE, "sigmoid");
        sigmoidGradient = stream.kernel(MODULE, "sigmoid_gradient");
        tanh = stream.kernel(MODULE, "hyperbolic_tangent");
        tanhGradient = stream.kernel(MODULE, "hyperbolic_tangent_gradient");
        relu = stream.kernel(MODULE, "relu");
        reluGradient = stream.kernel(MODULE, "relu_gradient");
        leakyRelu = stream.kernel(MODULE, "leaky_relu");
        leakyReluGradient = stream.kernel(MODULE, "leaky_relu_gradient");
        selu = stream.kernel(MODULE, "selu");
        seluGradient = stream.kernel(MODULE, "selu_gradient");
        dropout = stream.kernel(DROPOUT, "dropout");
        dropoutRuns = stream.kernel(DROPOUT, "dropout_runs");
    }

    void activate(ActivationKind kind, Tensor input, Tensor out) {
        Shapes.require(out, input.shape(), "activate");
        switch (kind) {
            case LINEAR -> map(copy, input, out).go();
            case SIGMOID -> map(sigmoid, input, out).go();
            case TANH -> map(tanh, input, out).go();
            case RELU -> map(relu, input, out).go();
        }
    }

    void activationGradient(ActivationKind kind, Tensor output, Tensor outputGradient, Tensor inputGradient) {
        requireAlike("activationGradient", output, outputGradient, inputGradient);
        switch (kind) {
            case LINEAR -> map(copy, outputGradient, inputGradient).go();
            case SIGMOID ->
                map(sigmoidGradient, output, outputGradient, inputGradient).go();
            case TANH ->
                map(tanhGradient, output, outputGradient, inputGradient).go();
            case RELU ->
                map(reluGradient, output, outputGradient, inputGradient).go();
        }
    }

    void leakyRelu(double slope, Tensor input, Tensor out) {
        Shapes.require(out, input.shape(), "leakyRelu");
        map(leakyRelu, input, out).number(slope).go();
    }

    void leakyReluGradient(double slope, Tensor output, Tensor outputGradient, Tensor inputGradient) {
        requireAlike("leakyReluGradient", output, outputGradient, inputGradient);
        map(leakyReluGradient, output, outputGradient, inputGradient)
                .number(slope)
                .go();
    }

    void selu(Tensor input, Tensor out) {
        Shapes.require(out, input.shape(), "selu");
        map(selu, input, out).go();
    }

    void seluGradient(Tensor output, Tensor outputGradient, Tensor inputGradient) {
        requireAlike("seluGradient", output, outputGradient, inputGradient);
        map(seluGradient, output, outputGradient, inputGradient).go();
    }

    void dropout(RandomStream random, double rate, int run, Tensor input, Tensor out) {
        Shapes.require(out, input.shape(), "dropout");
        float share = (float) rate;
        int threshold = (int) Math.ceil(share * 0x1p24); // uniform(i) < rate, in units of 2^-24
        float factor = 1 / (1 - share);
        int size = input.size();
        if (run == 1) {
            dropout.on(Grid.over(Math.ceilDiv(size, 4)))
                    .tensor(input)
                    .tensor(out)
                    .integer(size)
                    .bits(random.key())
                    .integer(threshold)
                    .number(factor)
                    .go();
        } else {
            int runs = Math.ceilDiv(size, run);
            dropoutRuns
                    .on(Grid.of(Math.clamp(runs, 1, MOST_RUNS_AT_A_TIME), RUN_THREADS))
                    .tensor(input)
                    .tensor(out)
                    .integer(size)
                    .integer(run)
                    .bits(random.key())
                    .integer(threshold)
                    .number(factor)
                    .go();
        }
    }

    void scale(double factor, Tensor input, Tensor out) {
        Shapes.require(out, input.shape(), "scale");
        map(scale, input, out).number(factor).go();
    }

    /** Sets all elements to {@code value}. */
    void fill(Tensor tensor, double value) {
        fill.on(Grid.map(tensor.size()))
                .tensor(tensor)
                .integer(tensor.size())
                .number(value)
                .go();
    }

    private static Launch map(Kernel kernel, Tensor input, Tensor out) {
        return kernel.on(Grid.map(input.size())).tensor(input).tensor(out).integer(input.size());
    }

    private static Launch map(Kernel kernel, Tensor first, Tensor second, Tensor out) {
        return kernel.on(Grid.map(first.size()))
                .tensor(first)
                .tensor(second)
                .tensor(out)
                .integer(first.size());
    }

    private static void requireAlike(String operation, Tensor first, Tensor second, Tensor third) {
        Shapes.require(second, first.shape(), operation);
        Shapes.require(third, first.shape(), operation);
    }
}
