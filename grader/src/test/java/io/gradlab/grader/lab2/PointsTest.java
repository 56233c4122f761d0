package io.gradlab.grader.lab2;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PointsTest {

    static List<Class<?>> classes() {
        return new Lab2Checks().classes();
    }

    @ParameterizedTest
    @MethodSource("classes")
    void theRungsAddUpToTheTask(Class<?> type) {
        assertThat(rungs(type).stream().mapToDouble(Check::points).sum())
                .isEqualTo(type.getAnnotation(Task.class).points());
    }

    @ParameterizedTest
    @MethodSource("classes")
    void everyRungHasAPlaceOfItsOwn(Class<?> type) {
        assertThat(rungs(type)).extracting(Check::rank).doesNotHaveDuplicates();
    }

    @Test
    void lab2IsWorthAHundredPoints() {
        assertThat(classes().stream()
                        .mapToDouble(type -> type.getAnnotation(Task.class).points())
                        .sum())
                .isEqualTo(100);
    }

    @Test
    void whatOnlyTheWorkerCanAttestIsWorthAtMostFive() {
        double attested = classes().stream()
                .flatMap(type -> rungs(type).stream())
                .filter(check -> check.value().startsWith("only reads"))
                .mapToDouble(Check::points)
                .sum();

        assertThat(attested).isPositive().isLessThanOrEqualTo(5);
    }

    private static List<Check> rungs(Class<?> type) {
        List<Check> rungs = new ArrayList<>();
        List<String> seen = new ArrayList<>(); // a method that is overridden counts once
        for (Class<?> owner = type; owner != Object.class; owner = owner.getSuperclass()) {
            for (Method method : owner.getDeclaredMethods()) {
                Check check = method.getAnnotation(Check.class);
                if (check != null && !seen.contains(method.getName())) {
                    seen.add(method.getName());
                    rungs.add(check);
                }
            }
        }
        return rungs;
    }
}
