package io.gradlab.grader.lab1;

import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.SoftmaxOracle;
import java.util.Arrays;
import java.util.List;

/** What goes wrong in softmax. */
final class SoftmaxMisconceptions {

    private SoftmaxMisconceptions() {}

    static List<Misconception> of(DoubleTensor logits) {
        double largest = Arrays.stream(logits.data()).max().orElse(0);
        DoubleTensor whole = logits.map(z -> StrictMath.exp(z - largest));
        double sum = Arrays.stream(whole.data()).sum();
        return List.of(
                new Misconception(
                        "each column was normalised instead of each row",
                        SoftmaxOracle.softmax(logits.transposed()).transposed()),
                new Misconception(
                        "the largest logit was not taken away first, so that e^z becomes infinite, or zero everywhere",
                        rows(logits.map(StrictMath::exp))),
                new Misconception(
                        "the largest logit of the whole batch was taken away; take away each row's own",
                        rows(logits.map(z -> StrictMath.exp(z - largest)))),
                new Misconception("the sum goes over the whole batch instead of each row", whole.times(1 / sum)),
                new Misconception("e^z was not divided by its sum", logits.map(StrictMath::exp)));
    }

    private static DoubleTensor rows(DoubleTensor exponentials) {
        int classes = exponentials.dim(1);
        DoubleTensor shares = exponentials.times(1);
        for (int n = 0; n < exponentials.dim(0); n++) {
            double sum = Arrays.stream(exponentials.data(), n * classes, (n + 1) * classes)
                    .sum();
            for (int k = 0; k < classes; k++) {
                shares.data()[n * classes + k] /= sum;
            }
        }
        return shares;
    }
}
