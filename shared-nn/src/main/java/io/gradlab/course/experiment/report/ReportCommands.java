package io.gradlab.course.experiment.report;

import io.gradlab.cli.CommandProvider;
import java.util.List;

/** The command that reports on runs. */
public final class ReportCommands implements CommandProvider {

    @Override
    public List<Object> commands() {
        return List.of(ReportCommand.create());
    }
}
