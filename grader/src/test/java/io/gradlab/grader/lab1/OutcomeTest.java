package io.gradlab.grader.lab1;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Lab1;
import io.gradlab.course.NotImplemented;
import io.gradlab.course.core.Lab1Core;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void theEngineEarnsEverything() {
        assertThat(run(new Lab1Core())).allSatisfy(result -> {
            assertThat(result.message()).isEmpty();
            assertThat(result.outcome()).isEqualTo(Outcome.PASS);
            assertThat(result.points()).isEqualTo(result.maximum());
        });
    }

    @Test
    void stubsAreNotStartedAndEarnNothing() {
        assertThat(run(new StubLab1())).allSatisfy(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.NOT_STARTED);
            assertThat(result.points()).isZero();
            assertThat(result.message()).startsWith("Task " + result.id() + " is not implemented yet");
        });
    }

    @Test
    void aForwardWithoutBackwardEarnsItsPointsAndIsNotFinished() {
        TaskResult result = run(
                new AlteredLab1() {
                    @Override
                    public Layer activation(ActivationKind kind) {
                        return new AlteredLayer(super.activation(kind)) {
                            @Override
                            Tensor alterGradient(Tensor x, Tensor y, Tensor dy, Tensor dx) {
                                throw new NotImplemented("1.1");
                            }
                        };
                    }
                },
                SigmoidChecks.class);

        assertThat(result.outcome()).isEqualTo(Outcome.NOT_STARTED);
        assertThat(result.points()).isEqualTo(2);
        assertThat(result.maximum()).isEqualTo(5);
    }

    @Test
    void aStubOfAnotherTaskIsNamed() {
        TaskResult result = run(
                new AlteredLab1() {
                    @Override
                    public Loss crossEntropy() {
                        return (_, _) -> {
                            throw new NotImplemented("1.5");
                        };
                    }
                },
                CrossEntropyChecks.class);

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.message()).startsWith("cross-entropy of equal logits: First mend 1.5: ");
    }

    @Test
    void anExceptionFailsTheRungsThatMeetItAndKeepsTheMaximum() {
        TaskResult result = run(
                new AlteredLab1() {
                    @Override
                    public Tensor softmax(Tensor logits) {
                        return logits.dim(0) == 1 ? super.softmax(logits.reshape(7, 7, 7)) : super.softmax(logits);
                    }
                },
                SoftmaxChecks.class);

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.points()).isEqualTo(6.5);
        assertThat(result.maximum()).isEqualTo(8);
        assertThat(result.message())
                .startsWith("softmax of odd shapes: IllegalArgumentException: ")
                .contains("(at OutcomeTest.java:");
    }

    @Test
    void changedArgumentsCostTheirPointsOnly() {
        TaskResult result = run(
                new AlteredLab1() {
                    @Override
                    public Tensor softmax(Tensor logits) {
                        Tensor result = super.softmax(logits).copy();
                        logits.copyFrom(result);
                        return result;
                    }
                },
                SoftmaxChecks.class);

        assertThat(result.points()).isEqualTo(7.5);
        assertThat(result.message()).startsWith("softmax only reads its argument: logits was changed: [0,0] was ");
    }

    @Test
    void anEndlessLoopIsWaitedForOnce() {
        Lab1 lab = new AlteredLab1() {
            @Override
            public Optimizer sgd() {
                return (_, _) -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                };
            }
        };
        long start = System.nanoTime();

        TaskResult result = new CheckRunner(
                        new DirectSubject(Lab1.class, lab, Lab1Core::new, Duration.ofMillis(500)), "test")
                .run(SgdChecks.class);

        assertThat(result.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(result.points()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1900));
    }

    @Test
    void aLayerWithoutParametersGetsASentence() {
        TaskResult result = run(
                new AlteredLab1() {
                    @Override
                    public Layer dense(Tensor weight, Tensor bias) {
                        return new AlteredLayer(super.dense(weight, bias)) {
                            @Override
                            public List<Parameter> parameters() {
                                return List.of();
                            }
                        };
                    }
                },
                DenseChecks.class);

        assertThat(result.message())
                .isEqualTo("dense layer weight gradient: There is no weight gradient: parameters() must "
                        + "return the layer's "
                        + "parameters, named as the task says.");
    }

    @Test
    void whatIsPrintedComesWithTheResult() {
        TaskResult result = run(
                new AlteredLab1() {
                    @Override
                    public Tensor softmax(Tensor logits) {
                        System.out.println("here with " + logits.shape());
                        return super.softmax(logits);
                    }
                },
                SoftmaxChecks.class);

        assertThat(result.printed()).startsWith("here with [2, 3]");
    }

    private static List<TaskResult> run(Lab1 lab) {
        return new CheckRunner(subject(lab), "test").run(new Lab1Checks().classes());
    }

    private static TaskResult run(Lab1 lab, Class<?> task) {
        return new CheckRunner(subject(lab), "test").run(task);
    }

    private static DirectSubject subject(Lab1 lab) {
        return new DirectSubject(Lab1.class, lab, Lab1Core::new);
    }
}
