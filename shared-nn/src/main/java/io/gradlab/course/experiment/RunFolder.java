package io.gradlab.course.experiment;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of one run, and the names of the files in it. */
public final class RunFolder {
    private final Path folder;

    /** Knows a run's folder, without looking at it. */
    RunFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes room for a new run: what is there already is moved to {@code DIR.old-N}, which {@code say} is told.
     *
     * @throws UserError if the folder cannot be written
     */
    public static RunFolder fresh(Path folder, java.util.function.Consumer<String> say) {
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                Path old = unusedName(folder);
                Files.move(folder, old);
                say.accept(folder + " was there already: moved to " + old);
            }
            Files.createDirectories(folder);
            AtomicFiles.writeText(folder.resolve("running"), "");
            Files.delete(folder.resolve("running"));
            return new RunFolder(folder);
        } catch (IOException e) {
            throw new UserError(
                    "The folder " + folder + " cannot be written (" + FileProblem.of(e)
                            + "): name another folder, or make this one writable",
                    e);
        }
    }

    /**
     * Opens the folder of a run that was stopped.
     *
     * @throws UserError if there is no run in it
     */
    static RunFolder existing(Path folder) {
        RunFolder run = new RunFolder(folder);
        if (!Files.exists(run.checkpoint()) && !Files.exists(run.summary())) {
            throw new UserError("--resume: there is no checkpoint in " + folder
                    + "; name the run's folder with --out, or leave" + " --resume out to start anew");
        }
        return run;
    }

    Path path() {
        return folder;
    }

    Path checkpoint() {
        return folder.resolve("checkpoint.safetensors");
    }

    Path history() {
        return folder.resolve("history.csv");
    }

    Path samples() {
        return folder.resolve("samples.csv");
    }

    Path modes() {
        return folder.resolve("validation-modes.csv");
    }

    Path model() {
        return folder.resolve("model.safetensors");
    }

    Path last() {
        return folder.resolve("last.safetensors");
    }

    Path snapshot(int epoch) {
        return folder.resolve("epoch-" + epoch + ".safetensors");
    }

    Path summary() {
        return folder.resolve("summary.json");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private static Path unusedName(Path folder) {
        int number = 1;
        Path candidate;
        do {
            candidate = folder.resolveSibling(folder.getFileName() + ".old-" + number++);
        } while (Files.exists(candidate));
        return candidate;
    }
}
