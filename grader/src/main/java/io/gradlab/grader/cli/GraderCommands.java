package io.gradlab.grader.cli;

import io.gradlab.cli.CommandProvider;
import java.util.List;

/** The commands of the grader. */
public final class GraderCommands implements CommandProvider {

    @Override
    public List<Object> commands() {
        return List.of(new SkeletonsCommand());
    }
}
