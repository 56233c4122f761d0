package io.gradlab.solutions.lab3;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Lab3;
import io.gradlab.course.core.Lab3Core;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.lab3.Lab3Checks;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Lab3SolutionsCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"public", "another", "a third"})
    void theReferenceAnswersEarnEverything(String seed) {
        DirectSubject subject = new DirectSubject(Lab3.class, new Lab3Solutions(), Lab3Core::new);

        List<Class<?>> checks = new Lab3Checks()
                .classes().stream()
                        .filter(type -> seed.equals("public")
                                || !type.getAnnotation(Task.class).training()) // once is enough of what takes seconds
                        .toList();

        List<TaskResult> results = new CheckRunner(subject, seed).run(checks);

        assertThat(results).allSatisfy(result -> {
            assertThat(result.message()).isEmpty();
            assertThat(result.outcome()).isEqualTo(Outcome.PASS);
            assertThat(result.points()).isEqualTo(result.maximum());
        });
        assertThat(results.stream().mapToDouble(TaskResult::points).sum()).isEqualTo(seed.equals("public") ? 100 : 92);
    }

    @Test
    void theMutationTestsRunEveryCheckThatIsNoTraining() {
        Class<?>[] expected = new Lab3Checks()
                .classes().stream()
                        .filter(type -> !type.getAnnotation(Task.class).training())
                        .toArray(Class<?>[]::new);

        assertThat(Lab3MutationChecks.class.getDeclaredClasses())
                .extracting(type -> (Object) type.getSuperclass())
                .containsExactlyInAnyOrder((Object[]) expected);
    }
}
