package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.AdamStep;
import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.MatMul;
import io.gradlab.nn.kernel.MemoryScope;
import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.kernel.SgdStep;
import io.gradlab.nn.kernel.Update;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Locale;

/**
 * The compute primitives of a GPU: each hands its work to the class of its family, which launches the kernels of the
 * {@code .cu} file of the same name.
 */
final class CudaKernels implements Kernels, AutoCloseable {
    private final Stream stream;
    private final Precision precision;
    private final Products products;
    private final Sums sums;
    private final Pools pools;
    private final Norms norms;
    private final Elements elements;
    private final Losses losses;
    private final Updates updates;

    CudaKernels(Driver driver, Precision precision) {
        this(driver, precision, Planner.USUAL);
    }

    /** Creates the kernels with another plan for products than the usual one, for tests. */
    CudaKernels(Driver driver, Precision precision, Planner planner) {
        this.stream = new Stream(driver);
        this.precision = precision;
        this.products = new Products(stream, precision, planner);
        this.sums = new Sums(stream);
        this.pools = new Pools(stream);
        this.norms = new Norms(stream);
        this.elements = new Elements(stream);
        this.losses = new Losses(stream, sums);
        this.updates = new Updates(stream);
    }

    @Override
    public Device device() {
        return Device.CUDA;
    }

    /** Returns for example {@code cuda: NVIDIA H200, compute capability 9.0, 143,771 MB, tf32}. */
    @Override
    public String description() {
        DeviceFacts facts = stream.driver().facts();
        return String.format(
                Locale.ROOT,
                "cuda: %s, compute capability %s, %,d MB, %s",
                facts.name(),
                facts.capabilityText(),
                facts.memory() >> 20,
                precision.label());
    }

    @Override
    public Tensor allocate(Shape shape) {
        Tensor tensor = new Tensor(shape, stream.memory().storage(stream, shape.size()));
        elements.fill(tensor, 0);
        return tensor;
    }

    @Override
    public MemoryScope scope() {
        return stream.memory().scope();
    }

    @Override
    public void finish() {
        stream.synchronize();
    }

    /** Returns the stream, for tests and benchmarks. */
    Stream stream() {
        return stream;
    }

    @Override
    public void close() {
        stream.close();
    }

    @Override
    public void matmul(MatMul form, Tensor a, Tensor b, Tensor out) {
        products.matmul(form, a, b, out);
    }

    @Override
    public void dense(Tensor input, Tensor weight, Tensor bias, Epilogue epilogue, Tensor out) {
        products.dense(input, weight, bias, epilogue, out);
    }

    @Override
    public void sumRows(Tensor matrix, Tensor sums) {
        this.sums.sumRows(matrix, sums);
    }

    @Override
    public void conv2d(WindowGeometry window, Tensor input, Tensor weight, Tensor bias, Epilogue epilogue, Tensor out) {
        products.conv2d(window, input, weight, bias, epilogue, out);
    }

    @Override
    public void conv2dInputGradient(WindowGeometry window, Tensor outputGradient, Tensor weight, Tensor inputGradient) {
        products.conv2dInputGradient(window, outputGradient, weight, inputGradient);
    }

    @Override
    public void conv2dWeightGradient(
            WindowGeometry window, Tensor input, Tensor outputGradient, Tensor weightGradient) {
        products.conv2dWeightGradient(window, input, outputGradient, weightGradient);
    }

    @Override
    public void sumChannels(Tensor images, Tensor sums) {
        this.sums.sumChannels(images, sums);
    }

    @Override
    public void maxPool(WindowGeometry window, Tensor input, Tensor out) {
        pools.maxPool(window, input, out);
    }

    @Override
    public void maxPoolGradient(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor inputGradient) {
        pools.maxPoolGradient(window, input, outputGradient, inputGradient);
    }

    @Override
    public void averagePool(WindowGeometry window, Tensor input, Tensor out) {
        pools.averagePool(window, input, out);
    }

    @Override
    public void averagePoolGradient(WindowGeometry window, Tensor outputGradient, Tensor inputGradient) {
        pools.averagePoolGradient(window, outputGradient, inputGradient);
    }

    @Override
    public void batchNorm(
            Tensor input,
            Tensor gamma,
            Tensor beta,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Epilogue epilogue,
            Tensor out) {
        norms.batchNorm(input, gamma, beta, epsilon, mean, variance, epilogue, out);
    }

    @Override
    public void batchNormFixed(
            Tensor input,
            Tensor gamma,
            Tensor beta,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Epilogue epilogue,
            Tensor out) {
        norms.batchNormFixed(input, gamma, beta, epsilon, mean, variance, epilogue, out);
    }

    @Override
    public void batchNormGradient(
            Tensor input,
            Tensor outputGradient,
            Tensor gamma,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Tensor gammaGradient,
            Tensor betaGradient,
            Tensor inputGradient) {
        norms.batchNormGradient(
                input, outputGradient, gamma, epsilon, mean, variance, gammaGradient, betaGradient, inputGradient);
    }

    @Override
    public void average(double share, double scale, Tensor sample, Tensor running) {
        norms.average(share, scale, sample, running);
    }

    @Override
    public void activate(ActivationKind kind, Tensor input, Tensor out) {
        elements.activate(kind, input, out);
    }

    @Override
    public void activationGradient(ActivationKind kind, Tensor output, Tensor outputGradient, Tensor inputGradient) {
        elements.activationGradient(kind, output, outputGradient, inputGradient);
    }

    @Override
    public void leakyRelu(double slope, Tensor input, Tensor out) {
        elements.leakyRelu(slope, input, out);
    }

    @Override
    public void leakyReluGradient(double slope, Tensor output, Tensor outputGradient, Tensor inputGradient) {
        elements.leakyReluGradient(slope, output, outputGradient, inputGradient);
    }

    @Override
    public void selu(Tensor input, Tensor out) {
        elements.selu(input, out);
    }

    @Override
    public void seluGradient(Tensor output, Tensor outputGradient, Tensor inputGradient) {
        elements.seluGradient(output, outputGradient, inputGradient);
    }

    @Override
    public void dropout(RandomStream random, double rate, int run, Tensor input, Tensor out) {
        elements.dropout(random, rate, run, input, out);
    }

    @Override
    public void scale(double factor, Tensor input, Tensor out) {
        elements.scale(factor, input, out);
    }

    @Override
    public void softmax(Tensor logits, Tensor out) {
        losses.softmax(logits, out);
    }

    @Override
    public int countRight(Tensor logits, Tensor targets) {
        return losses.countRight(logits, targets);
    }

    @Override
    public double softmaxCrossEntropy(Tensor logits, Tensor targets, Tensor gradient) {
        return losses.softmaxCrossEntropy(logits, targets, gradient);
    }

    @Override
    public void sgd(SgdStep step, Tensor value, Tensor gradient) {
        updates.sgd(step, step, List.of(new Update(value, gradient, List.of(), true)));
    }

    @Override
    public void sgdMomentum(SgdStep step, Tensor value, Tensor gradient, Tensor velocity) {
        updates.sgd(step, step, List.of(new Update(value, gradient, List.of(velocity), true)));
    }

    @Override
    public void adam(AdamStep step, Tensor value, Tensor gradient, Tensor firstMoment, Tensor secondMoment) {
        updates.adam(step, step, List.of(new Update(value, gradient, List.of(firstMoment, secondMoment), true)));
    }

    @Override
    public void sgd(SgdStep weights, SgdStep others, List<Update> list) {
        updates.sgd(weights, others, list);
    }

    @Override
    public void adam(AdamStep weights, AdamStep others, List<Update> list) {
        updates.adam(weights, others, list);
    }

    @Override
    public double sumOfSquares(Tensor tensor) {
        return sums.sumOfSquares(tensor);
    }
}
