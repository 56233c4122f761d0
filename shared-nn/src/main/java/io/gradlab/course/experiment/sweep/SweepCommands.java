package io.gradlab.course.experiment.sweep;

import io.gradlab.cli.CommandProvider;
import java.util.List;

/** Contributes {@code sweep}. */
public final class SweepCommands implements CommandProvider {
    @Override
    public List<Object> commands() {
        return List.of(new SweepCommand());
    }
}
