package io.gradlab.lab2.analysis;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.PastRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Finds finished runs. */
final class PastRuns {

    private PastRuns() {}

    /**
     * Reads the run in a folder.
     *
     * @throws UserError if there is none, or it has not ended
     */
    static PastRun at(Path folder) {
        requireFolder(folder);
        if (!PastRun.isIn(folder)) {
            throw new UserError("There is no finished run in " + folder
                    + "; name a folder that `./gradlab train` wrote, for example out/digits-cnn");
        }
        return PastRun.read(folder);
    }

    /**
     * Reads the runs that {@code --runs} names, by what tells their folders apart: the folder's name, or its path.
     *
     * @throws UserError if one of the folders holds none, or the option is missing
     */
    static SequencedMap<String, PastRun> compared(AnalysisOptions options, String analysis) {
        List<PastRun> runs = new ArrayList<>();
        for (Path folder : options.runs()
                .orElseThrow(() -> new UserError("--of " + analysis + " compares runs: name them with --runs DIR…"))) {
            requireFolder(folder);
            List<PastRun> found = PastRun.isIn(folder) ? List.of(PastRun.read(folder)) : PastRun.in(folder);
            if (found.isEmpty()) {
                throw new UserError("--runs " + folder
                        + ": there is no finished run in it; name folders that `./gradlab train` wrote");
            }
            runs.addAll(found);
        }
        SequencedMap<String, PastRun> byName = new LinkedHashMap<>();
        for (PastRun run : runs) {
            String name = name(run);
            boolean alone =
                    runs.stream().filter(other -> name(other).equals(name)).count() == 1;
            byName.put(alone ? name : run.folder().toString(), run);
        }
        return byName;
    }

    private static String name(PastRun run) {
        return run.folder().toAbsolutePath().normalize().getFileName().toString();
    }

    private static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    folder + " is no folder; name one that `./gradlab train` wrote, for example out/digits-cnn");
        }
    }
}
