package io.gradlab.grader.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** What goes wrong in judging a report. */
final class RefereeMistakes {

    private RefereeMistakes() {}

    static List<Mistake> all() {
        return List.of(
                hits(
                        "hits: always",
                        (percent, samples) -> (int) Math.round(percent * samples / 100),
                        "every percentage was taken for possible"),
                hits("hits: cut off", RefereeMistakes::cutOff, "percentages were cut off"),
                otherWayRound(),
                chance(
                        "chance: one scatters",
                        (a, _, n) -> 1.96 * Math.sqrt(a / n),
                        "only the first accuracy scatters"),
                chance("chance: one deviation", (a, b, n) -> Math.sqrt((a + b) / n), "the 1.96 is missing"),
                chance(
                        "chance: sum of deviations",
                        (a, b, n) -> 1.96 * (Math.sqrt(a / n) + Math.sqrt(b / n)),
                        "the deviations were added"),
                chance("chance: no root", (a, b, n) -> 1.96 * (a + b) / n, "the root was not taken"));
    }

    private interface Hits {
        int of(double percent, int samples);
    }

    private static Mistake hits(String name, Hits hits, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public int hits(double percent, int samples) {
                return hits.of(percent, samples);
            }
        };
        return new Mistake(name, RefereeChecks.class, lab, says);
    }

    private static int cutOff(double percent, int samples) {
        for (int hits = 0; hits <= samples; hits++) {
            if (Math.rint(100 * percent) == Math.floor(10_000.0 * hits / samples)) {
                return hits;
            }
        }
        return -1;
    }

    private static Mistake otherWayRound() {
        Lab3 lab = new AlteredLab3() {
            @Override
            public int disagreement(double percent, Tensor counts) {
                return -super.disagreement(percent, counts);
            }
        };
        return new Mistake("disagreement: turned", RefereeChecks.class, lab, "the difference was taken the other way");
    }

    private interface Margin {
        double of(double first, double second, double samples);
    }

    private static Mistake chance(String name, Margin margin, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public boolean mayBeChance(double one, double other, int samples) {
                return Math.abs(one - other) <= margin.of(one * (1 - one), other * (1 - other), samples);
            }
        };
        return new Mistake(name, RefereeChecks.class, lab, says);
    }
}
