package io.gradlab.grader.lab1;

import io.gradlab.course.LossVerdict;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** The mistakes that task 1.13's checks must recognise. */
final class RefereeMistakes {

    private RefereeMistakes() {}

    static List<Mistake> all() {
        return List.of(
                margin("margin: one deviation", 1 / 1.96, "the factor 1.96 is missing"),
                margin("margin: whole interval", 2, "the margin is half of the interval"),
                margin("margin: per cent", 100, "it is in per cent"),
                new Mistake(
                        "possible: everything",
                        RefereeChecks.class,
                        new AlteredLab1() {
                            @Override
                            public boolean isPossible(double percent, int decimals, int samples) {
                                return true;
                            }
                        },
                        "89.2833 % of 10000 samples, printed with 4 decimals, is not possible: 8928 right ones are 89.28"),
                new Mistake(
                        "differ: one margin",
                        RefereeChecks.class,
                        new AlteredLab1() {
                            @Override
                            public boolean differ(double one, double other, int samples) {
                                return Math.abs(one - other) > margin(one, samples);
                            }
                        },
                        "0.9000 and 0.8300 on 100 samples do not differ"),
                new Mistake(
                        "judge: late is at once",
                        RefereeChecks.class,
                        new AlteredLab1() {
                            @Override
                            public LossVerdict judge(Tensor losses, int classes) {
                                LossVerdict right = super.judge(losses, classes);
                                return right == LossVerdict.EXPLODES_LATE ? LossVerdict.EXPLODES_AT_ONCE : right;
                            }
                        },
                        "0.7 for 26 epochs and then NaN with 10 classes (ln 10 = 2.303) mean EXPLODES_LATE"));
    }

    private static Mistake margin(String name, double factor, String says) {
        return new Mistake(
                name,
                RefereeChecks.class,
                new AlteredLab1() {
                    @Override
                    public double margin(double accuracy, int samples) {
                        return factor * super.margin(accuracy, samples);
                    }
                },
                says);
    }
}
