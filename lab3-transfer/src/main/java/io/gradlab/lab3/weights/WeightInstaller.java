package io.gradlab.lab3.weights;

import io.gradlab.nn.data.Checksum;
import io.gradlab.nn.data.Download;
import io.gradlab.nn.data.KnownFile;
import io.gradlab.nn.data.RangeReader;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Brings public weights to their folder, whole or their convolutions alone. */
public record WeightInstaller(WeightFolder folder, Download download, RangeReader ranges) {
    /** The part with a network's convolutions. */
    public static final String FEATURES = "features";

    /** Reads from one mirror. */
    private interface Attempt {
        void run(URI mirror) throws IOException;
    }

    /**
     * Tells whether the whole file is here and right: by its published sum, and by the one noted when it came.
     *
     * @throws DataFormatException if it cannot be read
     */
    public boolean isRight(KnownWeights known) throws IOException {
        Path file = folder.locate(known);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String sum = Checksum.of(file);
        Path note = note(file);
        return sum.startsWith(known.checksum().hex())
                && (!Files.exists(note) || Files.readString(note).startsWith(sum));
    }

    /**
     * Downloads a whole file unless it is here; an earlier try is taken up. Its SHA-256 is noted beside it.
     *
     * @throws IOException if no mirror has the right file; one line with what each of them said
     */
    public Path install(KnownWeights known, Download.Progress progress) throws IOException {
        Path target = folder.locate(known);
        if (!isRight(known)) {
            long[] bytes = {0};
            firstOf(known, target, mirror -> bytes[0] = ranges.size(mirror));
            download.get(new KnownFile(known.name(), bytes[0], known.checksum(), known.mirrors()), target, progress);
            note(target, Checksum.of(target));
        }
        return target;
    }

    /**
     * Downloads the tensors whose names begin with {@code features.} only, into a safetensors file of their own. The
     * whole file's sum cannot be checked this way.
     *
     * @throws IOException if no mirror has the file or sends parts of files; one line with what each of them said
     */
    public Path installFeatures(KnownWeights known, RemoteSafetensors.Progress progress) throws IOException {
        if (!known.hasParts()) {
            throw new IllegalArgumentException(known.name() + " is no safetensors file");
        }
        Path target = folder.locate(known, FEATURES);
        firstOf(
                known,
                target,
                mirror -> new RemoteSafetensors(ranges, known)
                        .copy(mirror, name -> name.startsWith(FEATURES + "."), target, progress));
        note(target, Checksum.of(target));
        return target;
    }

    private static void firstOf(KnownWeights known, Path target, Attempt attempt) throws IOException {
        List<String> answers = new ArrayList<>();
        for (URI mirror : known.mirrors()) {
            try {
                attempt.run(mirror);
                return;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                answers.add(mirror.getHost() + ": " + reason(e));
            } catch (DataFormatException e) {
                answers.add(mirror.getHost() + ": " + e.getMessage());
            }
        }
        throw new IOException("Cannot download " + known.name() + " (" + String.join("; ", answers)
                + "); try again later, or put the file at " + target + " yourself");
    }

    private static String reason(IOException error) {
        return switch (error) {
            case HttpTimeoutException _ -> "no answer in time";
            case ConnectException _ -> "no connection";
            default -> FileProblem.of(error);
        };
    }

    private static void note(Path file, String sum) throws IOException {
        AtomicFiles.writeText(note(file), sum + "  " + file.getFileName() + "\n");
    }

    private static Path note(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }
}
