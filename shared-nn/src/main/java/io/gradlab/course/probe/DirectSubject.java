package io.gradlab.course.probe;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * An implementation in this process, for code that is trusted. A probe that takes too long is given up; its thread
 * cannot be stopped by force and may go on in the background until the process ends.
 */
public final class DirectSubject implements Subject {
    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(20);

    private final ProbeRunner runner;
    private final Duration limit;

    /** Creates a subject with 20 seconds for each probe; arguments as in {@link ProbeRunner}. */
    public DirectSubject(Class<?> contract, Object implementation, Supplier<?> core) {
        this(contract, implementation, core, DEFAULT_LIMIT);
    }

    /** Creates a subject with a limit of wall time for each probe. */
    public DirectSubject(Class<?> contract, Object implementation, Supplier<?> core, Duration limit) {
        this.runner = new ProbeRunner(contract, implementation, core);
        this.limit = limit;
    }

    @Override
    public Answer ask(Probe probe) {
        try (PrintCapture printed = PrintCapture.start()) {
            FutureTask<Answer> task = new FutureTask<>(() -> runner.run(probe, printed));
            Thread thread = Thread.ofPlatform().daemon().name("probe").start(task);
            try {
                return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException timeout) {
                thread.interrupt();
                return failed(Failure.Kind.TIMED_OUT, timedOut(), printed.text());
            } catch (InterruptedException interruption) {
                thread.interrupt();
                Thread.currentThread().interrupt();
                return failed(Failure.Kind.CRASHED, "the check was interrupted", printed.text());
            } catch (ExecutionException problem) {
                throw new IllegalArgumentException(
                        "The probe of " + probe.method() + " does not fit", problem.getCause());
            }
        }
    }

    private String timedOut() {
        return String.format(
                Locale.ROOT,
                "it did not answer within %s s; is there a loop that never ends?",
                limit.toMillis() % 1000 == 0 ? limit.toSeconds() : limit.toMillis() / 1000.0);
    }

    private static Answer failed(Failure.Kind kind, String message, String printed) {
        return new Answer(Map.of(), Optional.of(new Failure(kind, "", message)), printed);
    }
}
