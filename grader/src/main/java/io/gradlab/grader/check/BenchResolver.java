package io.gradlab.grader.check;

import io.gradlab.course.probe.Subject;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands each check the bench of its task. Whoever runs checks first puts a {@link Setting} into the session's store. */
public final class BenchResolver implements ParameterResolver {
    /** Where the setting lies in the launcher session's store. */
    public static final Namespace NAMESPACE = Namespace.create("io.gradlab.grader");

    /**
     * What a run of checks is about.
     *
     * @param subject the implementation that is checked
     * @param seed the run's seed, any text
     */
    public record Setting(Subject subject, String seed) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Bench.class;
    }

    @Override
    public Bench resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Setting setting = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE).get(Setting.class, Setting.class);
        Objects.requireNonNull(setting, "nobody has said which implementation is checked");
        Task task = context.getRequiredTestClass().getAnnotation(Task.class);
        return new Bench(setting.subject(), task.id(), TaskSeeds.of(setting.seed(), task.id()));
    }
}
