package io.gradlab.grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskRangesTest {
    @Test
    void tasksThatFollowEachOtherAreARange() {
        assertThat(TaskRanges.of(List.of("1.0", "1.1", "1.2", "2.9", "2.10", "2.11")))
                .isEqualTo("1.0 to 1.2, 2.9 to 2.11");
    }

    @Test
    void whatDoesNotFollowStandsAlone() {
        assertThat(TaskRanges.of(List.of("1.1", "1.2", "1.4", "2.5"))).isEqualTo("1.1, 1.2, 1.4, 2.5");
        assertThat(TaskRanges.of(List.of("1.1"))).isEqualTo("1.1");
        assertThat(TaskRanges.of(List.of())).isEmpty();
    }
}
