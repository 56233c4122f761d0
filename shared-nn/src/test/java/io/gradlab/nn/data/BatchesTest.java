package io.gradlab.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final Dataset FIVE = new ByteDataset(
            Shape.of(1, 1, 2), List.of("a", "b", "c"), new byte[] {0, 0, 1, 1, 2, 2, 3, 3, 4, 4}, new byte[] {
                0, 1, 2, 0, 1
            });

    @Test
    void cutsTheOrderIntoBatchesWithASmallerLastOne() {
        Batches batches = new Batches(FIVE, 2, new int[] {4, 3, 2, 1, 0});
        List<Integer> labels = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        for (Batch batch : batches) {
            shapes.add(batch.inputs().shape());
            for (int label : batch.labels()) {
                labels.add(label);
            }
        }

        assertThat(batches.count()).isEqualTo(3);
        assertThat(shapes).containsExactly(Shape.of(2, 1, 1, 2), Shape.of(2, 1, 1, 2), Shape.of(1, 1, 1, 2));
        assertThat(labels).containsExactly(1, 0, 2, 1, 0);
    }

    @Test
    void givesInputsAndOneHotTargets() {
        Batches batches = new Batches(FIVE, 2, new int[] {0, 1, 3, 2});
        batches.get(0);

        Batch second = batches.get(1);

        assertThat(second.inputs().data()).containsExactly(3 / 255f, 3 / 255f, 2 / 255f, 2 / 255f);
        assertThat(second.targets().data()).containsExactly(1, 0, 0, 0, 0, 1);
        assertThat(second.labels()).containsExactly(0, 2);
    }

    @Test
    void reusesItsTensors() {
        Batches batches = new Batches(FIVE, 2, new int[] {0, 1, 2, 3, 4});

        assertThat(batches.get(1).inputs()).isSameAs(batches.get(0).inputs());
        assertThat(batches.get(2).inputs().size()).isEqualTo(2);
    }

    @Test
    void aTransformSeesTheSameRandomNumbersForASampleWhereverItStands() {
        Transform noise = (numbers, offset, shape, random) -> numbers[offset] = random.uniform(0);
        Seed seed = new Seed(1);

        float early = new Batches(FIVE, 2, new int[] {3, 0}, noise, seed, 7)
                .get(0)
                .inputs()
                .at(0, 0, 0, 0);
        float late = new Batches(FIVE, 1, new int[] {1, 2, 3}, noise, seed, 7)
                .get(2)
                .inputs()
                .at(0, 0, 0, 0);
        float nextEpoch = new Batches(FIVE, 1, new int[] {3}, noise, seed, 8)
                .get(0)
                .inputs()
                .at(0, 0, 0, 0);

        assertThat(late).isEqualTo(early).isNotEqualTo(nextEpoch);
        assertThat(early).isEqualTo(seed.stream("augment", 7 * 5 + 3).uniform(0));
    }

    @Test
    void refusesBatchesWithoutSamples() {
        assertThatThrownBy(() -> new Batches(FIVE, 0, new int[1])).hasMessageContaining("batch size is 0");
    }
}
