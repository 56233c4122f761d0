package io.gradlab.lab3.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.ModelState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkWeightsTest {
    @TempDir
    Path folder;

    private final Sequential network = network(1);
    private final Map<String, Tensor> saved = new LinkedHashMap<>(ModelState.copy(network(2)));

    @Test
    void loadsParametersAndBuffersByName() throws IOException {
        saved.put("1.num_batches_tracked", Tensor.of(Shape.of(), new float[] {7}));
        load(name -> true);
        assertThat(ModelState.view(network).get("0.weight").data())
                .containsExactly(saved.get("0.weight").data());
        assertThat(ModelState.view(network).get("1.running_mean").data())
                .containsExactly(saved.get("1.running_mean").data());
    }

    @Test
    void leavesAloneWhatIsNotWanted() throws IOException {
        saved.remove("4.weight");
        float[] head = ModelState.view(network).get("4.weight").data().clone();
        load(name -> !name.startsWith("4."));
        assertThat(ModelState.view(network).get("4.weight").data()).containsExactly(head);
        assertThat(ModelState.view(network).get("0.weight").data())
                .containsExactly(saved.get("0.weight").data());
    }

    @Test
    void missing() {
        saved.remove("4.bias");
        assertRefused("has no tensor 4.bias [3], which the network needs; is it of another network?");
    }

    @Test
    void leftOver() {
        saved.put("5.weight", Tensor.zeros(2, 3));
        assertRefused("has a tensor 5.weight [2, 3] that the network does not have; is it of another network?");
    }

    @Test
    void anotherShapeAndNothingIsChanged() {
        float[] before = ModelState.view(network).get("0.weight").data().clone();
        saved.put("4.weight", Tensor.zeros(10, 32));
        assertRefused("has 4.weight [10, 32], but the network's is [3, 32]; is it of another network?");
        assertThat(ModelState.view(network).get("0.weight").data()).containsExactly(before);
    }

    @Test
    void timmsNamesBecomeTorchvisions() throws IOException {
        Path file = folder.resolve("timm.safetensors");
        Tensor dense = new Seed(3).stream("w").uniforms(Shape.of(4, 2, 7, 7), -1, 1);
        Safetensors.write(file, Map.of("pre_logits.fc1.weight", dense, "head.fc.bias", Tensor.vector(1, 2)), Map.of());
        try (WeightFile weights = WeightFile.open(file, null)) {
            assertThat(weights.tensors().tensors()).containsOnlyKeys("classifier.0.weight", "classifier.6.bias");
            assertThat(weights.tensors().read("classifier.0.weight").shape()).isEqualTo(Shape.of(4, 98));
            assertThat(weights.tensors().read("classifier.0.weight").data()).containsExactly(dense.data());
        }
    }

    @Test
    void theConventionComesFromTheUserTheFileOrItsName() throws IOException {
        Path silent = folder.resolve("silent.safetensors");
        Path said = folder.resolve("said.safetensors");
        Path known = folder.resolve("vgg16.tv_in1k.safetensors");
        Safetensors.write(silent, saved, Map.of());
        Safetensors.write(said, saved, Map.of(Convention.METADATA_KEY, "caffe"));
        Safetensors.write(known, saved, Map.of());
        assertThat(convention(said, null)).isEqualTo(Convention.CAFFE);
        assertThat(convention(said, Convention.PLAIN)).isEqualTo(Convention.PLAIN);
        assertThat(convention(known, null)).isEqualTo(Convention.TORCHVISION);
        assertThatThrownBy(() -> convention(silent, null))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("silent.safetensors does not say how its network wants images; add --convention");
    }

    private static Convention convention(Path path, Convention said) {
        try (WeightFile file = WeightFile.open(path, said)) {
            return file.requireConvention();
        }
    }

    private void load(Predicate<String> wanted) throws IOException {
        Path path = folder.resolve("weights.safetensors");
        Safetensors.write(path, saved, Map.of());
        try (WeightFile file = WeightFile.open(path, null)) {
            NetworkWeights.load(network, file, wanted);
        }
    }

    private void assertRefused(String problem) {
        assertThatThrownBy(() -> load(name -> true))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("weights.safetensors: " + problem);
    }

    private static Sequential network(int seed) {
        Sequential network = NetworkText.parse(
                "conv 2 3x3 pad 1, batchnorm, relu, flatten, dense 3",
                Shape.of(1, 4, 4),
                Initialization.HE,
                new Seed(seed));
        network.buffers().get("1.running_mean").data()[0] = seed;
        return network;
    }
}
