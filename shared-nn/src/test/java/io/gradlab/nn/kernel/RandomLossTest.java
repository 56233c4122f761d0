package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Softmax, cross-entropy and its gradient equal their definitions for any numbers of rows and classes. */
@Tag("geometry")
public class RandomLossTest {
    private static final double EXP = 4e-7; // twice the error of exp, for numerator and denominator

    private final Kernels kernels = KernelChoices.fast();

    @Test
    void softmaxAndCrossEntropy() {
        Geometry.forEach("softmax", geometry -> {
            int rows = geometry.size(70);
            int classes = geometry.size(300);
            float range = 1 + geometry.below(20);
            Tensor logits = geometry.tensor(Shape.of(rows, classes), -range, range);
            Tensor targets = targets(geometry, rows, classes);
            double relative = EXP + 4 * (Math.sqrt(classes) + 2 * range) * Bound.U;
            String what = rows + "×" + classes + ", logits within ±" + range;

            double[] softmax = softmax(logits);
            Tensor out = Geometry.full(logits.shape());
            kernels.softmax(logits, out);
            Bound.require(out, softmax, i -> relative * softmax[i] + Float.MIN_NORMAL, "softmax " + what);

            Tensor gradient = Geometry.full(logits.shape());
            double loss = kernels.softmaxCrossEntropy(logits, targets, gradient);
            double expectedLoss = 0;
            double[] expected = new double[softmax.length];
            for (int i = 0; i < softmax.length; i++) {
                expectedLoss -= targets.data()[i] * Math.log(softmax[i]) / rows;
                expected[i] = (softmax[i] * sum(targets, i / classes) - targets.data()[i]) / rows;
            }
            if (!(Math.abs(loss - expectedLoss) <= relative * (1 + expectedLoss))) {
                throw new AssertionError("cross-entropy " + what + " is " + loss + ", expected " + expectedLoss);
            }
            Bound.require(
                    gradient,
                    expected,
                    i -> relative * (softmax[i] + targets.data()[i]) / rows + Float.MIN_NORMAL,
                    "cross-entropy's gradient " + what);
        });
    }

    @Test
    void rowsThatAreRight() {
        Geometry.forEach("right", geometry -> {
            int rows = geometry.size(70);
            int classes = geometry.size(300);
            Tensor logits = geometry.tensor(Shape.of(rows, classes), -3, 3);
            for (int i = 0; i < logits.size(); i++) {
                logits.data()[i] = Math.round(logits.data()[i]); // many equals
            }
            Tensor targets = targets(geometry, rows, classes);
            int expected = 0;
            for (int row = 0; row < rows; row++) {
                expected += first(logits, row) == first(targets, row) ? 1 : 0;
            }
            int right = kernels.countRight(logits, targets);
            if (right != expected) {
                throw new AssertionError(right + " of " + rows + "×" + classes + " right, expected " + expected);
            }
        });
    }

    /** Returns the first place of the row's maximum. */
    private static int first(Tensor matrix, int row) {
        int columns = matrix.dim(1);
        float[] numbers = Arrays.copyOfRange(matrix.data(), row * columns, (row + 1) * columns);
        float[] sorted = numbers.clone();
        Arrays.sort(sorted);
        for (int k = 0; k < columns; k++) {
            if (numbers[k] == sorted[columns - 1]) {
                return k;
            }
        }
        throw new AssertionError("no maximum");
    }

    /** Returns one-hot rows, or rows of any distribution. */
    private static Tensor targets(Geometry geometry, int rows, int classes) {
        Tensor targets = Tensor.zeros(rows, classes);
        boolean oneHot = geometry.below(2) == 0;
        Tensor shares = geometry.tensor(Shape.of(rows, classes), 0, 1);
        for (int row = 0; row < rows; row++) {
            double sum = sum(shares, row);
            for (int k = 0; k < classes; k++) {
                targets.data()[row * classes + k] = oneHot ? 0 : (float) (shares.at(row, k) / sum);
            }
            if (oneHot || sum == 0) {
                targets.data()[row * classes + geometry.below(classes)] = 1;
            }
        }
        return targets;
    }

    private static double sum(Tensor matrix, int row) {
        double sum = 0;
        for (int k = 0; k < matrix.dim(1); k++) {
            sum += matrix.at(row, k);
        }
        return sum;
    }

    private static double[] softmax(Tensor logits) {
        double[] softmax = new double[logits.size()];
        int classes = logits.dim(1);
        for (int row = 0; row < logits.dim(0); row++) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                softmax[row * classes + k] = Math.exp(logits.at(row, k));
                sum += softmax[row * classes + k];
            }
            for (int k = 0; k < classes; k++) {
                softmax[row * classes + k] /= sum;
            }
        }
        return softmax;
    }
}
