package io.gradlab.grader.lab1;

import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** The mistakes that task 1.4's checks must recognise. */
final class DistributionMistakes {
    private static final double LN2 = StrictMath.log(2);

    private DistributionMistakes() {}

    static List<Mistake> all() {
        return List.of(
                entropy("entropy: sign", (right, _) -> -right, "the minus sign is missing"),
                entropy("entropy: bits", (right, _) -> right / LN2, "to base 2"),
                entropy("entropy: mean", (right, p) -> right / p.size(), "the mean over the classes"),
                entropy("entropy: 0 log 0", (right, p) -> hasZero(p) ? Double.NaN : right, "0 · log 0 was computed"),
                entropy("entropy: not weighted", (_, p) -> sumOfLogs(p), "weight each term with p_k"),
                new Mistake(
                        "cross-entropy: swapped",
                        DistributionChecks.class,
                        new AlteredLab1() {
                            @Override
                            public double crossEntropy(Tensor p, Tensor q) {
                                return super.crossEntropy(q, p);
                            }
                        },
                        "p and q are swapped: the logarithm belongs to q"),
                new Mistake(
                        "cross-entropy: divergence",
                        DistributionChecks.class,
                        new AlteredLab1() {
                            @Override
                            public double crossEntropy(Tensor p, Tensor q) {
                                return super.divergence(p, q);
                            }
                        },
                        "this is the divergence"),
                divergence("divergence: swapped", (p, q) -> core().divergence(q, p), "weights each term with p"),
                divergence(
                        "divergence: cross-entropy", (p, q) -> core().crossEntropy(p, q), "this is the cross-entropy"),
                divergence(
                        "divergence: entropy added",
                        (p, q) -> core().crossEntropy(p, q) + core().entropy(p),
                        "the entropy was added"),
                divergence(
                        "divergence: entropy of q",
                        (p, q) -> core().crossEntropy(p, q) - core().entropy(q),
                        "the entropy of q was taken away"),
                label(
                        "label: own share missing",
                        (label, classes, s) -> shares(label, classes, 1 - s, s / classes),
                        "the label's class lacks its own share"),
                label(
                        "label: spread over the others",
                        (label, classes, s) -> shares(label, classes, 1 - s, s / (classes - 1)),
                        "over the other classes only"),
                label("label: not smoothed", (label, classes, _) -> shares(label, classes, 1, 0), "was ignored"));
    }

    private interface Change {
        double of(double right, Tensor p);
    }

    private interface Two {
        double of(Tensor p, Tensor q);
    }

    private interface Label {
        Tensor of(int label, int classes, double smoothing);
    }

    private static Mistake entropy(String name, Change change, String says) {
        return new Mistake(
                name,
                DistributionChecks.class,
                new AlteredLab1() {
                    @Override
                    public double entropy(Tensor p) {
                        return change.of(super.entropy(p), p);
                    }
                },
                says);
    }

    private static Mistake divergence(String name, Two wrong, String says) {
        return new Mistake(
                name,
                DistributionChecks.class,
                new AlteredLab1() {
                    @Override
                    public double divergence(Tensor p, Tensor q) {
                        return wrong.of(p, q);
                    }
                },
                says);
    }

    private static Mistake label(String name, Label wrong, String says) {
        return new Mistake(
                name,
                DistributionChecks.class,
                new AlteredLab1() {
                    @Override
                    public Tensor labelDistribution(int label, int classes, double smoothing) {
                        return wrong.of(label, classes, smoothing);
                    }
                },
                says);
    }

    private static AlteredLab1 core() {
        return new AlteredLab1();
    }

    private static Tensor shares(int label, int classes, double own, double others) {
        Tensor shares = Tensor.zeros(classes);
        for (int k = 0; k < classes; k++) {
            shares.data()[k] = (float) (k == label ? own : others);
        }
        return shares;
    }

    private static boolean hasZero(Tensor p) {
        for (float x : p.data()) {
            if (x == 0) {
                return true;
            }
        }
        return false;
    }

    private static double sumOfLogs(Tensor p) {
        double sum = 0;
        for (float x : p.data()) {
            sum -= StrictMath.log(x);
        }
        return sum;
    }
}
