package io.gradlab.solutions.lab2;

import io.gradlab.course.Lab2;
import io.gradlab.course.core.Lab2Core;
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
        DirectSubject subject = new DirectSubject(Lab2.class, new Lab2Solutions(), Lab2Core::new);
        context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create("io.gradlab.grader"))
                .put(BenchResolver.Setting.class, new BenchResolver.Setting(subject, "mutation"));
    }
}
