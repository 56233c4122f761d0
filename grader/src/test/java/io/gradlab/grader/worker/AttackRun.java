package io.gradlab.grader.worker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gradlab.grader.compile.CompiledSubject;
import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.grading.SubmissionChecks;
import io.gradlab.grader.lab1.SigmoidChecks;
import java.time.Duration;
import java.util.Map;

/** Runs an {@link Attack} as a submission is run, but under small limits and without the scan of its classes. */
final class AttackRun {
    /** The seed of the checks, which no submission may learn. */
    static final String SEED = "attack-seed-1729";

    private static final Limits LIMITS =
            new Limits(128, 400, 64, 0, 16, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));
    private static final StudentCompiler COMPILER = StudentCompiler.of("lab1");

    private AttackRun() {}

    /** Returns the sandbox of this machine; {@link NoSandbox} if none works. */
    static Sandbox sandbox() {
        return Sandboxes.find().orElse(new NoSandbox());
    }

    /** Skips a test where nothing isolates. */
    static void assumeIsolated(Sandbox sandbox) {
        assumeTrue(sandbox.isolates(), "no sandbox works here: install bubblewrap");
    }

    /** Skips a test where a worker keeps the network. */
    static void assumeNoNetwork(Sandbox sandbox) {
        assumeTrue(
                sandbox.description().contains("no network"), "no sandbox here takes the network: install bubblewrap");
    }

    /** Skips a test where there are no namespaces. */
    static void assumeNamespaces(Sandbox sandbox) {
        assumeTrue(sandbox instanceof Bubblewrap, "no namespaces here: install bubblewrap");
    }

    static WorkerSubject worker(Sandbox where, Attack attack) {
        return worker(where, LIMITS, attack);
    }

    /** Returns limits on what can be counted that are {@code factor} times as high. */
    static Limits raised(int factor) {
        return new Limits(
                LIMITS.heap() * factor,
                LIMITS.memory() * factor,
                LIMITS.threads() * factor,
                LIMITS.processes() + factor,
                LIMITS.disk() * factor,
                LIMITS.training(),
                LIMITS.training(),
                LIMITS.submission());
    }

    static WorkerSubject worker(Sandbox where, Limits limits, Attack attack) {
        return new WorkerSubject(where, limits, CompiledSubject.start(COMPILER.compile(attack.sources())));
    }

    /** Returns the checks without the scan of the classes, which would stop some attacks before they begin. */
    static SubmissionChecks checks(WorkerSubject worker, Attack attack) {
        CompiledSubmission scanned = COMPILER.compile(attack.sources());
        if (!scanned.broken().isEmpty()) {
            throw new IllegalArgumentException(attack + " does not compile: " + scanned.broken());
        }
        CompiledSubmission compiled = new CompiledSubmission(
                scanned.lab(), scanned.classes(), scanned.problems(), scanned.broken(), scanned.signatures(), Map.of());
        return new SubmissionChecks(compiled, CompiledSubject.of(compiled, worker), SEED);
    }

    /** Returns what an attack printed during the sigmoid's task. */
    static String printed(Sandbox where, Attack attack) {
        try (WorkerSubject worker = worker(where, attack)) {
            return checks(worker, attack).run(SigmoidChecks.class).printed();
        }
    }
}
