package io.gradlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Running statistics: they move in training, by a tenth, and stay in evaluation. */
class BatchNorm2dTest {
    private static final Seed SEED = new Seed(3);

    @Test
    void runningStatisticsMoveInTrainingOnly() {
        BatchNorm2d norm = new BatchNorm2d(1);
        Tensor input = Tensor.of(Shape.of(1, 1, 2, 2), new float[] {1, 2, 3, 6});
        norm.forward(input, Pass.evaluation());
        assertThat(norm.buffers().get("running_mean").data()).containsExactly(0);
        norm.forward(input, Pass.training(SEED, 0));
        assertThat(norm.buffers().get("running_mean").at(0)).isCloseTo(0.3f, Offset.offset(1e-6f));
        // the unbiased variance of 1, 2, 3, 6 is 14/3
        assertThat(norm.buffers().get("running_var").at(0)).isCloseTo(0.9f + 14 / 30f, Offset.offset(1e-6f));
        float[] output = norm.forward(input, Pass.evaluation()).data().clone();
        norm.forward(input, Pass.evaluation());
        assertThat(norm.forward(input, Pass.evaluation()).data()).containsExactly(output);
    }

    @Test
    void aTrainingBatchComesOutWithMeanZeroAndVarianceOne() {
        BatchNorm2d norm = new BatchNorm2d(2);
        Tensor input = SEED.stream("x").uniforms(Shape.of(6, 2, 5, 5), 3, 9);
        float[] output = norm.forward(input, Pass.training(SEED, 0)).data();
        double sum = 0;
        double squares = 0;
        for (float value : output) {
            sum += value;
            squares += value * value;
        }
        assertThat(sum / output.length).isCloseTo(0, Offset.offset(1e-5));
        assertThat(squares / output.length).isCloseTo(1, Offset.offset(1e-4));
    }

    @Test
    void aFrozenLayerKeepsItsStatisticsAndUsesThemInTraining() {
        BatchNorm2d norm = new BatchNorm2d(2);
        Tensor input = SEED.stream("x").uniforms(Shape.of(6, 2, 5, 5), 3, 9);
        norm.forward(input, Pass.training(SEED, 0));
        float[] evaluated = norm.forward(input, Pass.evaluation()).data().clone();
        float[] mean = norm.buffers().get("running_mean").data().clone();
        float[] variance = norm.buffers().get("running_var").data().clone();
        norm.parameters().forEach(parameter -> parameter.freeze(true));

        float[] trained = norm.forward(input, Pass.training(SEED, 1)).data();

        assertThat(trained).containsExactly(evaluated);
        assertThat(norm.buffers().get("running_mean").data()).containsExactly(mean);
        assertThat(norm.buffers().get("running_var").data()).containsExactly(variance);
    }

    @Test
    void withRunningStatisticsTheInputGradientIsTheOutputGradientScaled() {
        BatchNorm2d norm = new BatchNorm2d(2);
        norm.buffers().get("running_var").copyFrom(Tensor.vector(4, 0.25f));
        norm.parameters().getFirst().value().copyFrom(Tensor.vector(3, -1));
        norm.forward(SEED.stream("x").uniforms(Shape.of(1, 2, 1, 2), 3, 9), Pass.evaluation());

        Tensor gradient = norm.backward(Tensor.of(Shape.of(1, 2, 1, 2), new float[] {1, 2, 1, -4}));

        assertThat(gradient.data()).containsExactly(new float[] {1.5f, 3, -2, 8}, Offset.offset(2e-4f)); // ε moves it
        assertThat(norm.parameters()).noneMatch(Parameter::hasGradient);
    }

    @Test
    void noPenaltyApplies() {
        BatchNorm2d norm = new BatchNorm2d(2);
        assertThat(norm.parameters()).noneMatch(Parameter::decayed);
        assertThatThrownBy(() -> norm.outputShape(Shape.of(1, 3, 2, 2))).isInstanceOf(ShapeMismatch.class);
    }
}
