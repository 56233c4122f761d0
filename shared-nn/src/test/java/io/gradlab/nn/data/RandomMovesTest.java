package io.gradlab.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random flips and shifts: each result is one of the possible ones, all occur, and as often as they should. */
class RandomMovesTest {
    private static final int TRIALS = 2000;
    private static final int HEIGHT = 3;
    private static final int WIDTH = 4;
    private static final Shape SHAPE = Shape.of(2, HEIGHT, WIDTH);

    @Test
    void aFlipMirrorsEveryRowHalfOfTheTime() {
        Map<List<Float>, Integer> seen = results(new RandomFlip(), 1);
        List<Float> mirrored = numbers((c, y, x) -> number(c, y, WIDTH - 1 - x));

        assertThat(seen).containsOnlyKeys(numbers(RandomMovesTest::number), mirrored);
        assertThat(seen.get(mirrored)).isBetween(900, 1100); // 4.5 deviations of √(2000 / 4)
    }

    @Test
    void aShiftMovesAllChannelsAlikeAndFillsWithZeros() {
        List<List<Float>> possible = new ArrayList<>();
        for (int down = -2; down <= 2; down++) {
            for (int right = -2; right <= 2; right++) {
                int dy = down;
                int dx = right;
                possible.add(numbers((c, y, x) -> number(c, y - dy, x - dx)));
            }
        }

        Map<List<Float>, Integer> seen = results(new RandomShift(2), 0);

        assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(possible);
        assertThat(seen.values()).allSatisfy(count -> assertThat(count).isBetween(40, 120)); // 80 ± 4.5 deviations
    }

    @Test
    void aReflectingShiftFillsWithTheImageItself() {
        List<List<Float>> possible = new ArrayList<>();
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                int dy = down;
                int dx = right;
                possible.add(numbers((c, y, x) -> number(c, reflected(y - dy, HEIGHT), reflected(x - dx, WIDTH))));
            }
        }

        Map<List<Float>, Integer> seen = results(RandomShift.reflecting(1), 0);

        assertThat(seen.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        possible.stream().distinct().toList());
    }

    @Test
    void anAlternatingFlipShowsBothDirectionsInEveryTwoEpochs() {
        List<Float> straight = numbers(RandomMovesTest::number);
        List<Float> mirrored = numbers((c, y, x) -> number(c, y, WIDTH - 1 - x));
        int mirroredFirst = 0;
        for (int sample = 0; sample < 200; sample++) {
            List<Float> first = inEpoch(1, sample);
            assertThat(first).isIn(straight, mirrored);
            assertThat(inEpoch(2, sample)).isEqualTo(first.equals(straight) ? mirrored : straight);
            assertThat(inEpoch(3, sample)).isEqualTo(first);
            mirroredFirst += first.equals(mirrored) ? 1 : 0;
        }
        assertThat(mirroredFirst).isBetween(68, 132); // 4.5 deviations of √(200 / 4)
    }

    private static List<Float> inEpoch(long epoch, int sample) {
        float[] numbers = new float[SHAPE.size()];
        List<Float> before = numbers(RandomMovesTest::number);
        IntStream.range(0, numbers.length).forEach(i -> numbers[i] = before.get(i));
        Transform flip = new AlternatingFlip().then(Transform.NONE); // also as a part of others
        flip.apply(numbers, 0, SHAPE, new Turn(new Seed(5), epoch, sample, RANDOM));
        List<Float> after = new ArrayList<>();
        for (float number : numbers) {
            after.add(number);
        }
        return after;
    }

    /** Returns the place inside 0 .. size - 1 that a place one or two beyond its edges shows. */
    private static int reflected(int place, int size) {
        return place < 0 ? -place : place >= size ? 2 * (size - 1) - place : place;
    }

    @Test
    void aShiftBeyondTheImageLeavesZeros() {
        float[] one = {5};
        for (int i = 0; i < 20; i++) {
            new RandomShift(3).apply(one, 0, Shape.of(1, 1, 1), new RandomStream(i));
        }
        assertThat(one).containsExactly(0);
        assertThatThrownBy(() -> new RandomShift(0)).hasMessageContaining("at least 1 pixel");
    }

    /** Applies a transform to copies of one sample that lies between two guards, and counts what comes out. */
    private static Map<List<Float>, Integer> results(Transform transform, int purpose) {
        Map<List<Float>, Integer> seen = new HashMap<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            float[] padded = new float[SHAPE.size() + 2];
            List<Float> sample = numbers(RandomMovesTest::number);
            IntStream.range(0, SHAPE.size()).forEach(i -> padded[i + 1] = sample.get(i));
            transform.apply(padded, 1, SHAPE, new RandomStream(RANDOM.bits(trial) + purpose));
            assertThat(padded[0]).isZero();
            assertThat(padded[padded.length - 1]).isZero();
            List<Float> result = new ArrayList<>();
            IntStream.range(0, SHAPE.size()).forEach(i -> result.add(padded[i + 1]));
            seen.merge(result, 1, Integer::sum);
        }
        return seen;
    }

    private static final RandomStream RANDOM = new RandomStream(7);

    private interface Pixel {
        float at(int channel, int y, int x);
    }

    private static List<Float> numbers(Pixel pixel) {
        List<Float> numbers = new ArrayList<>();
        for (int c = 0; c < 2; c++) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    numbers.add(pixel.at(c, y, x));
                }
            }
        }
        return numbers;
    }

    /** Returns the sample's number at a place, 0 outside the image. */
    private static float number(int channel, int y, int x) {
        boolean inside = y >= 0 && y < HEIGHT && x >= 0 && x < WIDTH;
        return inside ? 1 + x + WIDTH * (y + HEIGHT * channel) : 0;
    }
}
