package io.gradlab.nn.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SyntheticDataTest {
    private static final Seed SEED = new Seed(7);

    static Stream<Named<BiFunction<Seed, Integer, Dataset>>> generators() {
        return Stream.of(Named.of("digits", SyntheticDigits::digits), Named.of("shapes", SyntheticShapes::shapes));
    }

    @Test
    void digitsAreTheSameImagesOnEveryMachine() {
        Dataset digits = SyntheticDigits.digits(new Seed(1), 200);

        assertThat(digits.sampleShape()).isEqualTo(Shape.of(1, 28, 28));
        assertThat(hash(digits)).isEqualTo(3425131862472219787L);
    }

    @Test
    void shapesAreTheSameImagesOnEveryMachine() {
        Dataset shapes = SyntheticShapes.shapes(new Seed(1), 200);

        assertThat(shapes.sampleShape()).isEqualTo(Shape.of(3, 32, 32));
        assertThat(hash(shapes)).isEqualTo(2241747210925223687L);
    }

    @ParameterizedTest
    @MethodSource("generators")
    void aSmallerSetIsTheBeginningOfALargerOne(BiFunction<Seed, Integer, Dataset> generator) {
        Dataset large = generator.apply(SEED, 300);

        assertThat(hash(Subset.first(large, 105))).isEqualTo(hash(generator.apply(SEED, 105)));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void otherSeedsGiveOtherImagesAndOrders(BiFunction<Seed, Integer, Dataset> generator) {
        Dataset one = generator.apply(SEED, 100);
        Dataset other = generator.apply(SEED.derive("test"), 100);

        assertThat(hash(one)).isNotEqualTo(hash(other));
        assertThat(labels(one)).isNotEqualTo(labels(other));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void classesAreBalancedAndShuffled(BiFunction<Seed, Integer, Dataset> generator) {
        Dataset set = generator.apply(SEED, 500);
        int[] counts = new int[set.classes()];
        int rising = 0;
        for (int i = 0; i < set.size(); i++) {
            counts[set.label(i)]++;
            rising += i > 0 && set.label(i) == (set.label(i - 1) + 1) % set.classes() ? 1 : 0;
        }

        assertThat(counts).hasSize(10).containsOnly(50);
        assertThat(rising).isLessThan(100);
    }

    @ParameterizedTest
    @MethodSource("generators")
    void pixelsUseTheWholeRangeAndNoMore(BiFunction<Seed, Integer, Dataset> generator) {
        Dataset set = generator.apply(SEED, 200);
        float[] sample = new float[set.sampleShape().size()];
        float darkest = 1;
        float brightest = 0;
        for (int i = 0; i < set.size(); i++) {
            set.read(i, sample, 0);
            for (float pixel : sample) {
                darkest = Math.min(darkest, pixel);
                brightest = Math.max(brightest, pixel);
            }
        }

        assertThat(darkest).isZero();
        assertThat(brightest).isBetween(0.98f, 1f);
    }

    @ParameterizedTest
    @MethodSource("generators")
    void noTwoSamplesAreEqual(BiFunction<Seed, Integer, Dataset> generator) {
        Dataset set = generator.apply(SEED, 500);
        long different = IntStream.range(0, set.size())
                .mapToLong(i -> hash(new Subset(set, i)))
                .distinct()
                .count();

        assertThat(different).isEqualTo(500);
    }

    private static int[] labels(Dataset set) {
        return IntStream.range(0, set.size()).map(set::label).toArray();
    }

    private static long hash(Dataset set) {
        float[] sample = new float[set.sampleShape().size()];
        long hash = 0;
        for (int i = 0; i < set.size(); i++) {
            set.read(i, sample, 0);
            hash = hash * 31 + set.label(i);
            for (float pixel : sample) {
                hash = hash * 31 + Math.round(pixel * 255);
            }
        }
        return hash;
    }
}
