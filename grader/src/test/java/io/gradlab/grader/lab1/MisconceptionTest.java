package io.gradlab.grader.lab1;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Lab1;
import io.gradlab.course.core.Lab1Core;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.RungResult;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.loss.LossResult;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MisconceptionTest {

    @ParameterizedTest
    @MethodSource("io.gradlab.grader.lab1.Mistakes#all")
    void eachMistakeIsRecognisedAndCostsPoints(Mistake mistake) {
        TaskResult result = check(mistake.lab(), mistake.task());

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.points()).isLessThan(result.maximum());
        assertThat(result.rungs())
                .extracting(RungResult::message)
                .anySatisfy(message -> assertThat(message).contains(mistake.says()));
    }

    @Test
    void aLossThatIsRightForAWrongSoftmaxSaysWhatToMendFirst() {
        Lab1 lab = new AlteredLab1() {
            @Override
            public Tensor softmax(Tensor logits) {
                return super.softmax(Mistake.times(logits, 2));
            }

            @Override
            public Loss crossEntropy() {
                return (logits, targets) -> {
                    Tensor p = softmax(logits);
                    double loss = 0;
                    for (int i = 0; i < p.size(); i++) {
                        loss -= targets.data()[i] * StrictMath.log(p.data()[i]) / logits.dim(0);
                    }
                    return new LossResult(loss, Mistake.cells((a, t, _) -> (a - t) / logits.dim(0), p, targets, p));
                };
            }
        };

        TaskResult result = check(lab, CrossEntropyChecks.class);

        assertThat(result.message())
                .isEqualTo("cross-entropy loss: First mend 1.5: this is right for the probabilities that "
                        + "your softmax gives.");
    }

    @Test
    void anUnknownMistakeInBackwardIsHeldAgainstTheForward() {
        Lab1 lab = Mistake.activationBackward("", SigmoidChecks.class, (_, _, dy) -> dy / 10, "")
                .lab();

        assertThat(message(check(lab, SigmoidChecks.class), "input gradient"))
                .contains("\nForward and backward disagree: the numeric derivative of your own forward at input[")
                .doesNotContain("it looks as if");
    }

    @Test
    void aBackwardThatFollowsAWrongForwardIsNotBlamed() {
        Lab1 lab = new AlteredLab1() {
            @Override
            public Layer activation(ActivationKind kind) {
                return new AlteredLayer(super.activation(kind)) {
                    @Override
                    Tensor alterOutput(Tensor x, Tensor y) {
                        return Mistake.times(y, 3);
                    }

                    @Override
                    Tensor alterGradient(Tensor x, Tensor y, Tensor dy, Tensor dx) {
                        return Mistake.times(dx, 3);
                    }
                };
            }
        };

        assertThat(message(check(lab, TanhChecks.class), "input gradient"))
                .contains("all of it is 3 times too large")
                .contains("\nYour backward is the derivative of your forward: mend the forward first");
    }

    private static String message(TaskResult result, String rung) {
        return result.rungs().stream()
                .filter(one -> one.title().equals(rung))
                .findFirst()
                .orElseThrow()
                .message();
    }

    private static TaskResult check(Lab1 lab, Class<?> task) {
        return new CheckRunner(new DirectSubject(Lab1.class, lab, Lab1Core::new), "misconceptions").run(task);
    }
}
