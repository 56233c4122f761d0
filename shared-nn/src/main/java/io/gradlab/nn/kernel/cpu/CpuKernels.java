package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.AdamStep;
import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.MatMul;
import io.gradlab.nn.kernel.SgdStep;
import io.gradlab.nn.kernel.Shapes;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;

/** The host's kernels: checks shapes, then hands plain arrays to the classes that each know one kind of loop. */
final class CpuKernels implements Kernels {
    private static final int POOLED = 1 << 15; // pixels of a piece of pooling

    private final Loops loops;
    private final Workers workers;
    private final Gemm gemm;
    private final ThinDense thinDense;
    private final Convolution convolution;
    private final BatchNormalization normalization;
    private final ElementWise elementWise;
    private final Rectifiers rectifiers;

    CpuKernels(Loops loops, Workers workers) {
        this.loops = loops;
        this.workers = workers;
        this.gemm = new Gemm(loops, workers);
        this.thinDense = new ThinDense(loops, workers);
        this.convolution = new Convolution(loops, workers, gemm, Boolean.getBoolean(CpuProvider.EXACT_PROPERTY));
        this.normalization = new BatchNormalization(loops, workers);
        this.elementWise = new ElementWise(loops, workers);
        this.rectifiers = new Rectifiers(loops, elementWise);
    }

    @Override
    public Device device() {
        return Device.CPU;
    }

    @Override
    public String description() {
        int threads = workers.threads();
        return "cpu: " + loops.description() + ", " + threads + (threads == 1 ? " thread" : " threads");
    }

    @Override
    public Tensor allocate(Shape shape) {
        return Tensor.zeros(shape);
    }

    @Override
    public void matmul(MatMul form, Tensor a, Tensor b, Tensor out) {
        int m = a.dim(form.transposeA() ? 1 : 0);
        int k = a.dim(form.transposeA() ? 0 : 1);
        int n = b.dim(form.transposeB() ? 0 : 1);
        Shapes.require(b.dim(form.transposeB() ? 1 : 0) == k, "matmul", a, b);
        Shapes.require(out, Shape.of(m, n), "matmul");
        Gemm.Operand left = operand(a, form.transposeA());
        Gemm.Operand right = operand(b, form.transposeB());
        gemm.multiply(m, n, k, left, right, out.data(), 0, !form.accumulate());
    }

    @Override
    public void dense(Tensor input, Tensor weight, Tensor bias, Epilogue epilogue, Tensor out) {
        int n = input.dim(0);
        int units = weight.dim(0);
        Shapes.require(weight.dim(1) == input.dim(1), "dense", input, weight);
        Shapes.require(bias, Shape.of(units), "dense");
        Shapes.require(out, Shape.of(n, units), "dense");
        if (thinDense.suits(n, units)) {
            thinDense.run(
                    n, input.dim(1), units, input.data(), weight.data(), bias.data(), epilogue.floor(), out.data());
            return;
        }
        for (int row = 0; row < n; row++) {
            System.arraycopy(bias.data(), 0, out.data(), row * units, units);
        }
        gemm.multiply(n, units, input.dim(1), operand(input, false), operand(weight, true), out.data(), 0, false);
        ElementWise.raise(out.data(), 0, out.size(), epilogue.floor());
    }

    @Override
    public void sumRows(Tensor matrix, Tensor sums) {
        int columns = matrix.dim(1);
        Shapes.require(sums, Shape.of(columns), "sumRows");
        Arrays.fill(sums.data(), 0);
        for (int row = 0; row < matrix.dim(0); row++) {
            loops.add(sums.data(), 0, matrix.data(), row * columns, columns);
        }
    }

    @Override
    public void conv2d(WindowGeometry window, Tensor input, Tensor weight, Tensor bias, Epilogue epilogue, Tensor out) {
        Shapes.require(weight.dim(1) == input.dim(1), "conv2d", input, weight);
        Shapes.require(out, window.output(input.shape(), weight.dim(0)), "conv2d");
        convolution.forward(window, input, weight, bias, epilogue.floor(), out);
    }

    @Override
    public void conv2dInputGradient(WindowGeometry window, Tensor outputGradient, Tensor weight, Tensor inputGradient) {
        Shapes.require(outputGradient, window.output(inputGradient.shape(), weight.dim(0)), "conv2dInputGradient");
        convolution.inputGradient(window, outputGradient, weight, inputGradient);
    }

    @Override
    public void conv2dWeightGradient(
            WindowGeometry window, Tensor input, Tensor outputGradient, Tensor weightGradient) {
        Shapes.require(outputGradient, window.output(input.shape(), weightGradient.dim(0)), "conv2dWeightGradient");
        convolution.weightGradient(window, input, outputGradient, weightGradient);
    }

    @Override
    public void sumChannels(Tensor images, Tensor sums) {
        Shapes.require(sums, Shape.of(images.dim(1)), "sumChannels");
        int channels = images.dim(1);
        int pixels = images.dim(2) * images.dim(3);
        workers.run(channels, c -> {
            float[] lanes = Loops.ROOM.get();
            float sum = 0;
            for (int n = 0; n < images.dim(0); n++) {
                sum += loops.sum(images.data(), (n * channels + c) * pixels, pixels, lanes);
            }
            sums.data()[c] = sum;
        });
    }

    @Override
    public void maxPool(WindowGeometry window, Tensor input, Tensor out) {
        Shapes.require(out, window.output(input.shape(), input.dim(1)), "maxPool");
        Pooling pooling = new Pooling(window, input.shape());
        eachPlane(pooling, plane -> pooling.max(plane, input.data(), out.data()));
    }

    @Override
    public void maxPoolGradient(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor inputGradient) {
        Shapes.require(outputGradient, window.output(input.shape(), input.dim(1)), "maxPoolGradient");
        Shapes.require(inputGradient, input.shape(), "maxPoolGradient");
        Pooling pooling = new Pooling(window, input.shape());
        eachPlane(
                pooling,
                plane -> pooling.maxGradient(plane, input.data(), outputGradient.data(), inputGradient.data()));
    }

    @Override
    public void averagePool(WindowGeometry window, Tensor input, Tensor out) {
        Shapes.require(out, window.output(input.shape(), input.dim(1)), "averagePool");
        Pooling pooling = new Pooling(window, input.shape());
        eachPlane(pooling, plane -> pooling.average(plane, input.data(), out.data()));
    }

    @Override
    public void averagePoolGradient(WindowGeometry window, Tensor outputGradient, Tensor inputGradient) {
        Shapes.require(
                outputGradient, window.output(inputGradient.shape(), inputGradient.dim(1)), "averagePoolGradient");
        Pooling pooling = new Pooling(window, inputGradient.shape());
        eachPlane(pooling, plane -> pooling.averageGradient(plane, outputGradient.data(), inputGradient.data()));
    }

    /** Shares planes out in pieces that are worth fetching: a small plane takes less time than its number does. */
    private void eachPlane(Pooling pooling, Workers.Work plane) {
        int together = Math.max(1, POOLED / pooling.planeSize());
        int planes = pooling.planes();
        workers.run((planes + together - 1) / together, piece -> {
            for (int i = piece * together; i < Math.min(planes, (piece + 1) * together); i++) {
                plane.piece(i);
            }
        });
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
        Shapes.require(out, input.shape(), "batchNorm");
        Shapes.require(mean, Shape.of(input.dim(1)), "batchNorm");
        normalization.training(input, gamma, beta, epsilon, mean, variance, epilogue.floor(), out);
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
        Shapes.require(out, input.shape(), "batchNormFixed");
        Shapes.require(mean, Shape.of(input.dim(1)), "batchNormFixed");
        normalization.evaluation(input, gamma, beta, epsilon, mean, variance, epilogue.floor(), out);
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
        Shapes.require(outputGradient, input.shape(), "batchNormGradient");
        Shapes.require(inputGradient, input.shape(), "batchNormGradient");
        normalization.gradient(
                input, outputGradient, gamma, epsilon, mean, variance, gammaGradient, betaGradient, inputGradient);
    }

    @Override
    public void average(double share, double scale, Tensor sample, Tensor running) {
        Shapes.require(running, sample.shape(), "average");
        ElementWise.average((float) share, (float) scale, sample.data(), running.data());
    }

    @Override
    public void activate(ActivationKind kind, Tensor input, Tensor out) {
        Shapes.require(out, input.shape(), "activate");
        elementWise.activate(kind, input.data(), out.data());
    }

    @Override
    public void activationGradient(ActivationKind kind, Tensor output, Tensor outputGradient, Tensor inputGradient) {
        Shapes.require(outputGradient, output.shape(), "activationGradient");
        Shapes.require(inputGradient, output.shape(), "activationGradient");
        elementWise.activationGradient(kind, output.data(), outputGradient.data(), inputGradient.data());
    }

    @Override
    public void leakyRelu(double slope, Tensor input, Tensor out) {
        Shapes.require(out, input.shape(), "leakyRelu");
        rectifiers.leakyRelu((float) slope, input.data(), out.data());
    }

    @Override
    public void leakyReluGradient(double slope, Tensor output, Tensor outputGradient, Tensor inputGradient) {
        Shapes.require(outputGradient, output.shape(), "leakyReluGradient");
        Shapes.require(inputGradient, output.shape(), "leakyReluGradient");
        rectifiers.leakyReluGradient((float) slope, output.data(), outputGradient.data(), inputGradient.data());
    }

    @Override
    public void selu(Tensor input, Tensor out) {
        Shapes.require(out, input.shape(), "selu");
        rectifiers.selu(input.data(), out.data());
    }

    @Override
    public void seluGradient(Tensor output, Tensor outputGradient, Tensor inputGradient) {
        Shapes.require(outputGradient, output.shape(), "seluGradient");
        Shapes.require(inputGradient, output.shape(), "seluGradient");
        rectifiers.seluGradient(output.data(), outputGradient.data(), inputGradient.data());
    }

    @Override
    public void dropout(RandomStream random, double rate, int run, Tensor input, Tensor out) {
        Shapes.require(out, input.shape(), "dropout");
        elementWise.dropout(random, (float) rate, run, input.data(), out.data());
    }

    @Override
    public void scale(double factor, Tensor input, Tensor out) {
        Shapes.require(out, input.shape(), "scale");
        elementWise.scale((float) factor, input.data(), out.data());
    }

    @Override
    public void softmax(Tensor logits, Tensor out) {
        Shapes.require(out, logits.shape(), "softmax");
        new SoftmaxRows(loops, logits.dim(0), logits.dim(1)).softmax(logits.data(), out.data());
    }

    @Override
    public double softmaxCrossEntropy(Tensor logits, Tensor targets, Tensor gradient) {
        Shapes.require(targets, logits.shape(), "softmaxCrossEntropy");
        Shapes.require(gradient, logits.shape(), "softmaxCrossEntropy");
        return new SoftmaxRows(loops, logits.dim(0), logits.dim(1))
                .crossEntropy(logits.data(), targets.data(), gradient.data());
    }

    @Override
    public void sgd(SgdStep step, Tensor value, Tensor gradient) {
        Shapes.require(gradient, value.shape(), "sgd");
        elementWise.sgd(step, value.data(), gradient.data());
    }

    @Override
    public void sgdMomentum(SgdStep step, Tensor value, Tensor gradient, Tensor velocity) {
        Shapes.require(gradient, value.shape(), "sgdMomentum");
        Shapes.require(velocity, value.shape(), "sgdMomentum");
        elementWise.sgdMomentum(step, value.data(), gradient.data(), velocity.data());
    }

    @Override
    public void adam(AdamStep step, Tensor value, Tensor gradient, Tensor firstMoment, Tensor secondMoment) {
        Shapes.require(gradient, value.shape(), "adam");
        Shapes.require(firstMoment, value.shape(), "adam");
        Shapes.require(secondMoment, value.shape(), "adam");
        elementWise.adam(step, value.data(), gradient.data(), firstMoment.data(), secondMoment.data());
    }

    @Override
    public double sumOfSquares(Tensor tensor) {
        return ElementWise.sumOfSquares(tensor.data());
    }

    private static Gemm.Operand operand(Tensor matrix, boolean transposed) {
        return transposed
                ? Gemm.Operand.transposed(matrix.data(), 0, matrix.dim(1))
                : Gemm.Operand.plain(matrix.data(), 0, matrix.dim(1));
    }
}
