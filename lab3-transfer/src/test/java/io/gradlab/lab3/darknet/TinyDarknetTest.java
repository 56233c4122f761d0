package io.gradlab.lab3.darknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gradlab.lab3.image.Photo;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The real weights on a real photograph; the expected five are those that the weights' own description gives. */
class TinyDarknetTest {
    private static final Path DATA = DataFolder.resolve(null).root();
    private static final Path WEIGHTS = DATA.resolve("weights/tiny-darknet-bnfolded.safetensors");

    @Test
    void findsTheSledDogAndItsLikesInThisOrder() throws IOException {
        assumeTrue(Files.exists(WEIGHTS), () -> WEIGHTS + " is not here; set GRADLAB_DATA to a folder that has it");
        Tensor photo = TinyDarknet.prepare(Photo.read(DATA.resolve("images/dog.jpg")));
        assertThat(photo.shape()).isEqualTo(Shape.of(1, 3, 224, 298));

        Tensor logits = TinyDarknet.load(WEIGHTS).forward(photo, Pass.evaluation());
        Tensor shares = Tensor.zeros(logits.shape());
        Kernels.of(logits).softmax(logits, shares);

        List<String> names = Files.readAllLines(DATA.resolve("weights/imagenet.shortnames.list"));
        List<Integer> best = IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -shares.data()[i]))
                .limit(5)
                .toList();
        assertThat(best.stream().map(names::get))
                .containsExactly("malamute", "Eskimo dog", "dogsled", "standard schnauzer", "Siberian husky");
        double[] expected = {0.168, 0.064, 0.064, 0.050, 0.037};
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) shares.data()[best.get(i)]).isCloseTo(expected[i], Offset.offset(0.001));
        }
    }
}
