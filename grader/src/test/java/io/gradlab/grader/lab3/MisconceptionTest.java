package io.gradlab.grader.lab3;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Lab3;
import io.gradlab.course.core.Lab3Core;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.RungResult;
import io.gradlab.grader.run.TaskResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MisconceptionTest {

    @ParameterizedTest
    @MethodSource("io.gradlab.grader.lab3.Mistakes#all")
    void eachMistakeIsRecognisedAndCostsPoints(Mistake mistake) {
        TaskResult result = new CheckRunner(
                        new DirectSubject(Lab3.class, mistake.lab(), Lab3Core::new), "misconceptions")
                .run(mistake.task());

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        if (result.maximum() > 0) { // pixels are an example
            assertThat(result.points()).isLessThan(result.maximum());
        }
        assertThat(result.rungs())
                .extracting(RungResult::message)
                .anySatisfy(message ->
                        assertThat(message).contains("it looks as if").contains(mistake.says()));
    }

    @Test
    void theEngineEarnsEverything() {
        CheckRunner runner = new CheckRunner(new DirectSubject(Lab3.class, new Lab3Core(), Lab3Core::new), "test");

        assertThat(runner.run(new Lab3Checks().classes())).allSatisfy(result -> {
            assertThat(result.message()).isEmpty();
            assertThat(result.outcome()).isEqualTo(Outcome.PASS);
            assertThat(result.points()).isEqualTo(result.maximum());
        });
    }
}
