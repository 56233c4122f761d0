package io.gradlab.lab3.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gradlab.lab3.vgg.SmallVgg;
import io.gradlab.lab3.weights.NetworkWeights;
import io.gradlab.lab3.weights.WeightFile;
import io.gradlab.nn.data.Cifar10Reader;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Subset;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedWeightsTest {
    private static final Shape IMAGE = Shape.of(3, 32, 32);

    @Test
    void theFileIsSmallAndSaysHowItWasMade() throws IOException {
        try (InputStream in = EmbeddedWeights.class.getResourceAsStream("cifar-vgg.safetensors")) {
            assertThat(in).isNotNull();
            assertThat(in.readAllBytes().length).isLessThanOrEqualTo(4_000_000);
        }
        try (WeightFile file = EmbeddedWeights.open()) {
            assertThat(file.requireConvention()).isEqualTo(EmbeddedWeights.CONVENTION);
            assertThat(file.tensors().metadata())
                    .containsEntry("gradlab.convention", "torchvision")
                    .containsKeys("gradlab.validation_accuracy", "gradlab.test_accuracy");
            assertThat(file.tensors().metadata().get("gradlab.command")).startsWith("gradlab train cifar-vgg ");
            assertThat(file.tensors().metadata().get("gradlab.network")).contains(SmallVgg.TEXT);
        }
    }

    @Test
    void theCopyIsDeletedWhenItIsClosed() {
        WeightFile file = EmbeddedWeights.open();
        Path copy = ((Temporary) file.tensors()).file();
        assertThat(copy).exists();
        file.close();
        assertThat(copy).doesNotExist();
    }

    @Test
    void itKnowsCifar10sTestImages() {
        Path images = DataFolder.resolve(null).root().resolve("cifar-10-batches-bin/test_batch_first1000.bin");
        Path all = images.resolveSibling("test_batch.bin");
        assumeTrue(
                Files.exists(all) || Files.exists(images),
                () -> "CIFAR-10's test images are not in " + images.getParent() + "; set GRADLAB_DATA");
        Dataset test = Subset.first(Cifar10Reader.read(List.of(Files.exists(all) ? all : images)), 500);
        Sequential network = SmallVgg.create(IMAGE, 10, Initialization.ZERO, new Seed(1));
        try (WeightFile file = EmbeddedWeights.open()) {
            NetworkWeights.load(network, file, name -> true);
        }
        Tensor pixels = Tensor.zeros(IMAGE.prepend(test.size()));
        for (int i = 0; i < test.size(); i++) {
            test.read(i, pixels.data(), i * IMAGE.size());
        }
        Tensor logits = network.forward(EmbeddedWeights.CONVENTION.fromRgb(pixels), Pass.evaluation());
        int right = 0;
        for (int i = 0; i < test.size(); i++) {
            int best = 0;
            for (int k = 1; k < 10; k++) {
                best = logits.at(i, k) > logits.at(i, best) ? k : best;
            }
            right += best == test.label(i) ? 1 : 0;
        }
        assertThat(right / (double) test.size())
                .isGreaterThan(0.84); // 0.892 of a thousand, less four standard errors of 0.014
    }
}
