package io.gradlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.core.Lab2Core;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.loss.LossResult;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every layer, loss and optimizer against the numbers that PyTorch gives, which {@code src/test/golden/record.py} has
 * recorded in double precision. The bound is 1e-5, in terms of the larger of 1 and the largest expected number.
 */
class GoldenTest {
    private static final Map<String, Tensor> GOLDEN = Safetensors.read(
                    Path.of("src/test/resources/golden/layers.safetensors"))
            .tensors();
    private static final double BOUND = 1e-5;

    static Stream<String> layers() {
        return GOLDEN.keySet().stream()
                .filter(name -> name.endsWith("/outputGradient"))
                .map(name -> name.substring(0, name.indexOf('/')));
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

    @Test
    void everyLayerIsThere() {
        assertThat(layers()).hasSize(23);
        assertThat(layer("batch-norm").buffers()).containsOnlyKeys("running_mean", "running_var");
        assertThat(layer("lenet").parameters()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loss-hard", "loss-soft"})
    void theLossIsPyTorchs(String name) {
        LossResult result = new CrossEntropy().compute(golden(name, "logits"), golden(name, "targets"));

        assertNear(name, "value", Tensor.vector((float) result.value()));
        assertNear(name, "gradient", result.gradient());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "sgd-momentum-decay", "adam", "adam-decay"})
    void fiveStepsArePyTorchs(String name) {
        Optimizer optimizer = switch (name) {
            case "sgd" -> new Sgd();
            case "sgd-momentum-decay" -> new Sgd(0.9, 0.05);
            case "adam" -> new Adam();
            default -> new Adam(0.05);
        };
        Parameter weight = Parameter.weight("weight", golden(name, "start"));

        for (int step = 0; step < 5; step++) {
            weight.gradient().copyFrom(golden(name, "gradient." + step));
            optimizer.step(List.of(weight), name.startsWith("adam") ? 0.01 : 0.1);
            assertNear(name, "value." + step, weight.value());
        }
    }

    private static Layer layer(String name) {
        String[] words = name.split("-");
        return switch (words[0]) {
            case "conv" -> convolution(name);
            case "max" -> new MaxPool2d(window(words[1]));
            case "average" -> new AveragePool2d(window(words[1]));
            case "relu", "sigmoid", "tanh" -> new Activation(ActivationKind.valueOf(name.toUpperCase(Locale.ROOT)));
            case "leaky" -> new LeakyRelu(0.2);
            case "selu" -> new Selu();
            case "flatten" -> new Flatten();
            case "dense" -> new Dense(golden(name, "weight"), golden(name, "bias"));
            case "batch" -> new Lab2Core().batchNorm(golden(name, "weight"), golden(name, "bias"));
            case "lenet" -> new Lab2Core().lenet(parameters(name), new Lab2Core());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Layer convolution(String name) {
        int stride = name.endsWith("strided") ? 2 : name.endsWith("oblong") ? 3 : 1;
        int padding = switch (name) {
            case "conv-padded", "conv-strided" -> 1;
            case "conv-five", "conv-oblong" -> 2;
            default -> 0;
        };
        return new Conv2d(golden(name, "weight"), golden(name, "bias"), stride, padding);
    }

    private static WindowGeometry window(String name) {
        return switch (name) {
            case "overlap" -> WindowGeometry.square(3, 2, 0);
            case "gaps" -> WindowGeometry.square(2, 3, 0);
            default -> WindowGeometry.square(2, 2, 0);
        };
    }

    private static Map<String, Tensor> parameters(String name) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
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
            double difference = Math.abs((double) actual.data()[i] - expected.data()[i]);
            assertThat(difference)
                    .as(name + "/" + what + " number " + i + ": " + actual.data()[i] + " for " + expected.data()[i])
                    .isLessThanOrEqualTo(BOUND * largest);
        }
    }
}
