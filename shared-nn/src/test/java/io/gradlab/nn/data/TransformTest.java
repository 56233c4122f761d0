package io.gradlab.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import org.junit.jupiter.api.Test;

class TransformTest {
    private static final RandomStream RANDOM = new RandomStream(1);

    @Test
    void normalizesEachChannelAndNothingElse() {
        float[] numbers = {9, 1, 2, 3, 4, 9};
        Normalize normalize = new Normalize(new float[] {1, 2}, new float[] {0.5f, 2});

        normalize.apply(numbers, 1, Shape.of(2, 1, 2), RANDOM);

        assertThat(numbers).containsExactly(9, 0, 2, 0.5f, 1, 9);
    }

    @Test
    void oneMeanServesAllChannels() {
        float[] numbers = {1, 2, 3};

        new Normalize(new float[] {2}, new float[] {1}).apply(numbers, 0, Shape.of(3), RANDOM);

        assertThat(numbers).containsExactly(-1, 0, 1);
    }

    @Test
    void refusesAWrongNumberOfChannels() {
        assertThatThrownBy(() -> Normalize.CIFAR_10.apply(new float[784], 0, Shape.of(1, 28, 28), RANDOM))
                .hasMessageContaining("3 channels")
                .hasMessageContaining("[1, 28, 28]");
        assertThatThrownBy(() -> new Normalize(new float[] {0}, new float[] {0}))
                .hasMessageContaining("above 0");
    }

    @Test
    void chainedTransformsHaveRandomNumbersOfTheirOwn() {
        Transform draw = (numbers, offset, shape, random) -> {
            numbers[1] = numbers[0];
            numbers[0] = random.uniform(0);
        };
        float[] numbers = new float[2];

        draw.then(draw).apply(numbers, 0, Shape.of(2), RANDOM);

        assertThat(numbers[1]).isEqualTo(RANDOM.uniform(0));
        assertThat(numbers[0]).isNotEqualTo(numbers[1]);
    }
}
