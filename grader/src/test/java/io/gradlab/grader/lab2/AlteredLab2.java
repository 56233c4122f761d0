package io.gradlab.grader.lab2;

import io.gradlab.course.CnnConfig;
import io.gradlab.course.Lab2;
import io.gradlab.course.ModeVerdict;
import io.gradlab.course.core.Lab2Core;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** The engine's lab 2, of which subclasses get one thing wrong. */
class AlteredLab2 implements Lab2 {
    private final Lab2 core = new Lab2Core();

    @Override
    public Layer flatten() {
        return core.flatten();
    }

    @Override
    public int outputSize(int input, int kernel, int stride, int padding) {
        return core.outputSize(input, kernel, stride, padding);
    }

    @Override
    public Tensor convolve(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        return core.convolve(input, weight, bias, stride, padding);
    }

    @Override
    public Tensor columns(Tensor input, int kernelHeight, int kernelWidth, int stride, int padding) {
        return core.columns(input, kernelHeight, kernelWidth, stride, padding);
    }

    @Override
    public Tensor convolveByColumns(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        return core.convolveByColumns(input, weight, bias, stride, padding);
    }

    @Override
    public Layer convolution(Tensor weight, Tensor bias, int stride, int padding) {
        return core.convolution(weight, bias, stride, padding);
    }

    @Override
    public Layer maxPool(int size, int stride) {
        return core.maxPool(size, stride);
    }

    @Override
    public Layer averagePool(int size, int stride) {
        return core.averagePool(size, stride);
    }

    @Override
    public Layer batchNorm(Tensor weight, Tensor bias) {
        return core.batchNorm(weight, bias);
    }

    @Override
    public Layer dropout(double rate) {
        return core.dropout(rate);
    }

    @Override
    public Layer dropout2d(double rate) {
        return core.dropout2d(rate);
    }

    @Override
    public Layer leakyRelu(double slope) {
        return core.leakyRelu(slope);
    }

    @Override
    public Layer selu() {
        return core.selu();
    }

    @Override
    public Optimizer adam() {
        return core.adam();
    }

    @Override
    public double penalty(List<Parameter> parameters, double lambda) {
        return core.penalty(parameters, lambda);
    }

    @Override
    public Optimizer penalizedSgd(double lambda) {
        return core.penalizedSgd(lambda);
    }

    @Override
    public Tensor flip(Tensor images) {
        return core.flip(images);
    }

    @Override
    public Tensor grayscale(Tensor images) {
        return core.grayscale(images);
    }

    @Override
    public Tensor shift(Tensor images, int down, int right) {
        return core.shift(images, down, right);
    }

    @Override
    public Tensor normalize(Tensor images, Tensor mean, Tensor deviation) {
        return core.normalize(images, mean, deviation);
    }

    @Override
    public Layer lenet(Map<String, Tensor> parameters, Lab2 parts) {
        return core.lenet(parameters, parts);
    }

    @Override
    public Tensor confusion(int[] labels, int[] predictions, int classes) {
        return core.confusion(labels, predictions, classes);
    }

    @Override
    public Tensor classAccuracies(Tensor counts) {
        return core.classAccuracies(counts);
    }

    @Override
    public int[] neighbours(Tensor embeddings, int sample, int count) {
        return core.neighbours(embeddings, sample, count);
    }

    @Override
    public boolean penaltyTrains(Tensor before, Tensor after, Tensor gradient, double learningRate, double lambda) {
        return core.penaltyTrains(before, after, gradient, learningRate, lambda);
    }

    @Override
    public int firstWrongSize(int size, int[] kernels, int[] strides, int[] claimed) {
        return core.firstWrongSize(size, kernels, strides, claimed);
    }

    @Override
    public int samplesCounted(int samples, int batchSize, int perBatch) {
        return core.samplesCounted(samples, batchSize, perBatch);
    }

    @Override
    public boolean mayAgree(double all, double counted, int samples, int batchSize, int perBatch) {
        return core.mayAgree(all, counted, samples, batchSize, perBatch);
    }

    @Override
    public double doubleSoftmaxFloor(int classes) {
        return core.doubleSoftmaxFloor(classes);
    }

    @Override
    public ModeVerdict judgeMode(Tensor once, Tensor again, Tensor before, Tensor after) {
        return core.judgeMode(once, again, before, after);
    }

    @Override
    public CnnConfig shapesRecipe(Seed seed) {
        return core.shapesRecipe(seed);
    }
}
