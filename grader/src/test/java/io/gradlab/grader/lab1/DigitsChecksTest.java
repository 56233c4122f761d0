package io.gradlab.grader.lab1;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Lab1;
import io.gradlab.course.MlpConfig;
import io.gradlab.course.core.Lab1Core;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitsChecksTest {

    private static class Recipe extends AlteredLab1 {
        private final List<Integer> hidden;
        private final double learningRate;
        private final int epochs;

        Recipe(List<Integer> hidden, double learningRate, int epochs) {
            this.hidden = hidden;
            this.learningRate = learningRate;
            this.epochs = epochs;
        }

        @Override
        public MlpConfig digitsRecipe(int inputs, int classes, Seed seed) {
            return new MlpConfig(inputs, hidden, classes, ActivationKind.RELU, learningRate, 10, epochs, seed);
        }
    }

    @Test
    void aMiddlingRecipeEarnsAPartAndGetsAdvice() {
        TaskResult result = check(new Recipe(List.of(64), 0.05, 15));

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.points()).isBetween(1.0, 3.5);
        assertThat(result.message())
                .contains("three trainings are right about ")
                .contains("it has not learned them yet, so try larger or more steps");
    }

    @Test
    void aNetworkThatGuessesEarnsNothing() {
        TaskResult result = check(new Recipe(List.of(2), 0.01, 1));

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.points()).isZero();
    }

    @Test
    void aRecipeBeyondTheBudgetIsNotTrained() {
        TaskResult result = check(new Recipe(List.of(100, 50), 0.2, 20));

        assertThat(result.points()).isZero();
        assertThat(result.message())
                .isEqualTo("reads digits within the budget: 25,100 weights × 20 epochs = 502,000; the budget is "
                        + "200,000.");
    }

    @Test
    void aGoodRecipeOnBadPartsSaysWhatToMendAndLosesNothing() {
        TaskResult result = check(new Recipe(List.of(64), 0.2, 15) {
            @Override
            public Optimizer sgd() {
                Optimizer right = super.sgd();
                return (parameters, rate) -> right.step(parameters.subList(2, 4), rate);
            }
        });

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.message()).startsWith("reads digits accuracy: First mend 1.9: your network is made of it.");
        assertThat(result.points()).isEqualTo(4);
    }

    private static TaskResult check(Lab1 lab) {
        return new CheckRunner(new DirectSubject(Lab1.class, lab, Lab1Core::new), "digits").run(DigitsChecks.class);
    }
}
