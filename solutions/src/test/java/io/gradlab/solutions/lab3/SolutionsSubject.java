package io.gradlab.solutions.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.course.core.Lab3Core;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.check.BenchResolver;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** Tells check classes that run as tests that they check the reference answers, in this process. */
final class SolutionsSubject implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        DirectSubject subject = new DirectSubject(Lab3.class, new Lab3Solutions(), Lab3Core::new);
        context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create("io.gradlab.grader"))
                .put(BenchResolver.Setting.class, new BenchResolver.Setting(subject, "mutation"));
    }
}
