package io.gradlab.course.experiment.sweep;

import io.gradlab.cli.UserError;
import java.util.List;

/**
 * An option with the values that are to be tried.
 *
 * @param name the option's without its dashes, for example {@code lr}
 * @param values as they are typed, no two alike
 */
public record Axis(String name, List<String> values) {

    /** Checks that no value stands there twice or is empty. */
    public Axis {
        values = List.copyOf(values);
        if (values.isEmpty() || values.contains("")) {
            throw new UserError("--grid " + name + "=" + String.join(",", values)
                    + ": a value is missing; write for example " + name + "=0.1,0.2");
        }
        if (values.stream().distinct().count() < values.size()) {
            throw new UserError(
                    "--grid " + name + "=" + String.join(",", values) + ": a value stands there twice; leave one out");
        }
    }

    /**
     * Reads {@code lr=1e-4,1e-3}.
     *
     * @throws UserError if the text is of another form
     */
    static Axis parse(String text) {
        int sign = text.indexOf('=');
        String name = sign < 0 ? "" : text.substring(0, sign).replaceFirst("^--", "");
        if (name.isBlank()) {
            throw new UserError("--grid " + text + ": write an option and its values, for example lr=1e-4,1e-3");
        }
        return new Axis(name, List.of(text.substring(sign + 1).split(",", -1)));
    }

    /** Returns the option as it is typed: {@code --lr}. */
    String option() {
        return "--" + name;
    }

    /** Returns whether the values are repetitions of the same training. */
    boolean isSeed() {
        return name.equals("seed");
    }
}
