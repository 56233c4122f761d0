package io.gradlab.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void partsShareNoSampleAndTogetherAreAll() {
        int[][] parts = Split.shuffledParts(100, new Seed(1), "split", 70, 20, 10);

        assertThat(Stream.of(parts).map(part -> part.length)).containsExactly(70, 20, 10);
        assertThat(Stream.of(parts).flatMapToInt(IntStream::of).sorted().toArray())
                .containsExactly(IntStream.range(0, 100).toArray());
        assertThat(parts[0]).isNotEqualTo(IntStream.range(0, 70).toArray());
    }

    @Test
    void sameSeedAndPurposeSameParts() {
        int[] first = Split.shuffledParts(50, new Seed(1), "split", 10)[0];

        assertThat(Split.shuffledParts(50, new Seed(1), "split", 10, 5)[0]).isEqualTo(first);
        assertThat(Split.shuffledParts(50, new Seed(2), "split", 10)[0]).isNotEqualTo(first);
        assertThat(Split.shuffledParts(50, new Seed(1), "other", 10)[0]).isNotEqualTo(first);
    }

    @Test
    void refusesMoreThanThereIs() {
        assertThatThrownBy(() -> Split.shuffledParts(10, new Seed(1), "split", 8, 3))
                .hasMessage("Cannot cut 10 samples into parts of [8, 3]");
    }

    @Test
    void aSubsetReadsTheChosenSamples() {
        Dataset three = new ByteDataset(Shape.of(1), List.of("a", "b"), new byte[] {0, 51, -1}, new byte[] {0, 1, 1});
        Dataset subset = new Subset(three, 2, 0);
        float[] number = new float[1];
        subset.read(0, number, 0);

        assertThat(number).containsExactly(1);
        assertThat(subset.label(1)).isZero();
        assertThat(Subset.first(three, 9).size()).isEqualTo(3);
        assertThatThrownBy(() -> new Subset(three, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
