package io.gradlab.lab3.features;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.DeviceStay;
import io.gradlab.nn.train.Feed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Consumer;

/** Computes features into a file, batch by batch, and notes beside it how many samples are safely on the disk. */
final class FeatureWriter {
    private static final int BATCH = 50;
    private static final long NOTE_NANOS = 5_000_000_000L;
    private static final long WARM_UP_NANOS = 2_000_000_000L;
    private static final float LARGEST = 65_504; // of half precision
    private static final double WORTH_SAYING_SECONDS = 20;

    private final Layer network;
    private final Feed feed;
    private final Preparation preparation;
    private final Dataset images;
    private final Path file;
    private final Consumer<String> say;
    private final int length; // numbers of one sample's features

    FeatureWriter(Layer network, Preparation preparation, Dataset images, Path file, Consumer<String> say) {
        this.network = network;
        this.feed = new Feed(network);
        this.preparation = preparation;
        this.images = images;
        this.file = file;
        this.say = say;
        this.length = network.outputShape(preparation.shape().prepend(1))
                .withoutFirst()
                .size();
    }

    /** Returns where it is noted how many samples of an unfinished file are on the disk. */
    static Path note(Path file) {
        return file.resolveSibling(file.getFileName() + ".samples");
    }

    /** Writes all that is missing; computes where trainings do. */
    void write(String what) throws IOException {
        try (DeviceStay _ = DeviceStay.of(network)) {
            writeMissing(what);
        }
    }

    private void writeMissing(String what) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int done = safelyDone(channel);
            channel.truncate((long) done * length * Short.BYTES).position(channel.size());
            int first = done;
            long begin = System.nanoTime();
            long noted = begin;
            long warm = begin; // when the code was compiled
            int cold = done;
            boolean told = false;
            while (done < images.size()) {
                int count = Math.min(BATCH, images.size() - done);
                write(channel, features(done, count));
                done += count;
                if (cold == first && System.nanoTime() - begin > WARM_UP_NANOS) {
                    cold = done;
                    warm = System.nanoTime();
                } else if (!told && cold > first && System.nanoTime() - warm > WARM_UP_NANOS) {
                    told = true;
                    sayCost(done, (System.nanoTime() - warm) / 1e9 / (done - cold));
                }
                if (System.nanoTime() - noted > NOTE_NANOS) {
                    channel.force(false);
                    AtomicFiles.writeText(note(file), Integer.toString(done));
                    noted = System.nanoTime();
                }
            }
            channel.force(true);
            say.accept(String.format(
                    Locale.ROOT,
                    "Features of %,d %s: %.1f s.",
                    images.size() - first,
                    what,
                    (System.nanoTime() - begin) / 1e9));
        }
    }

    private int safelyDone(FileChannel channel) throws IOException {
        if (!Files.exists(note(file))) {
            return 0;
        }
        String text = Files.readString(note(file)).strip();
        int noted = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        return noted <= images.size() && channel.size() >= (long) noted * length * Short.BYTES ? noted : 0;
    }

    private void sayCost(int done, double secondsEach) {
        double left = secondsEach * (images.size() - done);
        if (left > WORTH_SAYING_SECONDS) {
            say.accept("That takes about "
                    + (left < 90 ? Math.round(left) + " seconds" : Math.round(left / 60) + " minutes") + " more.");
        }
    }

    private Tensor features(int from, int count) {
        Shape shape = images.sampleShape();
        Tensor raw = Tensor.zeros(shape.prepend(count));
        for (int i = 0; i < count; i++) {
            images.read(from + i, raw.data(), i * shape.size());
        }
        return network.forward(feed.inputs(preparation.of(raw)), Pass.evaluation())
                .toHost();
    }

    private static void write(FileChannel channel, Tensor features) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(features.size() * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : features.data()) {
            bytes.putShort(Float.floatToFloat16(Math.clamp(value, -LARGEST, LARGEST)));
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
