package io.gradlab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {
    @Test
    void joinsFromTheTopUntilNobodyIsAlone() {
        assertThat(SmallGroups.join(new int[] {0, 0, 2, 0, 3, 6, 0, 4}))
                .containsExactly(
                        new SmallGroups.Bins(5, 7, 10), // 6, none and 4
                        new SmallGroups.Bins(2, 4, 5), // 2, none and 3
                        new SmallGroups.Bins(1, 1, 0),
                        new SmallGroups.Bins(0, 0, 0));
    }

    @Test
    void aRestThatIsTooSmallGoesToItsNeighbours() {
        assertThat(SmallGroups.join(new int[] {1, 0, 0, 20})).containsExactly(new SmallGroups.Bins(0, 3, 21));
    }

    @Test
    void whateverTheCountsAreNoGroupIsSmallAndNobodyIsLeftOut() {
        Random random = new Random(1);
        for (int trial = 0; trial < 10_000; trial++) {
            int[] counts = random.ints(10, 0, 7).map(n -> Math.max(0, n - 2)).toArray();
            int all = Arrays.stream(counts).sum();
            if (all >= SmallGroups.SMALLEST) {
                List<SmallGroups.Bins> joined = SmallGroups.join(counts);
                int next = 9;
                int sum = 0;
                for (SmallGroups.Bins bins : joined) {
                    assertThat(bins.to()).isEqualTo(next);
                    assertThat(bins.count()).isNotIn(1, 2, 3, 4);
                    assertThat(Arrays.stream(counts, bins.from(), bins.to() + 1).sum())
                            .isEqualTo(bins.count());
                    next = bins.from() - 1;
                    sum += bins.count();
                }
                assertThat(next).isEqualTo(-1);
                assertThat(sum).isEqualTo(all);
            }
        }
    }

    @Test
    void aNumberShowsItsRestToo() {
        assertThat(SmallGroups.isFine(28, 30)).isFalse();
        assertThat(SmallGroups.isFine(2, 30)).isFalse();
        assertThat(SmallGroups.isFine(25, 30)).isTrue();
        assertThat(SmallGroups.isFine(30, 30)).isTrue();
        assertThat(SmallGroups.isFine(0, 30)).isTrue();
    }
}
