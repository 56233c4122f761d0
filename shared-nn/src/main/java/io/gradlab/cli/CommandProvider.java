package io.gradlab.cli;

import java.util.List;

/** A module's sub-commands, found by {@link java.util.ServiceLoader}. */
public interface CommandProvider {

    /** Returns the picocli command objects, for example {@code new CheckCommand()}. */
    List<Object> commands();
}
