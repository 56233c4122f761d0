package io.gradlab.lab2.speed;

import io.gradlab.cli.CommandProvider;
import java.util.List;

/** The command that compares speeds. */
public final class SpeedCommands implements CommandProvider {

    @Override
    public List<Object> commands() {
        return List.of(new SpeedsCommand());
    }
}
