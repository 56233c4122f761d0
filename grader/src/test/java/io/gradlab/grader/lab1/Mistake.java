package io.gradlab.grader.lab1;

import io.gradlab.course.Classifier;
import io.gradlab.course.Lab1;
import io.gradlab.course.MlpConfig;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.loss.LossResult;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An implementation with one mistake, and what the check must say about it.
 *
 * @param task whose check must fail
 * @param says part of the message
 */
record Mistake(String name, Class<?> task, Lab1 lab, String says) {

    @Override
    public String toString() {
        return name;
    }

    /** A number of a tensor from numbers at the same place: input, output, output gradient. */
    interface Cell {
        double of(double x, double y, double dy);
    }

    static Mistake activationForward(String name, Class<?> task, Cell cell, String says) {
        return new Mistake(name, task, activation(cell, null), says);
    }

    static Mistake activationBackward(String name, Class<?> task, Cell cell, String says) {
        return new Mistake(name, task, activation(null, cell), says);
    }

    static Mistake softmax(String name, UnaryOperator<Tensor> softmax, String says) {
        Lab1 lab = new AlteredLab1() {
            @Override
            public Tensor softmax(Tensor logits) {
                return softmax.apply(logits);
            }
        };
        return new Mistake(name, SoftmaxChecks.class, lab, says);
    }

    /** A loss made of the right one. */
    interface LossChange {
        LossResult of(LossResult right, Tensor logits, Tensor targets);
    }

    static Mistake loss(String name, LossChange change, String says) {
        Lab1 lab = new AlteredLab1() {
            @Override
            public Loss crossEntropy() {
                Loss right = super.crossEntropy();
                return (logits, targets) -> change.of(right.compute(logits, targets), logits, targets);
            }
        };
        return new Mistake(name, CrossEntropyChecks.class, lab, says);
    }

    /** Changes a dense layer's gradients, given parameters (weight, bias) and what is known. */
    interface DenseChange {
        Tensor backward(List<Parameter> parameters, Tensor x, Tensor dy, Tensor dx);
    }

    static Mistake denseForward(String name, BinaryOperator<Tensor> weightAndBias, String says) {
        Lab1 lab = new AlteredLab1() {
            @Override
            public Layer dense(Tensor weight, Tensor bias) {
                boolean square = weight.dim(0) == weight.dim(1);
                return super.dense(square ? weightAndBias.apply(weight, bias) : weight, bias);
            }
        };
        return new Mistake(name, DenseChecks.class, lab, says);
    }

    static Mistake denseBackward(String name, DenseChange change, String says) {
        Lab1 lab = new AlteredLab1() {
            @Override
            public Layer dense(Tensor weight, Tensor bias) {
                return new AlteredLayer(super.dense(weight, bias)) {
                    @Override
                    Tensor alterGradient(Tensor x, Tensor y, Tensor dy, Tensor dx) {
                        return change.backward(parameters(), x, dy, dx);
                    }
                };
            }
        };
        return new Mistake(name, DenseChecks.class, lab, says);
    }

    static Mistake sgd(String name, Optimizer wrong, String says) {
        Lab1 lab = new AlteredLab1() {
            @Override
            public Optimizer sgd() {
                return wrong;
            }
        };
        return new Mistake(name, SgdChecks.class, lab, says);
    }

    static Mistake mlp(String name, UnaryOperator<MlpConfig> change, String says) {
        Lab1 lab = new AlteredLab1() {
            @Override
            public Classifier mlp(MlpConfig config, Lab1 parts) {
                return super.mlp(change.apply(config), parts);
            }
        };
        return new Mistake(name, MlpChecks.class, lab, says);
    }

    private static Lab1 activation(@Nullable Cell out, @Nullable Cell in) {
        return new AlteredLab1() {
            @Override
            public Layer activation(ActivationKind kind) {
                return new AlteredLayer(super.activation(kind)) {
                    @Override
                    Tensor alterOutput(Tensor x, Tensor y) {
                        return out == null ? y : cells(out, x, y, y);
                    }

                    @Override
                    Tensor alterGradient(Tensor x, Tensor y, Tensor dy, Tensor dx) {
                        return in == null ? dx : cells(in, x, y, dy);
                    }
                };
            }
        };
    }

    static Tensor cells(Cell cell, Tensor x, Tensor y, Tensor dy) {
        Tensor result = Tensor.zeros(x.shape());
        for (int i = 0; i < result.size(); i++) {
            result.data()[i] = (float) cell.of(x.data()[i], y.data()[i], dy.data()[i]);
        }
        return result;
    }

    static Tensor times(Tensor tensor, double factor) {
        return cells((x, _, _) -> factor * x, tensor, tensor, tensor);
    }

    static Tensor transposed(Tensor matrix) {
        Tensor transposed = Tensor.zeros(matrix.dim(1), matrix.dim(0));
        for (int i = 0; i < matrix.dim(0); i++) {
            for (int j = 0; j < matrix.dim(1); j++) {
                transposed.data()[j * matrix.dim(0) + i] = matrix.at(i, j);
            }
        }
        return transposed;
    }
}
