package io.gradlab.grader.run;

import io.gradlab.course.probe.Subject;
import io.gradlab.grader.check.BenchResolver;
import io.gradlab.grader.check.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs check classes on a subject, with nothing of JUnit that the class path or the environment could change. */
public final class CheckRunner {
    private final Subject subject;
    private final String seed;
    private final Turns turns;

    /**
     * Creates a runner for one subject.
     *
     * @param seed the run's seed, any text; each task derives its own from it
     */
    public CheckRunner(Subject subject, String seed) {
        this(subject, seed, new Turns());
    }

    /** Creates a runner that shares the machine with others of the same {@code turns}. */
    public CheckRunner(Subject subject, String seed, Turns turns) {
        this.subject = subject;
        this.seed = seed;
        this.turns = turns;
    }

    /** Runs the check classes, each annotated with {@link Task}, in order. */
    public List<TaskResult> run(List<Class<?>> classes) {
        List<TaskResult> results = new ArrayList<>();
        for (Class<?> type : classes) {
            results.add(run(type));
        }
        return results;
    }

    /** Runs the checks of one task; what took too long is tried once more, alone and with twice the time. */
    public TaskResult run(Class<?> type) {
        TaskResult result = turns.together(() -> run(type, 1));
        return result.outcome() == Outcome.TIMED_OUT && subject.canRepeat() ? turns.alone(() -> run(type, 2)) : result;
    }

    private TaskResult run(Class<?> type, int patience) {
        Task task = type.getAnnotation(Task.class);
        TaskSubject watched = new TaskSubject(subject);
        RungListener listener = new RungListener(task.id());
        subject.beginTask(task.training(), patience);
        try (LauncherSession session = LauncherFactory.openSession(config())) {
            session.getStore()
                    .put(BenchResolver.STORE, BenchResolver.Setting.class, new BenchResolver.Setting(watched, seed));
            session.getLauncher().execute(request(type), listener);
        } finally {
            subject.endTask();
        }
        return Scoring.of(task, listener.rungs(), watched.printed());
    }

    private static LauncherDiscoveryRequest request(Class<?> type) {
        return LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .selectors(DiscoverySelectors.selectClass(type))
                .build();
    }

    private static LauncherConfig config() {
        return LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(jupiter())
                .build();
    }

    private static TestEngine jupiter() {
        return ServiceLoader.load(TestEngine.class, CheckRunner.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.getId().equals("junit-jupiter"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JUnit's Jupiter engine is missing"));
    }
}
