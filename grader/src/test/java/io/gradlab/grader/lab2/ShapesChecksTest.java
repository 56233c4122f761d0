package io.gradlab.grader.lab2;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.CnnConfig;
import io.gradlab.course.Lab2;
import io.gradlab.course.OptimizerKind;
import io.gradlab.course.core.Lab2Core;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.tensor.Seed;
import org.junit.jupiter.api.Test;

class ShapesChecksTest {
    private static final String NETWORK =
            "conv 8 5x5 stride 2, relu, conv 16 3x3, relu, maxpool 2, flatten, dropout 0.2, dense 10";

    private static class Recipe extends AlteredLab2 {
        private final String network;
        private final OptimizerKind optimizer;
        private final double learningRate;
        private final int epochs;

        Recipe(String network, OptimizerKind optimizer, double learningRate, int epochs) {
            this.network = network;
            this.optimizer = optimizer;
            this.learningRate = learningRate;
            this.epochs = epochs;
        }

        @Override
        public CnnConfig shapesRecipe(Seed seed) {
            return new CnnConfig(network, optimizer, learningRate, 20, epochs, seed);
        }
    }

    @Test
    void aMiddlingRecipeEarnsAPartAndGetsAdvice() {
        TaskResult result = check(new Recipe(NETWORK, OptimizerKind.ADAM, 0.003, 3));

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.points()).isBetween(0.5, 2.8);
        assertThat(result.message())
                .contains("three trainings are right about ")
                .contains("it has not learned them yet, so try larger or more steps");
    }

    @Test
    void plainGradientDescentMayBeChosen() {
        assertThat(check(new Recipe(NETWORK, OptimizerKind.SGD, 0.1, 4)).points())
                .isPositive();
    }

    @Test
    void aNetworkOfDenseLayersEarnsNothing() {
        TaskResult result = check(new Recipe("flatten, dense 32, relu, dense 10", OptimizerKind.ADAM, 0.002, 15));

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.points()).isZero();
    }

    @Test
    void aRecipeBeyondTheBudgetIsNotTrained() {
        assertThat(check(new Recipe(NETWORK, OptimizerKind.ADAM, 0.007, 15)).message())
                .contains("40,672 multiplications × 15 epochs = 610,080; the budget is 600,000.");
    }

    @Test
    void aWrongTextIsAFailureWithItsReason() {
        assertThat(check(new Recipe("flaten, dense 10", OptimizerKind.ADAM, 0.01, 1))
                        .message())
                .contains("the network's text is wrong: ")
                .contains("did you mean flatten?");
        assertThat(check(new Recipe("flatten, dense 7", OptimizerKind.ADAM, 0.01, 1))
                        .message())
                .contains("the network ends with [7] numbers; it needs 10 logits");
    }

    @Test
    void aLayerThatIsWrongIsNamedAndTheRecipeJudgedOnTheEngine() {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Layer maxPool(int size, int stride) {
                return Mistake.gradient(super.maxPool(size, stride), (_, _, _, dx) -> Mistake.times(dx, -1));
            }
        };

        TaskResult result = check(lab);

        assertThat(result.message()).contains("First mend 2.5: your network is made of it.");
        assertThat(result.points()).isEqualTo(result.maximum());
    }

    private static TaskResult check(Lab2 lab) {
        return new CheckRunner(new DirectSubject(Lab2.class, lab, Lab2Core::new), "shapes").run(ShapesChecks.class);
    }
}
