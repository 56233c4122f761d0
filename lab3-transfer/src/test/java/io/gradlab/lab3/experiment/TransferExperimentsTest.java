package io.gradlab.lab3.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.lab3.CommandLineRun;
import io.gradlab.lab3.vgg.Vgg;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.nn.io.NumberType;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.ModelState;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transfers, as the command line runs them, on few and small images. */
class TransferExperimentsTest {
    private static final int SIDE = 28;

    @TempDir
    private Path folder;

    @Test
    void withoutFashionMnistTheBuiltInShapesTrainAndAreCachedOnce() throws IOException {
        CommandLineRun first = train("fashion-vgg-small", "--size", "16", "--images", "100", "--quick");
        assertThat(first.code()).as(first.errors()).isZero();
        assertThat(first.text())
                .contains(
                        "There is no Fashion-MNIST in",
                        "Starting from small VGG, 3 of 4 blocks, pretrained on CIFAR-10")
                .contains("Features of 12,000 training images:", "100 training, 2,400 validation, 2,000 test samples")
                .containsPattern("most confused  +\\w+");
        for (String file : List.of(
                "report.html",
                "findings.csv",
                "confusion.csv",
                "class-accuracy.csv",
                "one-vs-rest-9.csv",
                "loss.csv")) {
            assertThat(folder.resolve("run").resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("run/findings.csv"))).doesNotContain("published");
        CommandLineRun gallery =
                CommandLineRun.of("analyze", folder.resolve("run").toString(), "--of", "samples");
        assertThat(gallery.code()).isEqualTo(2);
        assertThat(gallery.errors()).contains("which are no images").hasLineCount(1);

        CommandLineRun second = train("fashion-vgg-small", "--size", "16", "--images", "100", "--quick");
        assertThat(second.text()).doesNotContain("Features of");
        assertThat(Files.readString(folder.resolve("run/history.csv")).lines().map(TransferExperimentsTest::figures))
                .containsExactlyElementsOf(Files.readString(folder.resolve("run.old-1/history.csv"))
                        .lines()
                        .map(TransferExperimentsTest::figures)
                        .toList());
    }

    @Test
    void aFileWithTwoBlocksOfVggTransfersWithTheLastOneTunedAndCanBeLookedInto() throws IOException {
        fashion();
        Path weights = weights();
        CommandLineRun run = train(
                "fashion-vgg", "--weights", weights.toString(), "--size", "32", "--unfreeze", "1", "--epochs", "2");
        assertThat(run.code()).as(run.errors()).isZero();
        assertThat(run.text()).contains("Starting from vgg11, 2 of 5 blocks.", "Fashion-MNIST: 48 training");
        Map<String, Tensor> model =
                Safetensors.read(folder.resolve("run/model.safetensors")).tensors();
        assertThat(model)
                .containsKeys("features.3.weight", "classifier.1.weight")
                .doesNotContainKey("features.0.weight");
        assertThat(model.get("features.3.weight").data())
                .as("the unfrozen block moves")
                .isNotEqualTo(Safetensors.read(weights)
                        .tensors()
                        .get("features.3.weight")
                        .data());
        assertThat(Files.readString(folder.resolve("run/findings.csv"))).contains("published", "Shirt (295)");

        CommandLineRun saliency = CommandLineRun.of(
                "visualize",
                "saliency",
                "--run=" + folder.resolve("run"),
                "--data=" + folder,
                "--class=Pullover",
                "--method=gradcam",
                "--out=" + folder.resolve("pictures"));
        assertThat(saliency.code()).as(saliency.errors()).isZero();
        assertThat(folder.resolve("pictures/saliency-gradcam-2.csv")).isNotEmptyFile();
    }

    @Test
    void whatCannotBeIsRefusedInOneLine() throws IOException {
        fashion();
        String weights = weights().toString();
        assertThat(errors("fashion-vgg", "--weights", weights, "--size", "32", "--blocks", "3"))
                .isEqualTo("gradlab: --blocks 3: " + weights + " has 2 whole blocks; give 1 to 2\n");
        assertThat(errors("fashion-vgg", "--weights", weights, "--size", "32", "--unfreeze", "2"))
                .isEqualTo(
                        "gradlab: --unfreeze 2: the network has 2 blocks, and the first stays frozen; give 0 to 1\n");
        assertThat(errors("fashion-vgg", "--weights", weights, "--size", "28"))
                .isEqualTo("gradlab: --size 28: VGG takes images of at least 32 pixels a side\n");
        assertThat(errors("fashion-vgg", "--weights", "vgg16")).contains("run ./gradlab weights get vgg16\n");
        assertThat(errors("fashion-vgg-small", "--images", "some"))
                .isEqualTo("gradlab: --images some: give a number of at least 1, or all\n");
        assertThat(errors("fashion-vgg-small", "--size", "4")).isEqualTo("gradlab: --size 4: give 16 to 512 pixels\n");
        assertThat(errors("fashion-vgg-small", "--dropout", "1"))
                .isEqualTo("gradlab: --dropout 1.0: give a share of at least 0 and below 1\n");
    }

    private CommandLineRun train(String... arguments) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data=" + folder, "--cache=" + folder.resolve("cache"), "--out=" + folder.resolve("run")));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private String errors(String... arguments) {
        CommandLineRun run = train(arguments);
        assertThat(run.code()).isEqualTo(2);
        return run.errors();
    }

    /** Returns a line of a history without its times, which are the last two cells. */
    private static String figures(String line) {
        return line.replaceFirst(",[^,]*,[^,]*$", "");
    }

    private Path weights() throws IOException {
        Path file = folder.resolve("vgg11-blocks1-2.safetensors");
        var features = Vgg.VGG11.features(Shape.of(3, 32, 32), 2).create(Initialization.HE, new Seed(1));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        ModelState.view(features).forEach((name, tensor) -> tensors.put("features." + name, tensor));
        Safetensors.write(file, tensors, Map.of(Convention.METADATA_KEY, "caffe"), NumberType.F32);
        return file;
    }

    private void fashion() throws IOException {
        Path set = Files.createDirectories(folder.resolve("fashion-mnist"));
        idx(set, "train", 60);
        idx(set, "t10k", 30);
    }

    private static void idx(Path set, String part, int count) throws IOException {
        try (DataOutputStream images = packed(set.resolve(part + "-images-idx3-ubyte.gz"));
                DataOutputStream labels = packed(set.resolve(part + "-labels-idx1-ubyte.gz"))) {
            for (int number : new int[] {0x0803, count, SIDE, SIDE}) {
                images.writeInt(number);
            }
            labels.writeInt(0x0801);
            labels.writeInt(count);
            for (int i = 0; i < count; i++) {
                labels.writeByte(i % 10);
                for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                    images.writeByte(pixel / SIDE / 2 == i % 10 ? 250 : 0);
                }
            }
        }
    }

    private static DataOutputStream packed(Path file) throws IOException {
        return new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16));
    }
}
