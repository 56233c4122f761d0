package io.gradlab.cli;

import io.gradlab.cli.bench.BenchCommand;
import io.gradlab.cli.shell.ShellCommand;
import java.util.List;

/** The commands of the core. */
public final class CoreCommands implements CommandProvider {

    @Override
    public List<Object> commands() {
        return List.of(
                new DataCommand(),
                new DoctorCommand(),
                new CompletionCommand(),
                new BenchCommand(),
                new ShellCommand());
    }
}
