package io.gradlab.lab3.vgg;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Forward and backward passes of randomly filled networks against what PyTorch computes in double precision, see
 * src/test/python/make_vgg_values.py: norms to 1e-4, samples to 1e-4 of their tensor's largest value.
 *
 * <p>A ReLU or a max-pool that decides between values closer than float32's rounding may decide otherwise than in double
 * precision. Of the five million decisions at 224×224 a few do, and where gradients cancel out as much as in a network of
 * random signs, one of them moves those below by 1e-3, in whatever framework. So that network is a warm one: with weights
 * that are positive on the whole no gradient hangs on one decision.
 */
class VggValuesTest {
    private static final double TOLERANCE = 1e-4;
    private static final double NOTHING = 1e-9; // what double precision leaves of a zero
    private static final int HIDDEN = 256; // the published 4096 need 1.1 GB for weights and gradients

    @Test
    void vgg16OnSmallImages() throws IOException {
        Shape images = Shape.of(2, 3, 64, 64);
        check("vgg16-64", vgg16(images, HIDDEN), images, Pass.evaluation(), false);
    }

    @Test
    void vgg16OnAnImageOfItsOwnSize() throws IOException {
        Shape images = Shape.of(1, 3, 224, 224);
        check("vgg16-224", vgg16(images, HIDDEN), images, Pass.evaluation(), true);
    }

    @Test
    @EnabledIfSystemProperty(named = "gradlab.thorough", matches = "true", disabledReason = "takes 1.5 GB; -Pthorough")
    void vgg16WithItsWholeClassifier() throws IOException {
        Shape images = Shape.of(2, 3, 64, 64);
        check("vgg16-64-full", vgg16(images, Vgg.HIDDEN), images, Pass.evaluation(), false);
    }

    @Test
    void vgg11WithBatchNormInTraining() throws IOException {
        Shape images = Shape.of(2, 3, 32, 32);
        Sequential features = Vgg.VGG11_BN.features(images.withoutFirst()).create(Initialization.ZERO, new Seed(1));
        check("vgg11_bn-features", features, images, Pass.training(new Seed(1), 0), false);
    }

    private static Sequential vgg16(Shape images, int hidden) {
        return Vgg.VGG16.create(images.withoutFirst(), hidden, 10, Initialization.ZERO, new Seed(1));
    }

    private static void check(String name, Sequential network, Shape shape, Pass pass, boolean warm)
            throws IOException {
        TestNumbers.fill(network.parameters(), warm);
        Map<String, Tensor> results = new LinkedHashMap<>();

        Tensor output = network.forward(TestNumbers.tensor(shape, 1000, warm ? 1 : 0, 1), pass);
        results.put("output", output);
        results.put("input.gradient", network.backward(TestNumbers.tensor(output.shape(), 2000, 0, 1)));
        network.parameters().forEach(parameter -> results.put(parameter.name(), parameter.gradient()));
        results.putAll(network.buffers());

        Map<String, double[]> recorded = recorded(name);
        assertThat(results.keySet()).containsExactlyElementsOf(recorded.keySet());
        recorded.forEach((tensor, values) -> {
            double largest = values[1] > NOTHING ? values[1] : recorded.get(weightOf(tensor))[1];
            double norm = values[1] > NOTHING ? values[0] : largest;
            assertThat(normError(results.get(tensor), values) / norm)
                    .as("norm of %s %s", name, tensor)
                    .isLessThan(TOLERANCE);
            assertThat(sampleError(results.get(tensor), values) / largest)
                    .as("samples of %s %s", name, tensor)
                    .isLessThan(TOLERANCE);
        });
    }

    /** A bias before a batch norm has no gradient at all but for rounding, which is held against its weight's. */
    private static String weightOf(String bias) {
        return bias.replace(".bias", ".weight");
    }

    private static double normError(Tensor tensor, double[] recorded) {
        double squares = 0;
        for (float value : tensor.data()) {
            squares += (double) value * value;
        }
        return Math.abs(Math.sqrt(squares) - recorded[0]);
    }

    /** Returns the largest error of the samples. */
    private static double sampleError(Tensor tensor, double[] recorded) {
        double error = 0;
        int samples = recorded.length - 2;
        for (int k = 0; k < samples; k++) {
            float value = tensor.data()[(int) ((long) tensor.size() * (2 * k + 1) / (2 * samples))];
            error = Math.max(error, Math.abs(value - recorded[2 + k]));
        }
        return error;
    }

    private static Map<String, double[]> recorded(String name) throws IOException {
        Map<String, double[]> recorded = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(VggValuesTest.class.getResourceAsStream("values.tsv")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t");
                if (cells[0].equals(name)) {
                    recorded.put(
                            cells[1],
                            Arrays.stream(cells)
                                    .skip(2)
                                    .mapToDouble(Double::parseDouble)
                                    .toArray());
                }
            }
        }
        return recorded;
    }
}
