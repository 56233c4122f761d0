package io.gradlab.course.experiment.sweep;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.StringJoiner;

/**
 * One combination of values.
 *
 * @param settings value by the option's name without dashes, in the grid's order
 */
record Point(SequencedMap<String, String> settings) {

    /** Returns its folder's name: {@code dropout-0.25_lr-1e-3}. */
    String folder() {
        StringJoiner name = new StringJoiner("_");
        settings.forEach((option, value) ->
                name.add(option + "-" + value.replace('/', '_').replaceAll("[^\\w.+-]", "-")));
        return name.toString();
    }

    /** Returns what it is but for the seed, so that its repetitions are equal. */
    Point withoutSeed() {
        SequencedMap<String, String> others = new LinkedHashMap<>(settings);
        others.remove("seed");
        return new Point(others);
    }

    String value(Axis axis) {
        return settings.getOrDefault(axis.name(), "");
    }

    /** Returns the settings as they are typed: {@code dropout=0.25 lr=1e-3}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" ");
        settings.forEach((option, value) -> text.add(option + "=" + value));
        return text.toString();
    }
}
