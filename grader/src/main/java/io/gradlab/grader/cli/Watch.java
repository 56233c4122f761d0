package io.gradlab.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at a folder again and again: some systems do not tell of changes, or tell late. */
final class Watch {
    private static final int PAUSE_MILLIS = 300;

    private final Path folder;

    private Watch(Path folder) {
        this.folder = folder;
    }

    /** Returns a watch over a folder and all below it. */
    static Watch of(Path folder) {
        return new Watch(folder);
    }

    /** Does something now and after each change, until this thread is interrupted or the process ends. */
    void repeat(Runnable work, PrintWriter out) {
        while (!Thread.currentThread().isInterrupted()) {
            Map<Path, FileTime> before = state();
            work.run();
            out.println();
            out.println("Waiting until you save something in " + folder.getFileName() + "; Ctrl-C ends this.");
            out.flush();
            awaitChange(before);
        }
    }

    private void awaitChange(Map<Path, FileTime> before) {
        try {
            while (state().equals(before)) {
                Thread.sleep(PAUSE_MILLIS);
            }
            Map<Path, FileTime> saved = state();
            Thread.sleep(PAUSE_MILLIS);
            while (!state().equals(saved)) { // an editor that saves all files is not done yet
                saved = state();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<Path, FileTime> state() {
        Map<Path, FileTime> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                state.put(file, Files.getLastModifiedTime(file));
            }
        } catch (IOException | UncheckedIOException inBetween) {
            state.clear(); // a file went away while we looked; the next look sees the change
        }
        return state;
    }
}
