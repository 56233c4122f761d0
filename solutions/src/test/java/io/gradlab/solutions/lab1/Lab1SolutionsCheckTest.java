package io.gradlab.solutions.lab1;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Lab1;
import io.gradlab.course.core.Lab1Core;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.lab1.Lab1Checks;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Lab1SolutionsCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"public", "another", "a third"})
    void theReferenceAnswersEarnEverything(String seed) {
        DirectSubject subject = new DirectSubject(Lab1.class, new Lab1Solutions(), Lab1Core::new);

        List<TaskResult> results = new CheckRunner(subject, seed).run(new Lab1Checks().classes());

        assertThat(results).allSatisfy(result -> {
            assertThat(result.message()).isEmpty();
            assertThat(result.outcome()).isEqualTo(Outcome.PASS);
            assertThat(result.points()).isEqualTo(result.maximum());
        });
        assertThat(results.stream().mapToDouble(TaskResult::points).sum()).isEqualTo(100);
    }

    @Test
    void theMutationTestsRunEveryCheckThatIsNoTraining() {
        Class<?>[] expected = new Lab1Checks()
                .classes().stream()
                        .filter(type -> !type.getAnnotation(Task.class).training())
                        .toArray(Class<?>[]::new);

        assertThat(Lab1MutationChecks.class.getDeclaredClasses())
                .extracting(type -> (Object) type.getSuperclass())
                .containsExactlyInAnyOrder((Object[]) expected);
    }
}
