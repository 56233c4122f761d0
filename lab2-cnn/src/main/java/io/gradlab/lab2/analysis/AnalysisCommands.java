package io.gradlab.lab2.analysis;

import io.gradlab.cli.CommandProvider;
import java.util.List;
import picocli.CommandLine;

/** The command that analyses runs. */
public final class AnalysisCommands implements CommandProvider {

    @Override
    public List<Object> commands() {
        CommandLine line = new CommandLine(new AnalyzeCommand());
        line.getCommandSpec().usageMessage().footer("", "Analyses:", Analyses.help());
        return List.of(line);
    }
}
