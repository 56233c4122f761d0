package io.gradlab.lab1.experiment;

import io.gradlab.course.experiment.DataParts;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Split;
import io.gradlab.nn.data.Subset;
import io.gradlab.nn.tensor.Seed;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Report A's cut of Fashion-MNIST's 60,000 training images: the same 6,000 test images for every seed, validation by the
 * seed.
 *
 * @param training numbers of 48,060 images
 * @param validation of 5,940
 * @param test of 6,000
 */
public record FashionSplit(int[] training, int[] validation, int[] test) {
    private static final int IMAGES = 60_000;
    private static final int TEST = 6_000;
    private static final int VALIDATION = 5_940;

    /** Images that are left for training. */
    static final int TRAINING = IMAGES - TEST - VALIDATION;

    private static final Seed TEST_SEED = new Seed(20);

    /** Returns the cut for a seed. */
    public static FashionSplit of(Seed seed) {
        int[][] outer = Split.shuffledParts(IMAGES, TEST_SEED, "fashion-mlp test", TEST, IMAGES - TEST);
        int[] rest = outer[1];
        int[][] inner =
                Split.shuffledParts(rest.length, seed, "fashion-mlp validation", VALIDATION, rest.length - VALIDATION);
        return new FashionSplit(chosen(rest, inner[1]), chosen(rest, inner[0]), outer[0]);
    }

    private static int[] chosen(int[] from, int[] places) {
        return IntStream.of(places).map(place -> from[place]).toArray();
    }

    /** Returns the three parts of the 60,000 images. */
    public DataParts parts(Dataset all) {
        return new DataParts(
                "Fashion-MNIST, its 60,000 training images split 48,060 / 5,940 / 6,000",
                new Subset(all, training),
                new Subset(all, validation),
                new Subset(all, test));
    }

    /** Returns the CRC-32 of the training and test images' numbers in order, each as four bytes, the high one first. */
    public String checksum() {
        ByteBuffer bytes = ByteBuffer.allocate(4 * (training.length + test.length));
        IntStream.of(training).forEach(bytes::putInt);
        IntStream.of(test).forEach(bytes::putInt);
        CRC32 crc = new CRC32();
        crc.update(bytes.array());
        return String.format("%08x", crc.getValue());
    }
}
