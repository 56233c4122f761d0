package io.gradlab.grader.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void whatIsCloseEnoughIsNoProblem() {
        assertThat(new Comparison("output", row(1, 2.00009), row(1, 2)).problem(List.of()))
                .isEmpty();
        assertThat(new Comparison("output", row(50.004, 2), row(50, 2)).problem(List.of()))
                .isEmpty();
    }

    @Test
    void oneWrongValueIsNamedWithItsIndex() {
        assertThat(problem(row(1, 2.5, 3), row(1, 2, 3)))
                .isEqualTo("output[0,1] is 2.5, expected 2.\n1 value differs by more than 0.0003, of 3.");
    }

    @Test
    void theWorstFiveComeInOrder() {
        assertThat(problem(row(9, 8, 7, 6, 5, 4, 1), row(1, 1, 1, 1, 1, 1, 1)))
                .isEqualTo("output[0,0] is 9, expected 1.\n6 values differ by more than 0.0001, of 7; the "
                        + "worst: [0,0] 9 for 1; "
                        + "[0,1] 8 for 1; [0,2] 7 for 1; [0,3] 6 for 1; [0,4] 5 for 1.");
    }

    @Test
    void aFactorOfAllIsSaidAndTheMisconceptionNamed() {
        double[] values = {0.01, -0.02, 0.01, 0.03, -0.02, -0.01, 0.01, 0.01, -0.02, 0.03, 0.041204, -0.02};
        DoubleTensor expected = new DoubleTensor(Shape.of(4, 3), values);
        DoubleTensor actual = expected.times(20);
        Misconception undivided = new Misconception("it was not divided by the batch size (20)", actual);

        String problem = new Comparison("gradient", actual, expected)
                .problem(List.of(undivided))
                .orElseThrow();

        assertThat(problem.lines().findFirst().orElseThrow())
                .isEqualTo("gradient[3,1] is 0.8241, expected 0.0412, and all of it is 20 times too large: "
                        + "it looks as if it "
                        + "was not divided by the batch size (20).");
    }

    @Test
    void aMisconceptionThatDoesNotFitIsNotNamed() {
        Misconception other = new Misconception("it is something else", row(7, 7, 7));

        assertThat(new Comparison("output", row(1, 2.5, 3), row(1, 2, 3))
                        .problem(List.of(other))
                        .orElseThrow())
                .doesNotContain("something else");
    }

    @Test
    void numbersThatAreNotFiniteAreNamed() {
        assertThat(problem(row(0.5, Double.NaN), row(0.5, 0.25)))
                .isEqualTo("output[0,1] is NaN, expected 0.25.\n1 value differs by more than 0.0001, of 2.");
        assertThat(problem(row(Double.NEGATIVE_INFINITY), row(1))).startsWith("output[0,0] is -infinite, expected 1.");
    }

    @Test
    void signsZerosAndSmallnessHaveTheirWords() {
        DoubleTensor expected = row(1, -2, 3);

        assertThat(problem(expected.times(-1), expected))
                .contains(", and all of it is of the right size but has the wrong sign.");
        assertThat(problem(expected.times(0), expected)).contains(", and all of it is zero.");
        assertThat(problem(expected.times(0.25), expected)).contains(", and all of it is 4 times too small.");
        assertThat(problem(expected.times(-3), expected)).contains("is 3 times too large and has the wrong sign.");
    }

    @Test
    void valuesThatLookEqualGetMoreDigits() {
        assertThat(problem(row(1.00021), row(1))).startsWith("output[0,0] is 1.0002, expected 1.");
    }

    @Test
    void shapesHaveALikelyCause() {
        DoubleTensor expected = DoubleTensor.zeros(4, 3);

        assertThat(problem(DoubleTensor.zeros(3, 4), expected))
                .isEqualTo("output has shape [3, 4], expected [4, 3]: it looks transposed.");
        assertThat(problem(DoubleTensor.zeros(12), expected))
                .isEqualTo("output has shape [12], expected [4, 3]: the count of numbers is right, so its "
                        + "dimensions may be "
                        + "merged or in another order.");
        assertThat(problem(DoubleTensor.zeros(3), expected))
                .isEqualTo("output has shape [3], expected [4, 3]: the batch dimension is missing.");
        assertThat(problem(DoubleTensor.zeros(5, 3), expected)).contains("an earlier batch kept somewhere?");
        assertThat(problem(DoubleTensor.zeros(5, 2), expected)).isEqualTo("output has shape [5, 2], expected [4, 3].");
    }

    private static String problem(DoubleTensor actual, DoubleTensor expected) {
        return new Comparison("output", actual, expected).problem(List.of()).orElseThrow();
    }

    private static DoubleTensor row(double... values) {
        return new DoubleTensor(Shape.of(1, values.length), values);
    }
}
