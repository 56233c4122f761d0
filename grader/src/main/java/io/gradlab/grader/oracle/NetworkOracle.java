package io.gradlab.grader.oracle;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A network of convolutions, fixed batch norms, activations, pools and dense layers, in evaluation mode. */
public final class NetworkOracle {
    private final List<Step> steps = new ArrayList<>();

    /** A layer: its output of x, and its input gradient of x and dL/dy. */
    private interface Step {
        DoubleTensor forward(DoubleTensor x);

        DoubleTensor backward(DoubleTensor x, DoubleTensor dy);
    }

    /**
     * Builds the network.
     *
     * @param text of {@code conv F KxK [pad P]}, {@code batchnorm}, {@code relu}, {@code tanh}, {@code maxpool 2}, {@code
     *     dropout S}, {@code flatten} and {@code dense U}, between commas
     * @param tensors by name, {@code 0.weight}: layers are named by their place
     */
    public NetworkOracle(String text, Map<String, DoubleTensor> tensors) {
        for (String element : text.split(",")) {
            String[] words = element.strip().split(" ");
            String name = steps.size() + ".";
            steps.add(
                    switch (words[0]) {
                        case "conv" ->
                            convolution(
                                    new ConvolutionOracle(1, words.length > 3 ? Integer.parseInt(words[4]) : 0),
                                    tensors.get(name + "weight"),
                                    tensors.get(name + "bias"));
                        case "batchnorm" -> batchNorm(name, tensors);
                        case "relu" -> activation(ActivationKind.RELU);
                        case "tanh" -> activation(ActivationKind.TANH);
                        case "maxpool" -> pool(new PoolOracle(2, 2));
                        case "dropout" -> shaped(false);
                        case "flatten" -> shaped(true);
                        case "dense" -> dense(tensors.get(name + "weight"), tensors.get(name + "bias"));
                        default -> throw new IllegalArgumentException("no oracle for " + element);
                    });
        }
    }

    /** Computes the output. */
    public DoubleTensor forward(DoubleTensor input) {
        return inputs(input).getLast();
    }

    /** Computes dL/dx from dL/dy. */
    public DoubleTensor inputGradient(DoubleTensor input, DoubleTensor outputGradient) {
        List<DoubleTensor> inputs = inputs(input);
        DoubleTensor gradient = outputGradient;
        for (int i = steps.size() - 1; i >= 0; i--) {
            gradient = steps.get(i).backward(inputs.get(i), gradient);
        }
        return gradient;
    }

    /** Returns what each layer is given, and the output at last. */
    private List<DoubleTensor> inputs(DoubleTensor input) {
        List<DoubleTensor> inputs = new ArrayList<>(List.of(input));
        for (Step step : steps) {
            inputs.add(step.forward(inputs.getLast()));
        }
        return inputs;
    }

    private static Step convolution(ConvolutionOracle oracle, DoubleTensor weight, DoubleTensor bias) {
        return new Step() {
            @Override
            public DoubleTensor forward(DoubleTensor x) {
                return oracle.forward(x, weight, bias);
            }

            @Override
            public DoubleTensor backward(DoubleTensor x, DoubleTensor dy) {
                return oracle.inputGradient(x.shape(), weight, dy);
            }
        };
    }

    private static Step batchNorm(String name, Map<String, DoubleTensor> tensors) {
        DoubleTensor weight = tensors.get(name + "weight");
        DoubleTensor bias = tensors.get(name + "bias");
        DoubleTensor mean = tensors.get(name + "running_mean");
        DoubleTensor variance = tensors.get(name + "running_var");
        return new Step() {
            @Override
            public DoubleTensor forward(DoubleTensor x) {
                return new BatchNormOracle(weight, bias).forward(x, mean, variance);
            }

            @Override
            public DoubleTensor backward(DoubleTensor x, DoubleTensor dy) {
                return new BatchNormOracle(weight, bias.times(0)).forward(dy, mean.times(0), variance);
            }
        };
    }

    private static Step activation(ActivationKind kind) {
        return new Step() {
            @Override
            public DoubleTensor forward(DoubleTensor x) {
                return ActivationOracle.forward(kind, x);
            }

            @Override
            public DoubleTensor backward(DoubleTensor x, DoubleTensor dy) {
                return ActivationOracle.backward(kind, x, dy);
            }
        };
    }

    private static Step pool(PoolOracle oracle) {
        return new Step() {
            @Override
            public DoubleTensor forward(DoubleTensor x) {
                return oracle.maximum(x);
            }

            @Override
            public DoubleTensor backward(DoubleTensor x, DoubleTensor dy) {
                return oracle.maximumGradient(x, dy);
            }
        };
    }

    private static Step shaped(boolean flat) {
        return new Step() {
            @Override
            public DoubleTensor forward(DoubleTensor x) {
                Shape rows = Shape.of(x.dim(0), x.shape().withoutFirst().size());
                return new DoubleTensor(flat ? rows : x.shape(), x.data());
            }

            @Override
            public DoubleTensor backward(DoubleTensor x, DoubleTensor dy) {
                return new DoubleTensor(x.shape(), dy.data());
            }
        };
    }

    private static Step dense(DoubleTensor weight, DoubleTensor bias) {
        return new Step() {
            @Override
            public DoubleTensor forward(DoubleTensor x) {
                return DenseOracle.forward(x, weight, bias);
            }

            @Override
            public DoubleTensor backward(DoubleTensor x, DoubleTensor dy) {
                return DenseOracle.inputGradient(weight, dy);
            }
        };
    }
}
