package io.gradlab.course.core;

import io.gradlab.course.CnnConfig;
import io.gradlab.course.Lab2;
import io.gradlab.course.ModeVerdict;
import io.gradlab.course.OptimizerKind;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.layer.AveragePool2d;
import io.gradlab.nn.layer.BatchNorm2d;
import io.gradlab.nn.layer.Conv2d;
import io.gradlab.nn.layer.Dropout;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.LeakyRelu;
import io.gradlab.nn.layer.MaxPool2d;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Selu;
import io.gradlab.nn.metric.ConfusionMatrix;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Lab 2's contract on the engine. */
public final class Lab2Core implements Lab2 {

    @Override
    public Layer flatten() {
        return new Flatten();
    }

    @Override
    public int outputSize(int input, int kernel, int stride, int padding) {
        return WindowGeometry.square(kernel, stride, padding).outputHeight(input);
    }

    @Override
    public Tensor convolve(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        return new Conv2d(weight, bias, stride, padding).forward(input, Pass.evaluation());
    }

    @Override
    public Tensor columns(Tensor input, int kernelHeight, int kernelWidth, int stride, int padding) {
        return CoreColumns.of(input, new WindowGeometry(kernelHeight, kernelWidth, stride, padding));
    }

    @Override
    public Tensor convolveByColumns(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        return convolve(input, weight, bias, stride, padding);
    }

    @Override
    public Layer convolution(Tensor weight, Tensor bias, int stride, int padding) {
        return new Conv2d(weight, bias, stride, padding);
    }

    @Override
    public Layer maxPool(int size, int stride) {
        return new MaxPool2d(WindowGeometry.square(size, stride, 0));
    }

    @Override
    public Layer averagePool(int size, int stride) {
        return new AveragePool2d(WindowGeometry.square(size, stride, 0));
    }

    @Override
    public Layer batchNorm(Tensor weight, Tensor bias) {
        BatchNorm2d layer = new BatchNorm2d(weight.size());
        layer.parameters().getFirst().value().copyFrom(weight);
        layer.parameters().getLast().value().copyFrom(bias);
        return layer;
    }

    @Override
    public Layer dropout(double rate) {
        return new Dropout(rate);
    }

    @Override
    public Layer dropout2d(double rate) {
        return Dropout.ofChannels(rate);
    }

    @Override
    public Layer leakyRelu(double slope) {
        return new LeakyRelu(slope);
    }

    @Override
    public Layer selu() {
        return new Selu();
    }

    @Override
    public Optimizer adam() {
        return new Adam();
    }

    @Override
    public double penalty(List<Parameter> parameters, double lambda) {
        double squares = 0;
        for (Parameter parameter : parameters) {
            if (parameter.decayed()) {
                for (float w : parameter.value().toHost().data()) {
                    squares += (double) w * w;
                }
            }
        }
        return lambda / 2 * squares;
    }

    @Override
    public Optimizer penalizedSgd(double lambda) {
        return new Sgd(0, lambda);
    }

    @Override
    public Tensor flip(Tensor images) {
        return CoreImages.flip(images);
    }

    @Override
    public Tensor grayscale(Tensor images) {
        return CoreImages.grayscale(images);
    }

    @Override
    public Tensor shift(Tensor images, int down, int right) {
        return CoreImages.shift(images, down, right);
    }

    @Override
    public Tensor normalize(Tensor images, Tensor mean, Tensor deviation) {
        return CoreImages.normalize(images, mean, deviation);
    }

    @Override
    public Layer lenet(Map<String, Tensor> parameters, Lab2 parts) {
        return CoreLeNet.of(parameters, parts);
    }

    @Override
    public Tensor confusion(int[] labels, int[] predictions, int classes) {
        ConfusionMatrix matrix = ConfusionMatrix.of(classes, labels, predictions);
        Tensor counts = Tensor.zeros(classes, classes);
        for (int i = 0; i < counts.size(); i++) {
            counts.data()[i] = matrix.count(i / classes, i % classes);
        }
        return counts;
    }

    @Override
    public Tensor classAccuracies(Tensor counts) {
        int classes = counts.dim(0);
        Tensor accuracies = Tensor.zeros(classes);
        for (int k = 0; k < classes; k++) {
            double samples = 0;
            for (int j = 0; j < classes; j++) {
                samples += counts.at(k, j);
            }
            accuracies.data()[k] = (float) (counts.at(k, k) / samples);
        }
        return accuracies;
    }

    @Override
    public int[] neighbours(Tensor embeddings, int sample, int count) {
        return CoreReportReferee.neighbours(embeddings, sample, count);
    }

    @Override
    public boolean penaltyTrains(Tensor before, Tensor after, Tensor lossGradient, double learningRate, double lambda) {
        return CoreReportReferee.penaltyTrains(before, after, lossGradient, learningRate, lambda);
    }

    @Override
    public int firstWrongSize(int size, int[] kernels, int[] strides, int[] claimed) {
        return CoreReportReferee.firstWrongSize(size, kernels, strides, claimed);
    }

    @Override
    public int samplesCounted(int samples, int batchSize, int perBatch) {
        return CoreReportReferee.samplesCounted(samples, batchSize, perBatch);
    }

    @Override
    public boolean mayAgree(double all, double counted, int samples, int batchSize, int perBatch) {
        return CoreReportReferee.mayAgree(all, counted, samples, samplesCounted(samples, batchSize, perBatch));
    }

    @Override
    public double doubleSoftmaxFloor(int classes) {
        return StrictMath.log1p((classes - 1) / Math.E);
    }

    @Override
    public ModeVerdict judgeMode(Tensor once, Tensor again, Tensor before, Tensor after) {
        return CoreReportReferee.judgeMode(once, again, before, after);
    }

    @Override
    public CnnConfig shapesRecipe(Seed seed) {
        String network = "conv 8 5x5 stride 2, relu, conv 16 3x3, relu, maxpool 2, flatten, dropout 0.2, dense 10";
        return new CnnConfig(network, OptimizerKind.ADAM, 0.007, 20, 14, seed);
    }
}
