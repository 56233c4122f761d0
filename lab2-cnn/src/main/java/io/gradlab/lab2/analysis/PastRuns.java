package io.gradlab.lab2.analysis;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.PastRun;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds finished runs. */
final class PastRuns {

    private PastRuns() {}

    /**
     * Reads the run in a folder.
     *
     * @throws UserError if there is none, or it has not ended
     */
    static PastRun at(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    folder + " is no folder; name one that `./gradlab train` wrote, for example out/digits-cnn");
        }
        if (!PastRun.isIn(folder)) {
            throw new UserError("There is no finished run in " + folder
                    + "; name a folder that `./gradlab train` wrote, for example out/digits-cnn");
        }
        return PastRun.read(folder);
    }
}
