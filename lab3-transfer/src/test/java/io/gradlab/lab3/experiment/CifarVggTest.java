package io.gradlab.lab3.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.lab3.CommandLineRun;
import io.gradlab.lab3.vgg.SmallVgg;
import io.gradlab.nn.io.NumberType;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.io.TensorStore;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarVggTest {
    private static final int PIXELS = 3 * 32 * 32;

    @TempDir
    private Path folder;

    @Test
    void theNetworkHasEightConvolutionsUnderTorchvisionsNamesAndLessThanTwoMillionParameters() {
        Sequential network = SmallVgg.create(CifarVgg.IMAGE, 10, Initialization.HE, new Seed(1));
        assertThat(network.parameters().stream()
                        .filter(parameter -> parameter.value().shape().rank() == 4))
                .hasSize(8)
                .first()
                .extracting(parameter -> parameter.name())
                .isEqualTo("features.0.weight");
        assertThat(network.parameters().stream()
                        .mapToLong(parameter -> parameter.value().size())
                        .sum())
                .isEqualTo(1_184_426);
        assertThat(network.outputShape(Shape.of(2, 3, 64, 64))).isEqualTo(Shape.of(2, 10));
    }

    @Test
    void theFifthBatchIsHeldOutWhereThereIsNoOfficialOneAndARunExportsItsWeights() throws IOException {
        Path set = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
        for (int batch = 1; batch <= 5; batch++) {
            batch(set.resolve("data_batch_" + batch + ".bin"), 20);
        }
        CommandLineRun run = train();
        assertThat(run.code()).as(run.errors()).isZero();
        assertThat(run.text())
                .contains("CIFAR-10, tested on the held-out fifth batch: 40 training, 40 validation, 20 test samples");

        Path file = folder.resolve("weights.safetensors");
        CommandLineRun export =
                CommandLineRun.of("weights", "export", folder.resolve("run").toString(), "--to=" + file, "--half");
        assertThat(export.code()).as(export.errors()).isZero();
        try (TensorStore store = Safetensors.open(file)) {
            assertThat(store.tensors().get("features.0.weight").type()).isEqualTo(NumberType.F16);
            assertThat(store.metadata())
                    .containsEntry("gradlab.convention", "torchvision")
                    .containsKey("gradlab.test_accuracy");
            assertThat(store.metadata().get("gradlab.command")).contains("--holdout fifth-batch", "--seed 1");
        }

        batch(set.resolve("test_batch_first1000.bin"), 10);
        assertThat(train().text())
                .contains("CIFAR-10, tested on the first 1,000 test images: 50 training, 50 validation, 10 test");
        assertThat(train("--holdout=official").errors())
                .startsWith("gradlab: --holdout official: there is no test_batch.bin");
    }

    @Test
    void onlyWhatSaysItsConventionIsExported() {
        CommandLineRun run = CommandLineRun.of("weights", "export", folder.toString(), "--to=" + folder.resolve("x"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.errors())
                .contains("cannot be read: there is no such file")
                .hasLineCount(1);
    }

    private CommandLineRun train(String... more) {
        String[] arguments = Arrays.copyOf(
                new String[] {
                    "train",
                    "cifar-vgg",
                    "--epochs=1",
                    "--batch=20",
                    "--data=" + folder,
                    "--out=" + folder.resolve("run")
                },
                6 + more.length);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return CommandLineRun.of(arguments);
    }

    private static void batch(Path file, int count) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < count; i++) {
                byte[] record = new byte[1 + PIXELS];
                record[0] = (byte) (i % 10);
                Arrays.fill(record, 1 + 96 * (i % 10), 97 + 96 * (i % 10), (byte) 250);
                out.write(record);
            }
        }
    }
}
