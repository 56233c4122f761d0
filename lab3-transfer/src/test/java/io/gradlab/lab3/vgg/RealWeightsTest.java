package io.gradlab.lab3.vgg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gradlab.lab3.image.Photo;
import io.gradlab.lab3.image.Resampling;
import io.gradlab.lab3.image.Resize;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.lab3.weights.NetworkWeights;
import io.gradlab.lab3.weights.WeightFile;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The true first three blocks of VGG-19 on a photograph. */
class RealWeightsTest {
    private static final Path DATA = DataFolder.resolve(null).root();
    private static final Path WEIGHTS = DATA.resolve("weights/vgg19-blocks1-3.safetensors");

    @Test
    void theFirstBlocksOfVgg19LoadByNameAndSeeAPhotographIn256Maps() {
        assumeTrue(Files.exists(WEIGHTS), () -> WEIGHTS + " is not here; set GRADLAB_DATA to a folder that has it");
        Tensor photo = Photo.read(DATA.resolve("images/dog.jpg"));
        Tensor square = Resize.centreCrop(Resize.shortSide(photo, 128, Resampling.ANTIALIASED), 112, 112);
        Sequential features = Vgg.VGG19.features(Shape.of(3, 112, 112), 3).create(Initialization.ZERO, new Seed(1));
        Sequential network = new Sequential(new LinkedHashMap<>(Map.of("features", features)));

        try (WeightFile file = WeightFile.open(WEIGHTS, Convention.CAFFE)) {
            NetworkWeights.load(network, file, name -> true);
            assertThat(VggFit.best(file.tensors().tensors())).contains(new VggFit(Vgg.VGG19, 8, 16, 0));
        }
        Tensor maps = network.forward(Convention.CAFFE.fromRgb(square), Pass.evaluation());

        assertThat(maps.shape()).isEqualTo(Shape.of(1, 256, 14, 14));
        double sum = 0;
        int silent = 0;
        for (float value : maps.data()) {
            sum += value;
            silent += value == 0 ? 1 : 0;
        }
        assertThat(sum / maps.size()).isBetween(10.0, 1000.0); // Caffe's VGG has activations in the hundreds
        assertThat((double) silent / maps.size()).isBetween(0.02, 0.9);
    }
}
