package io.gradlab.lab1.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.Seed;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FashionSplitTest {

    @Test
    void everyImageIsInOnePart() {
        FashionSplit split = FashionSplit.of(new Seed(1));

        assertThat(split.training()).hasSize(48_060);
        assertThat(split.validation()).hasSize(5_940);
        assertThat(split.test()).hasSize(6_000);
        IntStream all =
                Stream.of(split.training(), split.validation(), split.test()).flatMapToInt(IntStream::of);
        assertThat(all.sorted().toArray()).isEqualTo(IntStream.range(0, 60_000).toArray());
    }

    @Test
    void theSeedChoosesValidationButNotTheTest() {
        FashionSplit one = FashionSplit.of(new Seed(1));
        FashionSplit two = FashionSplit.of(new Seed(2));

        assertThat(two.test()).isEqualTo(one.test());
        assertThat(two.validation()).isNotEqualTo(one.validation());
        assertThat(two.checksum()).isNotEqualTo(one.checksum());
    }
}
