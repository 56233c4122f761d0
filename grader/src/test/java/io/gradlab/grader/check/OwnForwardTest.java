package io.gradlab.grader.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class OwnForwardTest {
    private static final Tensor AT = Tensor.matrix(new float[][] {{0.5f, -1, 2}});

    private static Optional<OwnForward.Verdict> judge(DoubleUnaryOperator f, DoubleUnaryOperator backward) {
        OwnForward forward = new OwnForward("input", AT, x -> {
            double sum = 0;
            for (float value : x.data()) {
                sum += (float) f.applyAsDouble(value);
            }
            return OptionalDouble.of(sum);
        });
        DoubleTensor x = DoubleTensor.of(AT);
        return forward.judge(x.map(backward), x.map(v -> 2 * v)); // expected is the derivative of x²
    }

    @Test
    void saysThatABackwardFollowsAWrongForward() {
        OwnForward.Verdict verdict = judge(x -> x * x * x, x -> 3 * x * x).orElseThrow();

        assertThat(verdict.forwardFirst()).isTrue();
        assertThat(verdict.sentence()).startsWith("Your backward is the derivative of your forward");
    }

    @Test
    void namesThePlaceWhereTheyDisagreeMost() {
        OwnForward.Verdict verdict = judge(x -> x * x, x -> x).orElseThrow();

        assertThat(verdict.forwardFirst()).isFalse();
        assertThat(verdict.sentence())
                .isEqualTo("Forward and backward disagree: the numeric derivative of your own forward at input[0,2] "
                        + "is 4, your backward says 2.");
    }

    @Test
    void skipsKinksAndJumps() {
        assertThat(judge(x -> Math.abs(x - 2), x -> x == 2 ? 50 : 2 * x)).isEmpty();
        assertThat(judge(x -> x >= 2 ? 1 : 0, x -> x == 2 ? 50 : 2 * x)).isEmpty();
        assertThat(judge(x -> Math.abs(x - 2.01), x -> x == 2 ? 50 : 2 * x)).isEmpty();
    }

    @Test
    void saysNothingAboutDifferencesThatFloatsCannotTell() {
        assertThat(judge(x -> x * x, x -> 2 * x + 0.001)).isEmpty();
    }

    @Test
    void saysNothingWithoutAnAnswer() {
        OwnForward silent = new OwnForward("input", AT, _ -> OptionalDouble.empty());

        assertThat(silent.judge(DoubleTensor.zeros(1, 3), DoubleTensor.of(AT))).isEmpty();
        assertThat(silent.judge(DoubleTensor.zeros(3, 1), DoubleTensor.of(AT))).isEmpty();
    }
}
