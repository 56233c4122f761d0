package io.gradlab.grader.lab2;

import io.gradlab.course.Lab2;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;

/**
 * An implementation with one mistake, and what the check must say about it.
 *
 * @param task whose check must fail
 * @param says part of the message
 */
record Mistake(String name, Class<?> task, Lab2 lab, String says) {

    @Override
    public String toString() {
        return name;
    }

    /** An output size of input, kernel, stride and padding. */
    interface Size {
        int of(int input, int kernel, int stride, int padding);
    }

    static Mistake size(String name, Size wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public int outputSize(int input, int kernel, int stride, int padding) {
                return wrong.of(input, kernel, stride, padding);
            }
        };
        return new Mistake(name, OutputSizeChecks.class, lab, says);
    }

    /** A convolution, wrong in one way. */
    interface Convolve {
        Tensor of(Tensor input, Tensor weight, Tensor bias, int stride, int padding);
    }

    static Mistake convolve(String name, Convolve wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Tensor convolve(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
                return wrong.of(input, weight, bias, stride, padding);
            }
        };
        return new Mistake(name, ConvolutionChecks.class, lab, says);
    }

    static Mistake columns(String name, UnaryOperator<Lab2> wrong, String says) {
        return new Mistake(name, ColumnsChecks.class, wrong.apply(new AlteredLab2()), says);
    }

    /** Changes a layer's output, or its input gradient after its own parameters' gradients. */
    interface Change {
        Tensor of(Layer layer, Tensor x, Tensor result);
    }

    static Layer output(Layer right, Change change) {
        return new AlteredLayer(right) {
            @Override
            Tensor alterOutput(Tensor x, Tensor y) {
                return change.of(right, x, y);
            }
        };
    }

    /** Makes an input gradient of the input, the output gradient and the right answer. */
    interface GradientChange {
        Tensor of(Layer layer, Tensor x, Tensor dy, Tensor dx);
    }

    static Layer gradient(Layer right, GradientChange change) {
        return new AlteredLayer(right) {
            @Override
            Tensor alterGradient(Tensor x, Tensor y, Tensor dy, Tensor dx) {
                return change.of(right, x, dy, dx);
            }
        };
    }

    static Mistake convolution(String name, GradientChange change, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Layer convolution(Tensor weight, Tensor bias, int stride, int padding) {
                return gradient(super.convolution(weight, bias, stride, padding), change);
            }
        };
        return new Mistake(name, ConvolutionLayerChecks.class, lab, says);
    }

    static Mistake maxPool(String name, UnaryOperator<Layer> wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Layer maxPool(int size, int stride) {
                return wrong.apply(super.maxPool(size, stride));
            }
        };
        return new Mistake(name, MaxPoolChecks.class, lab, says);
    }

    static Mistake averagePool(String name, UnaryOperator<Layer> wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Layer averagePool(int size, int stride) {
                return size == 2 ? wrong.apply(super.averagePool(size, stride)) : super.averagePool(size, stride);
            }
        };
        return new Mistake(name, AveragePoolChecks.class, lab, says);
    }

    static Mistake batchNorm(String name, UnaryOperator<Layer> wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Layer batchNorm(Tensor weight, Tensor bias) {
                return wrong.apply(super.batchNorm(weight, bias));
            }
        };
        return new Mistake(name, BatchNormChecks.class, lab, says);
    }

    static Mistake dropout(String name, DoubleFunction<Layer> wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Layer dropout(double rate) {
                return wrong.apply(rate);
            }
        };
        return new Mistake(name, DropoutChecks.class, lab, says);
    }

    static Mistake adam(String name, AdamVariant variant, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Optimizer adam() {
                return new WrongAdam(variant);
            }
        };
        return new Mistake(name, AdamChecks.class, lab, says);
    }

    /** What a step takes away times η, given m, v, and the step's number. */
    interface AdamVariant {
        double of(double m, double v, int time);
    }

    static Tensor times(Tensor tensor, double factor) {
        Tensor product = tensor.copy();
        for (int i = 0; i < product.size(); i++) {
            product.data()[i] = (float) (factor * product.data()[i]);
        }
        return product;
    }
}
