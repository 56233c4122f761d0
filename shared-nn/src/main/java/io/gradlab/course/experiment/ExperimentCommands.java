package io.gradlab.course.experiment;

import io.gradlab.cli.CommandProvider;
import java.util.List;

/** The commands that list and run experiments. */
public final class ExperimentCommands implements CommandProvider {

    @Override
    public List<Object> commands() {
        return List.of(TrainCommand.create(), new ExperimentsCommand());
    }
}
