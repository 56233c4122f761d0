package io.gradlab.solutions.lab2;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Lab2;
import io.gradlab.course.core.Lab2Core;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.lab2.Lab2Checks;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Lab2SolutionsCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"public", "another", "a third"})
    void theReferenceAnswersEarnEverything(String seed) {
        DirectSubject subject = new DirectSubject(Lab2.class, new Lab2Solutions(), Lab2Core::new);

        List<Class<?>> checks = new Lab2Checks()
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
        assertThat(results.stream().mapToDouble(TaskResult::points).sum()).isEqualTo(seed.equals("public") ? 100 : 97);
    }

    @Test
    void theMutationTestsRunEveryCheckThatIsNoTraining() {
        Class<?>[] expected = new Lab2Checks()
                .classes().stream()
                        .filter(type -> !type.getAnnotation(Task.class).training())
                        .toArray(Class<?>[]::new);

        assertThat(Lab2MutationChecks.class.getDeclaredClasses())
                .extracting(type -> (Object) type.getSuperclass())
                .containsExactlyInAnyOrder((Object[]) expected);
    }
}
