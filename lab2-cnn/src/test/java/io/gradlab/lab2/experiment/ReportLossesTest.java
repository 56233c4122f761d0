package io.gradlab.lab2.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.lab2.model.ReportNetworks;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.loss.LossResult;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The reports' mistaken losses. */
class ReportLossesTest {
    private static final double FLOOR = Math.log(1 + 9 / Math.E); // 1.4612

    private static Tensor oneHot(int label) {
        Tensor targets = Tensor.zeros(1, 10);
        targets.data()[label] = 1;
        return targets;
    }

    @Test
    void softmaxTwiceHasReportDsFloor() {
        Tensor logits = Tensor.zeros(1, 10);
        logits.data()[3] = 100;
        assertThat(new DoubleSoftmax().compute(logits, oneHot(3)).value()).isCloseTo(FLOOR, within(1e-6));
        assertThat(FLOOR).isCloseTo(1.4612, within(5e-5));
    }

    @Test
    void softmaxTwiceHasTheGradientOfItsLoss() {
        Tensor logits = new Seed(4).stream("z").gaussians(Shape.of(1, 10), 1);
        float[] gradient =
                new DoubleSoftmax().compute(logits, oneHot(2)).gradient().data().clone();
        float step = 1e-2f;
        for (int j = 0; j < 10; j++) {
            float before = logits.data()[j];
            logits.data()[j] = before + step;
            double above = new DoubleSoftmax().compute(logits, oneHot(2)).value();
            logits.data()[j] = before - step;
            double below = new DoubleSoftmax().compute(logits, oneHot(2)).value();
            logits.data()[j] = before;
            assertThat((above - below) / (2 * step))
                    .as("logit %s", j)
                    .isCloseTo(gradient[j], within(1e-4)); // float32 losses over a step of 0.02
        }
    }

    @Test
    void aPenaltyOfTheFirstWeightsIsShownAndChangesNoGradient() {
        Layer network = ReportNetworks.LENET.create(Initialization.HE, new Seed(1));
        double squares = 0;
        for (Parameter parameter : network.parameters()) {
            if (parameter.name().endsWith("weight")) {
                for (float weight : parameter.value().data()) {
                    squares += weight * weight;
                }
            }
        }
        Tensor logits = new Seed(4).stream("z").gaussians(Shape.of(1, 10), 1);
        LossResult plain = new CrossEntropy().compute(logits, oneHot(2));
        LossResult shown = new Penalty(new CrossEntropy(), 0.01, network).compute(logits, oneHot(2));
        assertThat(shown.value() - plain.value()).isCloseTo(0.005 * squares, within(1e-3));
        assertThat(shown.gradient().data()).containsExactly(plain.gradient().data());
    }

    @Test
    void theTruncatedStartStaysWithinTwoDeviations() {
        Layer network = TruncatedStart.of(seed -> ReportNetworks.LENET.create(Initialization.HE, seed))
                .apply(new Seed(1));
        for (Parameter parameter : network.parameters()) {
            float[] numbers = parameter.value().data();
            if (parameter.name().endsWith("bias")) {
                assertThat(numbers).containsOnly(0.1f);
            } else {
                for (float number : numbers) {
                    assertThat(Math.abs(number)).isLessThanOrEqualTo(0.2f);
                }
            }
        }
    }
}
