package io.gradlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Names, shapes and errors of networks. */
class SequentialTest {
    private static final Seed SEED = new Seed(3);

    @Test
    void parametersAreNamedByTheirPlace() {
        Sequential inner = new Sequential(List.of(dense(4, 3), new Activation(ActivationKind.RELU), dense(3, 2)));
        SequencedMap<String, Layer> layers = new LinkedHashMap<>();
        layers.put("flatten", new Flatten());
        layers.put("head", inner);
        Sequential network = new Sequential(layers);
        assertThat(network.parameters())
                .extracting(Parameter::name)
                .containsExactly("head.0.weight", "head.0.bias", "head.2.weight", "head.2.bias");
        network.parameters().getFirst().freeze(true);
        assertThat(inner.parameters().getFirst().frozen()).isTrue();
        assertThat(network).hasToString("Flatten › Dense(4→3) › ReLU › Dense(3→2)");
    }

    @Test
    void aWrongShapeNamesThePathBothShapesAndTheCause() {
        SequencedMap<String, Layer> layers = new LinkedHashMap<>();
        layers.put("pool", new MaxPool2d(WindowGeometry.square(2, 2, 0)));
        layers.put("head", new Sequential(List.of(dense(4, 3))));
        Sequential network = new Sequential(layers);
        assertThatThrownBy(() -> network.outputShape(Shape.of(5, 1, 4, 4)))
                .isInstanceOf(ShapeMismatch.class)
                .hasMessage("head.0: Dense(4→3) takes [N, 4], but got [5, 1, 2, 2]. Is a Flatten missing before it?");
        assertThatThrownBy(() -> network.forward(Tensor.zeros(5, 1, 4, 4), Pass.evaluation()))
                .hasMessageStartingWith("head.0: Dense(4→3)");
    }

    @Test
    void backwardWithoutTheInputGradientLeavesTheSameParameterGradients() {
        Sequential network =
                new Sequential(List.of(new Flatten(), dense(6, 5), new Activation(ActivationKind.TANH), dense(5, 2)));
        Tensor input = SEED.stream("x").uniforms(Shape.of(3, 2, 3), -1, 1);
        Tensor gradient = SEED.stream("g").uniforms(Shape.of(3, 2), -1, 1);
        network.forward(input, Pass.evaluation());
        Tensor inputGradient = network.backward(gradient);
        assertThat(inputGradient.shape()).isEqualTo(Shape.of(3, 2, 3));
        List<float[]> whole = network.parameters().stream()
                .map(parameter -> parameter.gradient().data().clone())
                .toList();
        network.forward(input, Pass.evaluation());
        network.backwardParameters(gradient);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(network.parameters().get(i).gradient().data()).containsExactly(whole.get(i));
        }
    }

    @Test
    void noGradientIsComputedBelowTheFirstTrainableLayer() {
        Layer forbidden = new Layer() {
            @Override
            public Tensor forward(Tensor input, Pass pass) {
                return input;
            }

            @Override
            public Tensor backward(Tensor outputGradient) {
                throw new AssertionError("nobody needs this gradient");
            }

            @Override
            public Shape outputShape(Shape input) {
                return input;
            }
        };
        SequencedMap<String, Layer> layers = new LinkedHashMap<>();
        layers.put("features", new Sequential(List.of(dense(4, 3), forbidden, dense(3, 3))));
        layers.put("relu", new Activation(ActivationKind.RELU));
        layers.put("head", new Sequential(List.of(dense(3, 3), forbidden, dense(3, 2))));
        Sequential network = new Sequential(layers);
        network.parameters().stream()
                .filter(parameter -> !parameter.name().startsWith("head.2"))
                .forEach(parameter -> parameter.freeze(true));
        Tensor input = SEED.stream("x").uniforms(Shape.of(5, 4), -1, 1);
        Tensor gradient = SEED.stream("g").uniforms(Shape.of(5, 2), -1, 1);

        network.forward(input, Pass.training(SEED, 0));
        network.backwardParameters(gradient);

        assertThat(network.parameters())
                .filteredOn(Parameter::hasGradient)
                .extracting(Parameter::name)
                .containsExactly("head.2.weight", "head.2.bias");
        network.parameters().getFirst().freeze(false); // now everything above it is needed
        assertThatThrownBy(() -> network.backwardParameters(gradient)).isInstanceOf(AssertionError.class);
        network.parameters().forEach(parameter -> parameter.freeze(true));
        network.backwardParameters(gradient); // and now nothing
    }

    @Test
    void dropoutIsTheIdentityInEvaluationAndOneMaskInTraining() {
        Dropout dropout = new Dropout(0.5);
        Tensor input = SEED.stream("x").uniforms(Shape.of(4, 50), 1, 2);
        assertThat(dropout.forward(input, Pass.evaluation())).isSameAs(input);
        float[] first = dropout.forward(input, Pass.training(SEED, 1)).data().clone();
        float[] gradient = dropout.backward(input).data().clone();
        assertThat(gradient).containsExactly(first);
        assertThat(dropout.forward(input, Pass.training(SEED, 2)).data()).isNotEqualTo(first);
        assertThat(dropout.forward(input, Pass.training(SEED, 1)).data()).containsExactly(first);
    }

    @Test
    void aSteadyStepReusesItsMemory() {
        Layer dense = dense(4, 3);
        Tensor input = Tensor.zeros(5, 4);
        Tensor small = Tensor.zeros(2, 4);
        Tensor first = dense.forward(input, Pass.evaluation());
        dense.forward(small, Pass.evaluation());
        assertThat(dense.forward(input, Pass.evaluation())).isSameAs(first);
    }

    private static Dense dense(int inputs, int outputs) {
        Tensor weight = Initialization.XAVIER.weight(Shape.of(outputs, inputs), SEED.stream("w" + inputs));
        return new Dense(weight, Tensor.zeros(outputs));
    }
}
