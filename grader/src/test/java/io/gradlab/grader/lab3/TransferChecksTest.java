package io.gradlab.grader.lab3;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Lab3;
import io.gradlab.course.TransferConfig;
import io.gradlab.course.core.Lab3Core;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.nn.tensor.Seed;
import org.junit.jupiter.api.Test;

class TransferChecksTest {

    @Test
    void pixelsEarnNothing() {
        TaskResult result = check(new TransferConfig(0, 0.01, 10, 40, new Seed(0)));

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.points()).isZero();
        assertThat(result.message())
                .contains("three trainings are right about ")
                .contains("You learn from pixels; keep blocks of the pretrained network.");
    }

    @Test
    void tooLittleOfTheNetworkEarnsAPart() {
        TaskResult result = check(new TransferConfig(1, 0.01, 10, 40, new Seed(0)));

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.points()).isBetween(2.0, 7.0);
        assertThat(result.message()).contains("Try more or fewer blocks");
    }

    @Test
    void aRecipeBeyondTheBudgetIsNotTrained() {
        assertThat(check(new TransferConfig(2, 0.01, 10, 119, new Seed(0))).message())
                .contains("129,024 multiplications for the base + 1,024 × 119 epochs for the head = 250,880; the budget"
                        + " is 250,000.");
    }

    @Test
    void whatCannotBeTrainedIsRefused() {
        assertThat(check(new TransferConfig(4, 0.01, 10, 1, new Seed(0))).message())
                .contains("there are 3 blocks, so 0 to 3 can stay, not 4.");
        assertThat(check(new TransferConfig(2, 0.01, 0, 1, new Seed(0))).message())
                .contains("the batch size is 0, expected 1 to 1000.");
        assertThat(check(new TransferConfig(2, Double.NaN, 10, 1, new Seed(0))).message())
                .contains("the learning rate is NaN");
        assertThat(check(new TransferConfig(2, 0.01, 10, -1, new Seed(0))).message())
                .contains("the number of epochs is -1.");
    }

    @Test
    void aSeedOfOnesOwnIsNotTheOneThatWasGiven() {
        Lab3 lab = new AlteredLab3() {
            @Override
            public TransferConfig transferRecipe(Seed seed) {
                return super.transferRecipe(new Seed(1));
            }
        };

        assertThat(check(lab).message()).contains("hand the seed on as it is given.");
    }

    private static TaskResult check(TransferConfig recipe) {
        return check(new AlteredLab3() {
            @Override
            public TransferConfig transferRecipe(Seed seed) {
                return new TransferConfig(
                        recipe.blocks(), recipe.learningRate(), recipe.batchSize(), recipe.epochs(), seed);
            }
        });
    }

    private static TaskResult check(Lab3 lab) {
        return new CheckRunner(new DirectSubject(Lab3.class, lab, Lab3Core::new), "transfer").run(TransferChecks.class);
    }
}
