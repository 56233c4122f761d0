package io.gradlab.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Optimizers against their formulas in double precision, and their state's way through a checkpoint. */
class OptimizersTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-6);

    @Test
    void momentumAndWeightDecayFollowTheFormula() {
        Sgd sgd = new Sgd(0.9, 0.01);
        Parameter weight = Parameter.weight("w", Tensor.vector(2));
        Parameter bias = Parameter.bias("b", Tensor.vector(2));
        double w = 2;
        double v = 0;
        double b = 2;
        double u = 0;
        for (int step = 1; step <= 5; step++) {
            weight.gradient().data()[0] = step;
            bias.gradient().data()[0] = step;
            sgd.step(List.of(weight, bias), 0.1);
            v = 0.9 * v + step + 0.01 * w;
            w -= 0.1 * v;
            u = 0.9 * u + step;
            b -= 0.1 * u;
        }
        assertThat((double) weight.value().at(0)).isCloseTo(w, ROUNDING);
        assertThat((double) bias.value().at(0)).as("no penalty on biases").isCloseTo(b, ROUNDING);
    }

    @Test
    void biasesMayTakeLargerSteps() {
        Sgd sgd = new Sgd(0, 0, 64);
        Parameter weight = Parameter.weight("w", Tensor.vector(2));
        Parameter bias = Parameter.bias("b", Tensor.vector(2));
        weight.gradient().data()[0] = 1;
        bias.gradient().data()[0] = 1;
        sgd.step(List.of(weight, bias), 0.01);
        assertThat((double) weight.value().at(0)).isCloseTo(1.99, ROUNDING);
        assertThat((double) bias.value().at(0)).isCloseTo(1.36, ROUNDING);
        assertThatThrownBy(() -> new Sgd(0, 0, 0)).hasMessageContaining("above 0");
    }

    @Test
    void whatIsFrozenBetweenStepsStaysAndWhatIsThawedMovesAgain() {
        Sgd sgd = new Sgd(0.5, 0);
        Parameter first = Parameter.weight("a", Tensor.vector(1));
        Parameter second = Parameter.weight("b", Tensor.vector(1));
        List<Parameter> parameters = List.of(first, second);
        first.gradient().data()[0] = 1;
        second.gradient().data()[0] = 1;
        sgd.step(parameters, 0.1);
        first.freeze(true);
        sgd.step(parameters, 0.1);
        assertThat((double) first.value().at(0)).isCloseTo(0.9, ROUNDING);
        assertThat((double) second.value().at(0)).isCloseTo(0.75, ROUNDING);
        first.freeze(false);
        sgd.step(parameters, 0.1);
        assertThat((double) first.value().at(0)).as("with its own velocity").isCloseTo(0.75, ROUNDING);
        sgd.restore(parameters, Map.of("velocity.a", Tensor.vector(4)));
        sgd.step(parameters, 0.1);
        assertThat((double) first.value().at(0))
                .as("with the velocity restored")
                .isCloseTo(0.45, ROUNDING);
    }

    @Test
    void theTriangleRisesToItsPeakAndFallsToZero() {
        Schedule triangle = Schedule.triangle(0.8, 10, 0.2);
        assertThat(triangle.rate(1, 0)).isZero();
        assertThat(triangle.rate(2, 0)).isCloseTo(0.4, ROUNDING);
        assertThat(triangle.rate(3, 0)).isCloseTo(0.8, ROUNDING);
        assertThat(triangle.rate(7, 0)).isCloseTo(0.4, ROUNDING);
        assertThat(triangle.rate(10, 0.75)).isCloseTo(0.025, ROUNDING);
        assertThatThrownBy(() -> Schedule.triangle(1, 5, 1)).hasMessageContaining("inside (0, 1)");
    }

    @Test
    void adamFollowsTheFormula() {
        Adam adam = new Adam(0.01);
        Parameter weight = Parameter.weight("w", Tensor.vector(2));
        double w = 2;
        double m = 0;
        double v = 0;
        for (int step = 1; step <= 5; step++) {
            weight.gradient().data()[0] = 3 - step;
            adam.step(List.of(weight), 0.1);
            double g = 3 - step + 0.01 * w;
            m = 0.9 * m + 0.1 * g;
            v = 0.999 * v + 0.001 * g * g;
            double corrected = v / (1 - Math.pow(0.999, step));
            w -= 0.1 * m / (1 - Math.pow(0.9, step)) / (Math.sqrt(corrected) + 1e-8);
        }
        assertThat((double) weight.value().at(0)).isCloseTo(w, Offset.offset(1e-5));
    }

    @Test
    void frozenParametersStay() {
        Parameter weight = Parameter.weight("w", Tensor.vector(2));
        weight.gradient().data()[0] = 1;
        weight.freeze(true);
        new Sgd(0.9, 0.1).step(List.of(weight), 0.1);
        new Adam().step(List.of(weight), 0.1);
        assertThat(weight.value().at(0)).isEqualTo(2);
    }

    @Test
    void aRestoredOptimizerGoesOnToTheBit() {
        for (List<Optimizer> pair : List.of(
                List.<Optimizer>of(new Sgd(0.9, 0), new Sgd(0.9, 0)), List.<Optimizer>of(new Adam(), new Adam()))) {
            Parameter one = Parameter.weight("w", Tensor.vector(2, 3));
            Parameter other = Parameter.weight("w", Tensor.vector(2, 3));
            for (Parameter parameter : List.of(one, other)) {
                parameter.gradient().data()[0] = 0.3f;
                parameter.gradient().data()[1] = -0.7f;
            }
            pair.get(0).step(List.of(one), 0.1);
            Map<String, Tensor> state = pair.get(0).state();
            pair.get(1).restore(List.of(other), state);
            other.value().copyFrom(one.value());
            pair.get(0).step(List.of(one), 0.1);
            pair.get(1).step(List.of(other), 0.1);
            assertThat(other.value().data()).containsExactly(one.value().data());
        }
    }

    @Test
    void aCosineScheduleFallsFromTheRateToZero() {
        Schedule schedule = Schedule.cosine(0.1, 4);
        assertThat(schedule.rate(1, 0)).isEqualTo(0.1);
        assertThat(schedule.rate(2, 0.5)).isCloseTo(0.1 * (1 + Math.cos(Math.PI * 3 / 8)) / 2, within(1e-15));
        assertThat(schedule.rate(3, 0)).isCloseTo(0.05, within(1e-15));
        assertThat(schedule.rate(4, 0.999)).isBetween(0.0, 1e-7);
        assertThatThrownBy(() -> Schedule.cosine(0.1, 0)).hasMessageContaining("at least one epoch");
    }

    @Test
    void aStepScheduleFallsAfterItsEpochs() {
        Schedule schedule = Schedule.steps(0.1, 2, 0.5);
        assertThat(schedule.rate(1, 0)).isEqualTo(0.1);
        assertThat(schedule.rate(2, 0.9)).isEqualTo(0.1);
        assertThat(schedule.rate(3, 0)).isEqualTo(0.05);
        assertThat(schedule.rate(5, 0)).isEqualTo(0.025);
    }
}
