package io.gradlab.course.core;

import io.gradlab.course.Lab2;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.layer.AveragePool2d;
import io.gradlab.nn.layer.BatchNorm2d;
import io.gradlab.nn.layer.Conv2d;
import io.gradlab.nn.layer.Dropout;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.MaxPool2d;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.optim.Sgd;
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
}
