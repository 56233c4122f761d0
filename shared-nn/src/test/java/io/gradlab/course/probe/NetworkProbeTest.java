package io.gradlab.course.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.course.Lab3;
import io.gradlab.course.core.Lab3Core;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkProbeTest {
    private static final Value DOUBLING = Value.ofNetwork(
            "flatten, dense 1", Shape.of(1, 1, 2), Map.of("1.weight", Tensor.matrix(new float[] {2, 2})));

    private final ProbeRunner runner = new ProbeRunner(Lab3.class, new Lab3Core(), Lab3Core::new);

    @Test
    void aNetworkArrivesWithItsTensors() {
        Answer answer = runner.run(new Probe.OfFunction(
                "features", List.of(DOUBLING, Value.of(Tensor.vector(1, 2, 3, 4).reshape(2, 1, 1, 2)), Value.of(2))));

        assertThat(answer.failure()).isEmpty();
        assertThat(answer.tensor("result").data()).containsExactly(6, 14);
    }

    @Test
    void frozenParametersAreNamedAndHaveNoGradient() {
        Value head = Value.ofNetwork("dense 3", Shape.of(1), Map.of());

        Answer answer = runner.run(new Probe.OfLayer(
                "transfer",
                List.of(DOUBLING, head),
                List.of(
                        new Probe.Step.Train(Tensor.zeros(1, 1, 1, 2), 1, 0),
                        new Probe.Step.Backward(Tensor.zeros(1, 3)))));

        assertThat(answer.failure()).isEmpty();
        assertThat(answer.has("features.1.weight.frozen")).isTrue();
        assertThat(answer.has("features.1.weight.gradient.1")).isFalse();
        assertThat(answer.has("classifier.0.weight.frozen")).isFalse();
        assertThat(answer.has("classifier.0.weight.gradient.1")).isTrue();
    }

    @Test
    void mapsAreReportedAsTheyAreAfterwards() {
        Value images = Value.of(Tensor.vector(1, 2).reshape(1, 1, 1, 2));

        Answer answer = runner.run(new Probe.OfFunction(
                "cached", List.of(Value.of(Map.of()), new Value.Text("key"), DOUBLING, images, Value.Parts.CORE)));

        assertThat(answer.tensors("argument.0")).containsOnlyKeys("key");
        assertThat(answer.tensors("argument.0").get("key").data()).containsExactly(6);
    }

    @Test
    void aGroupThatIsNoNetworkDoesNotFit() {
        Value wrong = new Value.Group(List.of(Value.of(1), Value.of(2), Value.of(3)));
        Value images = Value.of(Tensor.zeros(1, 1, 1, 2));

        assertThatThrownBy(() -> runner.run(new Probe.OfFunction("features", List.of(wrong, images, Value.of(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A network is a text, a shape and tensors");
    }
}
