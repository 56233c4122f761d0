package io.gradlab.course.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradlab.course.probe.toy.Good;
import io.gradlab.course.probe.toy.Toy;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeRunnerTest {
    private final ProbeRunner runner = new ProbeRunner(Toy.class, new Good(), Core::new);

    private static final class Core implements Toy {
        @Override
        public Tensor twice(Tensor input) {
            return Tensor.vector(77);
        }
    }

    @Test
    void callsAFunctionOnCopiesAndReportsTheArgumentAsItIsAfterwards() {
        Tensor input = Tensor.vector(3, 4);

        Answer answer = runner.run(new Probe.OfFunction("twice", List.of(Value.of(input))));

        assertThat(answer.failure()).isEmpty();
        assertThat(answer.tensor("result").data()).containsExactly(6, 4);
        assertThat(answer.tensor("argument.0").data()).containsExactly(6, 4);
        assertThat(answer.tensor("result").data())
                .isNotSameAs(answer.tensor("argument.0").data());
        assertThat(input.data()).containsExactly(3, 4);
    }

    @Test
    void convertsEveryKindOfValue() {
        Value settings = new Value.Group(List.of(
                Value.of(2), new Value.Wholes(List.of(5, 6)), Value.of(1), Value.of(3), Value.of(ActivationKind.RELU)));
        List<Value> arguments = List.of(
                Value.of(42),
                Value.of(0.5),
                Value.of(1L << 40),
                Value.of(9),
                Value.of(ActivationKind.TANH),
                Value.of(new int[] {3, 4}),
                settings);

        Answer answer = runner.run(new Probe.OfFunction("describe", arguments));

        assertThat(answer.number("result")).isEqualTo(42);
    }

    @Test
    void passesTheEnginesPartsOrItsOwn() {
        Value input = Value.of(Tensor.vector(3));

        Answer core = runner.run(new Probe.OfFunction("through", List.of(Value.Parts.CORE, input)));
        Answer own = runner.run(new Probe.OfFunction("through", List.of(Value.Parts.OWN, input)));

        assertThat(core.tensor("result").data()).containsExactly(77);
        assertThat(own.tensor("result").data()).containsExactly(6);
    }

    @Test
    void drivesALayerAndCopiesResultsThatItUsesAgain() {
        Answer answer = runner.run(new Probe.OfLayer(
                "layer",
                List.of(Value.of(Tensor.vector(10))),
                List.of(
                        new Probe.Step.Train(Tensor.vector(1, 2), 5, 0),
                        new Probe.Step.Evaluate(Tensor.vector(3, 4)),
                        new Probe.Step.Backward(Tensor.vector(1, 1)))));

        assertThat(answer.failure()).isEmpty();
        assertThat(answer.tensor("output.0").data()).containsExactly(20, 40);
        assertThat(answer.tensor("output.1").data()).containsExactly(30, 40);
        assertThat(answer.tensor("inputGradient.2").data()).containsExactly(10, 10);
        assertThat(answer.tensor("weight.gradient.2").data()).containsExactly(7);
        assertThat(answer.tensor("input.2").data()).containsExactly(1, 1);
        assertThat(answer.tensor("weight").data()).containsExactly(10);
    }

    @Test
    void computesALoss() {
        Answer answer = runner.run(new Probe.OfLoss("loss", List.of(), Tensor.vector(3), Tensor.vector(1)));

        assertThat(answer.number("value")).isEqualTo(2);
        assertThat(answer.tensor("gradient").data()).containsExactly(3);
        assertThat(answer.values().keySet()).containsExactly("value", "gradient", "logits", "targets");
    }

    @Test
    void letsAnOptimizerStepOverParametersSomeOfThemFrozen() {
        Answer answer = runner.run(new Probe.OfOptimizer(
                "optimizer",
                List.of(),
                List.of(Tensor.vector(1), Tensor.vector(2)),
                List.of(List.of(Tensor.vector(1), Tensor.vector(1)), List.of(Tensor.vector(2), Tensor.vector(2))),
                List.of(1),
                0.5));

        assertThat(answer.tensor("parameter.0.0").data()).containsExactly(0.5f);
        assertThat(answer.tensor("parameter.0.1").data()).containsExactly(-0.5f);
        assertThat(answer.tensor("parameter.1.1").data()).containsExactly(2);
        assertThat(answer.tensor("gradient.0.1").data()).containsExactly(2);
    }

    @Test
    void trainsAClassifierAsOftenAsAsked() {
        Answer answer = runner.run(new Probe.OfClassifier(
                "classifier", List.of(), Tensor.vector(1), new int[] {0}, 3, Tensor.vector(1, 2), new int[] {1, 1}));

        assertThat(answer.tensor("probabilities").data()).containsExactly(3);
        assertThat(answer.labels("predictions")).containsExactly(3, 2);
        assertThat(answer.labels("trainingLabels")).containsExactly(5);
        assertThat(answer.number("score")).isEqualTo(0.25);
    }

    @Test
    void refusesAProbeThatDoesNotFitTheContract() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> runner.run(new Probe.OfFunction("thrice", List.of())))
                .withMessage("Toy has no method thrice with 0 parameters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> runner.run(new Probe.OfFunction("twice", List.of(Value.of(1.5)))))
                .withMessage("A Tensor cannot be made of Real[value=1.5]");
    }
}
