package io.gradlab.grader.lab3;

import io.gradlab.course.ClassReport;
import io.gradlab.course.Lab3;
import io.gradlab.grader.oracle.ClassOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/** What goes wrong when a confusion matrix is read class by class. */
final class ClassMistakes {

    private ClassMistakes() {}

    static List<Mistake> all() {
        return List.of(
                matrices("one-vs-rest: exchanged", o -> o.oneVsRest(0, 2, 1, 3), "rows and columns were exchanged"),
                matrices("one-vs-rest: rest first", o -> o.oneVsRest(3, 2, 1, 0), "the rest was put first"),
                matrices("one-vs-rest: hits", ClassOracle::oneVsRestOfHits, "only the other classes' hits"),
                pairs("pairs: hits too", (_, _, n, _) -> n, 0, "right predictions were counted as pairs"),
                pairs("pairs: exchanged", (t, p, n, _) -> t == p ? -1 : n, 1, "exchanged within the pairs"),
                pairs("pairs: rarest", (t, p, n, _) -> t == p ? -1e9 : -n, 0, "the rarest pairs come first"),
                pairs("pairs: shares", (t, p, n, all) -> t == p ? -1 : n / all, 0, "shares of the true class"),
                report(
                        "report: negatives and positives",
                        r -> new ClassReport(r.best(), r.worst(), r.mostFalsePositives(), r.mostFalseNegatives()),
                        "false negatives and false positives were exchanged"),
                report(
                        "report: best and worst",
                        r -> new ClassReport(r.worst(), r.best(), r.mostFalseNegatives(), r.mostFalsePositives()),
                        "best and worst were exchanged"),
                judged(
                        "report: of columns",
                        (o, r) -> new ClassReport(
                                o.largest(o::precision),
                                o.largest(k -> -o.precision(k)),
                                r.mostFalseNegatives(),
                                r.mostFalsePositives()),
                        "accuracy was taken of the column"),
                judged(
                        "report: hits",
                        (o, r) -> new ClassReport(
                                o.largest(o::hits),
                                o.largest(k -> -o.hits(k)),
                                r.mostFalseNegatives(),
                                r.mostFalsePositives()),
                        "the best class is the one with the most hits"),
                judged(
                        "report: shares",
                        (o, r) -> new ClassReport(
                                r.best(), r.worst(), o.largest(k -> -o.recall(k)), o.largest(k -> -o.precision(k))),
                        "were taken as shares; their numbers are asked for"));
    }

    private static Mistake matrices(String name, Function<ClassOracle, DoubleTensor> wrong, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor oneVsRest(Tensor counts) {
                return Mistake.tensor(wrong.apply(new ClassOracle(DoubleTensor.of(counts))));
            }
        };
        return new Mistake(name, ClassWiseChecks.class, lab, says);
    }

    private interface Key {
        double of(int truth, int prediction, double count, double samples);
    }

    private static Mistake pairs(String name, Key key, int exchanged, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public int[] mostConfused(Tensor counts, int count) {
                ClassOracle oracle = new ClassOracle(DoubleTensor.of(counts));
                double[] right = oracle.pairs(count, (t, p, n) -> key.of(t, p, n, oracle.samples(t)))
                        .data();
                int[] pairs = new int[right.length];
                for (int i = 0; i < pairs.length; i++) {
                    pairs[i] = (int) right[i ^ exchanged];
                }
                return pairs;
            }
        };
        return new Mistake(name, ClassWiseChecks.class, lab, says);
    }

    private static Mistake report(String name, Function<ClassReport, ClassReport> wrong, String says) {
        return judged(name, (_, right) -> wrong.apply(right), says);
    }

    private interface Judge {
        ClassReport of(ClassOracle oracle, ClassReport right);
    }

    private static Mistake judged(String name, Judge judge, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public ClassReport classReport(Tensor counts) {
                return judge.of(new ClassOracle(DoubleTensor.of(counts)), super.classReport(counts));
            }
        };
        return new Mistake(name, ClassWiseChecks.class, lab, says);
    }
}
