package io.gradlab.course.experiment.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A point's repetitions with several seeds, or its one run.
 *
 * @param point without the seed, unless there is nothing else
 * @param runs all of them
 */
record Means(Point point, List<Outcome> runs) {

    /** Returns the points with their runs, the best on validation first. */
    static List<Means> of(Grid grid, List<Outcome> outcomes) {
        Map<Point, List<Outcome>> groups = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            Point key = grid.repeats() ? outcome.point().withoutSeed() : outcome.point();
            groups.computeIfAbsent(key, point -> new ArrayList<>()).add(outcome);
        }
        return groups.entrySet().stream()
                .map(group -> new Means(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingDouble(Means::rank).reversed())
                .toList();
    }

    /** Returns the runs that came to an end. */
    List<Outcome> finished() {
        return runs.stream().filter(outcome -> !outcome.diverged()).toList();
    }

    /** Returns the mean validation accuracy in [0, 1], by which points are ordered; -1 if a run diverged. */
    double rank() {
        return finished().size() < runs.size() ? -1 : validation();
    }

    double validation() {
        return mean(Outcome::rank);
    }

    double test() {
        return mean(outcome -> outcome.run().testAccuracy());
    }

    private double mean(ToDoubleFunction<Outcome> figure) {
        return finished().stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** Returns the standard deviation of the validation accuracy over the seeds; NaN for fewer than two. */
    double deviation() {
        double mean = validation();
        double squares = finished().stream()
                .mapToDouble(outcome -> (outcome.rank() - mean) * (outcome.rank() - mean))
                .sum();
        return finished().size() < 2
                ? Double.NaN
                : Math.sqrt(squares / (finished().size() - 1));
    }
}
