package io.gradlab.grader.lab1;

import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.DistributionOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What goes wrong with entropies and label distributions. */
final class DistributionMisconceptions {
    private static final double BITS = 1 / StrictMath.log(2);

    private DistributionMisconceptions() {}

    static List<Misconception> entropy(DoubleTensor p) {
        double entropy = DistributionOracle.entropy(p);
        List<Misconception> all = new ArrayList<>(common(entropy, p));
        all.add(number(
                "this is the sum of -log p_k; weight each term with p_k",
                Arrays.stream(p.data()).map(StrictMath::log).sum() * -1));
        addLogOfZero(all, p, p);
        return all;
    }

    static List<Misconception> crossEntropy(DoubleTensor p, DoubleTensor q) {
        double right = DistributionOracle.crossEntropy(p, q);
        List<Misconception> all = new ArrayList<>(common(right, p));
        all.add(number(
                "p and q are swapped: the logarithm belongs to q, the prediction",
                DistributionOracle.crossEntropy(q, p)));
        all.add(number(
                "this is the divergence; the cross-entropy has the entropy of p in it as well",
                DistributionOracle.divergence(p, q)));
        all.add(number("this is the entropy of p; the logarithm belongs to q", DistributionOracle.entropy(p)));
        addLogOfZero(all, p, q);
        return all;
    }

    static List<Misconception> divergence(DoubleTensor p, DoubleTensor q) {
        double right = DistributionOracle.divergence(p, q);
        List<Misconception> all = new ArrayList<>(common(right, p));
        all.add(number(
                "p and q are swapped: KL(p‖q) weights each term with p, the truth",
                DistributionOracle.divergence(q, p)));
        all.add(number("this is the cross-entropy: take the entropy of p away", DistributionOracle.crossEntropy(p, q)));
        all.add(number(
                "the entropy was added instead of taken away",
                DistributionOracle.crossEntropy(p, q) + DistributionOracle.entropy(p)));
        all.add(number(
                "the entropy of q was taken away instead of that of p",
                DistributionOracle.crossEntropy(p, q) - DistributionOracle.entropy(q)));
        addLogOfZero(all, p, q);
        return all;
    }

    static List<Misconception> ofLabel(int label, int classes, double smoothing) {
        DoubleTensor oneHot = DistributionOracle.ofLabel(label, classes, 0);
        return List.of(
                new Misconception(
                        "the label's class lacks its own share, smoothing / classes, so that the sum is not 1",
                        oneHot.map(t -> t == 1 ? 1 - smoothing : smoothing / classes)),
                new Misconception(
                        "the smoothing was spread over the other classes only; every class gets smoothing / classes",
                        oneHot.map(t -> t == 1 ? 1 - smoothing : smoothing / (classes - 1))),
                new Misconception(
                        "every class gets the whole smoothing; divide it by the classes",
                        oneHot.map(t -> t == 1 ? 1 - smoothing : smoothing)),
                new Misconception("the smoothing was ignored", oneHot));
    }

    private static List<Misconception> common(double right, DoubleTensor p) {
        return List.of(
                number("the minus sign is missing", -right),
                number("the logarithm is to base 2; take the natural one", right * BITS),
                number("the logarithm is to base 10; take the natural one", right / StrictMath.log(10)),
                number("the mean over the classes was taken instead of the sum", right / p.dim(0)));
    }

    private static void addLogOfZero(List<Misconception> all, DoubleTensor p, DoubleTensor q) {
        for (int k = 0; k < p.dim(0); k++) {
            if (p.data()[k] == 0 && (q.data()[k] == 0 || p == q)) {
                all.add(number("0 · log 0 was computed, which is NaN; leave out terms with p_k = 0", Double.NaN));
                return;
            }
        }
    }

    private static Misconception number(String sentence, double wrong) {
        return new Misconception(sentence, DoubleTensor.scalar(wrong));
    }
}
