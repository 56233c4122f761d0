package io.gradlab.grader.run;

import io.gradlab.grader.check.Task;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Makes a task's result of its rungs'. */
final class Scoring {

    private Scoring() {}

    static TaskResult of(Task task, List<RungResult> rungs, String printed) {
        Optional<RungResult> trouble =
                rungs.stream().filter(rung -> rung.outcome() != Outcome.PASS).findFirst();
        return new TaskResult(
                task.id(),
                task.title(),
                sum(rungs, RungResult::points),
                task.points(),
                trouble.map(RungResult::outcome).orElse(Outcome.PASS),
                rungs,
                trouble.map(rung -> message(task, rung)).orElse(""),
                printed);
    }

    /** Returns a sum to 0.01, half up; exact, because it adds decimals. */
    static <T> double sum(List<T> items, ToDoubleFunction<T> points) {
        return items.stream()
                .map(item -> BigDecimal.valueOf(points.applyAsDouble(item)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static String message(Task task, RungResult rung) {
        return rung.outcome() == Outcome.NOT_STARTED
                ? rung.message()
                : task.title() + " " + rung.title() + ": " + rung.message();
    }
}
