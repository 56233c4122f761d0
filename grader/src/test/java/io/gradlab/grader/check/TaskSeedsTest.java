package io.gradlab.grader.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.Seed;
import org.junit.jupiter.api.Test;

class TaskSeedsTest {

    @Test
    void aSeedStaysWhatItIsForEver() {
        assertThat(TaskSeeds.of("public", "1.8")).isEqualTo(new Seed(0x787eeab19eaecebaL));
    }

    @Test
    void runsAndTasksHaveSeedsOfTheirOwn() {
        assertThat(TaskSeeds.of("public", "1.8"))
                .isNotEqualTo(TaskSeeds.of("public", "1.9"))
                .isNotEqualTo(TaskSeeds.of("secret", "1.8"));
    }
}
