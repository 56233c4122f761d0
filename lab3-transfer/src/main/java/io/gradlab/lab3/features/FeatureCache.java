package io.gradlab.lab3.features;

import io.gradlab.cli.UserError;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.tensor.Shape;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Keeps the features of image sets in files, {@code KEY.f16}; the key stands for everything that they depend on ({@link
 * FeatureKey}), so a file is right or not there. A file gets its name when it is complete; one that was interrupted goes on
 * where it was last known to be on the disk. Of several processes that want the same features one computes them.
 *
 * @param folder made when it is first needed
 * @param say gets lines for people: costs, waiting, progress
 */
public record FeatureCache(Path folder, Consumer<String> say) {

    /**
     * Returns what a network makes of images, in evaluation mode: from the file, or computed now and kept.
     *
     * @param network {@code [N, 3, size, size]} to {@code [N, ...]}
     * @param what the images, in a word, for the lines
     * @return one sample for each image, with its label; numbers rounded to half precision, at most 65,504
     */
    public Dataset of(Layer network, Preparation preparation, Dataset images, String what) {
        Shape shape = network.outputShape(preparation.shape().prepend(1)).withoutFirst();
        long bytes = (long) images.size() * shape.size() * Short.BYTES;
        String key = FeatureKey.of(network, preparation, images).text();
        Path file = folder.resolve(key + ".f16");
        try {
            if (!isComplete(file, bytes)) {
                Files.createDirectories(folder);
                try (FileChannel guard = FileChannel.open(
                                folder.resolve(key + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var _ = Guard.lock(
                                guard,
                                () -> say.accept("Another run computes the features of the " + what
                                        + " already; waiting for it."))) {
                    if (!isComplete(file, bytes)) { // it may have been the other's
                        Path unfinished = folder.resolve(key + ".part");
                        requireRoom(unfinished, bytes);
                        say.accept(String.format(
                                Locale.ROOT,
                                "Computing the features of %,d %s at %d×%d, once: %,.0f MB in %s",
                                images.size(),
                                what,
                                preparation.size(),
                                preparation.size(),
                                1e-6 * bytes,
                                folder.toAbsolutePath()));
                        new FeatureWriter(network, preparation, images, unfinished, say).write(what);
                        AtomicFiles.moveInto(unfinished, file);
                        Files.deleteIfExists(FeatureWriter.note(unfinished));
                    }
                }
            }
            return FeatureSet.map(file, images, shape);
        } catch (IOException e) {
            throw new UserError(
                    "The features cannot be kept in " + folder + " (" + FileProblem.of(e) + "); they need "
                            + bytes / 1_000_000 + " MB: name another folder with --cache",
                    e);
        }
    }

    private void requireRoom(Path unfinished, long bytes) throws IOException {
        long there = Files.exists(unfinished) ? Files.size(unfinished) : 0;
        long free = Files.getFileStore(folder).getUsableSpace();
        if (bytes - there > free) {
            throw new IOException("only " + free / 1_000_000 + " MB are free");
        }
    }

    private static boolean isComplete(Path file, long bytes) throws IOException {
        return Files.exists(file) && Files.size(file) == bytes;
    }
}
