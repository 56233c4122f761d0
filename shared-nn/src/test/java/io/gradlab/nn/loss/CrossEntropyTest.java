package io.gradlab.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Smoothed targets: the loss of the mixture, computed here by its definition. */
class CrossEntropyTest {
    private static final int CLASSES = 5;

    @Test
    void smoothingMixesEachTargetWithAllClasses() {
        Tensor logits = new Seed(1).stream("z").gaussians(Shape.of(1, CLASSES), 2);
        Tensor targets = Tensor.zeros(1, CLASSES);
        targets.data()[2] = 1;
        double sum = 0;
        for (float logit : logits.data()) {
            sum += Math.exp(logit);
        }
        double expected = 0;
        double[] gradient = new double[CLASSES];
        for (int k = 0; k < CLASSES; k++) {
            double target = 0.2 / CLASSES + (k == 2 ? 0.8 : 0);
            double probability = Math.exp(logits.data()[k]) / sum;
            expected -= target * Math.log(probability);
            gradient[k] = probability - target;
        }

        LossResult result = new CrossEntropy(0.2).compute(logits, targets);

        assertThat(result.value()).isCloseTo(expected, within(1e-6));
        for (int k = 0; k < CLASSES; k++) {
            assertThat((double) result.gradient().data()[k]).isCloseTo(gradient[k], within(1e-6));
        }
        assertThat(targets.data()).containsExactly(0, 0, 1, 0, 0);
    }

    @Test
    void refusesToSpreadAll() {
        assertThatThrownBy(() -> new CrossEntropy(1)).hasMessageContaining("[0, 1)");
    }
}
