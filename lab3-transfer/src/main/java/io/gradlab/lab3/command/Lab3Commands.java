package io.gradlab.lab3.command;

import io.gradlab.cli.CommandProvider;
import io.gradlab.lab3.visualize.VisualizeCommand;
import java.util.List;

/** The commands of lab 3. */
public final class Lab3Commands implements CommandProvider {

    @Override
    public List<Object> commands() {
        return List.of(new WeightsCommand(), new VisualizeCommand());
    }
}
