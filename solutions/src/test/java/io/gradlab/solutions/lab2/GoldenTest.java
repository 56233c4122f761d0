package io.gradlab.solutions.lab2;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Lab2;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference answers against the numbers that PyTorch gives; the engine's test of them says how they were recorded. */
class GoldenTest {
    private static final Map<String, Tensor> GOLDEN = Safetensors.read(
                    Path.of("../shared-nn/src/test/resources/golden/layers.safetensors"))
            .tensors();
    private static final List<String> LAB_1 = List.of("relu", "sigmoid", "tanh", "dense");
    private static final double BOUND = 1e-5; // in terms of the larger of 1 and the largest expected number
    private static final Lab2 LAB = new Lab2Solutions();

    static Stream<String> layers() {
        return GOLDEN.keySet().stream()
                .filter(name -> name.endsWith("/outputGradient"))
                .map(name -> name.substring(0, name.indexOf('/')))
                .filter(name -> !LAB_1.contains(name));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerIsPyTorchs(String name) {
        Layer layer = layer(name);
        Tensor input = golden(name, "input");

        assertNear(name, "output", layer.forward(input, Pass.training(new Seed(1), 0)));
        assertNear(name, "inputGradient", layer.backward(golden(name, "outputGradient")));
        for (Parameter parameter : layer.parameters()) {
            assertNear(name, parameter.name() + ".gradient", parameter.gradient());
        }
        layer.buffers().forEach((buffer, value) -> assertNear(name, buffer, value));
        assertNear(name, "evaluated", layer.forward(input, Pass.evaluation()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"conv-plain", "conv-padded", "conv-strided", "conv-five", "conv-one", "conv-oblong"})
    void bothConvolutionsArePyTorchs(String name) {
        Tensor x = golden(name, "input");
        Tensor w = golden(name, "weight");
        Tensor b = golden(name, "bias");

        assertNear(name, "output", LAB.convolve(x, w, b, stride(name), padding(name)));
        assertNear(name, "output", LAB.convolveByColumns(x, w, b, stride(name), padding(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "adam"})
    void fiveStepsArePyTorchs(String name) {
        Optimizer optimizer = name.equals("adam") ? LAB.adam() : LAB.penalizedSgd(0);
        Parameter weight = Parameter.weight("weight", golden(name, "start"));

        for (int step = 0; step < 5; step++) {
            weight.gradient().copyFrom(golden(name, "gradient." + step));
            optimizer.step(List.of(weight), name.equals("adam") ? 0.01 : 0.1);
            assertNear(name, "value." + step, weight.value());
        }
    }

    private static Layer layer(String name) {
        String kind = name.split("-")[0];
        int size = name.endsWith("overlap") ? 3 : 2;
        int step = name.endsWith("gaps") ? 3 : 2;
        return switch (kind) {
            case "conv" -> LAB.convolution(golden(name, "weight"), golden(name, "bias"), stride(name), padding(name));
            case "max" -> LAB.maxPool(size, step);
            case "average" -> LAB.averagePool(size, step);
            case "leaky" -> LAB.leakyRelu(0.2);
            case "selu" -> LAB.selu();
            case "flatten" -> LAB.flatten();
            case "batch" -> LAB.batchNorm(golden(name, "weight"), golden(name, "bias"));
            case "lenet" -> LAB.lenet(parameters(name), LAB);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static int stride(String name) {
        return name.endsWith("strided") ? 2 : name.endsWith("oblong") ? 3 : 1;
    }

    private static int padding(String name) {
        return switch (name) {
            case "conv-padded", "conv-strided" -> 1;
            case "conv-five", "conv-oblong" -> 2;
            default -> 0;
        };
    }

    private static Map<String, Tensor> parameters(String name) {
        Map<String, Tensor> parameters = new HashMap<>();
        for (String layer : new String[] {"conv1", "conv2", "fc1", "fc2", "fc3"}) {
            for (String what : new String[] {".weight", ".bias"}) {
                parameters.put(layer + what, golden(name, layer + what));
            }
        }
        return parameters;
    }

    private static Tensor golden(String name, String what) {
        Tensor tensor = GOLDEN.get(name + "/" + what);
        assertThat(tensor).as(name + "/" + what).isNotNull();
        return tensor.copy();
    }

    private static void assertNear(String name, String what, Tensor actual) {
        Tensor expected = golden(name, what);
        assertThat(actual.shape()).as(name + "/" + what).isEqualTo(expected.shape());
        double largest = 1;
        for (float value : expected.data()) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Math.abs((double) actual.data()[i] - expected.data()[i]))
                    .as(name + "/" + what + " number " + i + ": " + actual.data()[i] + " for " + expected.data()[i])
                    .isLessThanOrEqualTo(BOUND * largest);
        }
    }
}
