package io.gradlab.course.experiment.sweep;

import io.gradlab.cli.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The options to be tried, and all combinations of their values.
 *
 * @param axes at least one, of different names
 */
public record Grid(List<Axis> axes) {

    /** Checks that no option stands there twice, and that each point gets a folder of its own. */
    public Grid {
        axes = List.copyOf(axes);
        for (Axis axis : axes) {
            if (axes.stream().filter(other -> other.name().equals(axis.name())).count() > 1) {
                throw new UserError("--grid has " + axis.name() + " twice; give all its values at once");
            }
        }
        List<Point> all = combinations(axes);
        if (all.stream().map(Point::folder).distinct().count() < all.size()) {
            throw new UserError("--grid: two values differ in special characters only; leave one out");
        }
    }

    /**
     * Reads the words after {@code --grid}.
     *
     * @throws UserError if one of them is of another form
     */
    static Grid parse(List<String> words) {
        return new Grid(words.stream().map(Axis::parse).toList());
    }

    /** Returns all combinations, the last axis changing fastest. */
    List<Point> points() {
        return combinations(axes);
    }

    /** Returns the axes that a table or picture spans: not the seed, unless it is alone. */
    List<Axis> spanning() {
        List<Axis> others = axes.stream().filter(axis -> !axis.isSeed()).toList();
        return others.isEmpty() ? axes : others;
    }

    /** Returns whether there are repetitions beside other options. */
    boolean repeats() {
        return spanning().size() < axes.size();
    }

    private static List<Point> combinations(List<Axis> axes) {
        List<Point> points = List.of(new Point(new LinkedHashMap<>()));
        for (Axis axis : axes) {
            List<Point> longer = new ArrayList<>();
            for (Point point : points) {
                for (String value : axis.values()) {
                    SequencedMap<String, String> settings = new LinkedHashMap<>(point.settings());
                    settings.put(axis.name(), value);
                    longer.add(new Point(settings));
                }
            }
            points = longer;
        }
        return points;
    }
}
