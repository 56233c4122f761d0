package io.gradlab.lab2.experiment;

import io.gradlab.nn.tensor.Seed;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Small sets in the public sets' formats: the class's rows are bright. */
final class TinyData {
    private static final int SIDE = 28;
    private static final int CIFAR_SIDE = 32;

    private TinyData() {}

    static void mnist(Path data, int training, int test) throws IOException {
        Path folder = Files.createDirectories(data.resolve("mnist"));
        idx(folder, "train", training);
        idx(folder, "t10k", test);
    }

    private static void idx(Path folder, String part, int count) throws IOException {
        try (DataOutputStream images = packed(folder.resolve(part + "-images-idx3-ubyte.gz"));
                DataOutputStream labels = packed(folder.resolve(part + "-labels-idx1-ubyte.gz"))) {
            for (int number : new int[] {0x0803, count, SIDE, SIDE}) {
                images.writeInt(number);
            }
            labels.writeInt(0x0801);
            labels.writeInt(count);
            for (int i = 0; i < count; i++) {
                int label = new Seed(1).stream(part).below(i, 10);
                byte[] image = new byte[SIDE * SIDE];
                Arrays.fill(image, SIDE * (2 * label + 4), SIDE * (2 * label + 6), (byte) 250);
                images.write(image);
                labels.writeByte(label);
            }
        }
    }

    /** Writes the five training batches. */
    static void cifar(Path data, int count) throws IOException {
        Path folder = Files.createDirectories(data.resolve("cifar-10-batches-bin"));
        for (int batch = 1; batch <= 5; batch++) {
            cifarBatch(folder.resolve("data_batch_" + batch + ".bin"), batch, count);
        }
    }

    static void cifarBatch(Path file, int number, int count) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < count; i++) {
                int label = new Seed(number).stream("cifar").below(i, 10);
                byte[] record = new byte[1 + 3 * CIFAR_SIDE * CIFAR_SIDE];
                record[0] = (byte) label;
                int begin = 1 + CIFAR_SIDE * (3 * label);
                Arrays.fill(record, begin, begin + 3 * CIFAR_SIDE, (byte) 250); // red
                out.write(record);
            }
        }
    }

    private static DataOutputStream packed(Path file) throws IOException {
        return new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16));
    }
}
