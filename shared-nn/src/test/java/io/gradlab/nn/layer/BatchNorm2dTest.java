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
    void noPenaltyAppliesAndTheBackwardPassNeedsATrainingPass() {
        BatchNorm2d norm = new BatchNorm2d(2);
        assertThat(norm.parameters()).noneMatch(Parameter::decayed);
        Tensor output = norm.forward(Tensor.zeros(1, 2, 2, 2), Pass.evaluation());
        assertThatThrownBy(() -> norm.backward(output)).hasMessageContaining("training mode");
        assertThatThrownBy(() -> norm.outputShape(Shape.of(1, 3, 2, 2))).isInstanceOf(ShapeMismatch.class);
    }
}
