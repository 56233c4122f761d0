package io.gradlab.grader.worker;

import io.gradlab.course.probe.wire.Start;
import java.util.Optional;

/** Where a grader's workers run: which sandbox, under which limits. */
public final class Workplace {
    private final Sandbox sandbox;
    private final Limits limits;

    private Workplace(Sandbox sandbox, Limits limits) {
        this.sandbox = sandbox;
        this.limits = limits;
    }

    /** Returns a workplace in the best sandbox of this machine, if any works; it is tried out first. */
    public static Optional<Workplace> sandboxed(Limits limits) {
        return Sandboxes.find(limits.disk()).map(sandbox -> new Workplace(sandbox, limits));
    }

    /** Returns a workplace without a sandbox: processes of their own, with limits, which see what their user sees. */
    public static Workplace open(Limits limits) {
        return new Workplace(new NoSandbox(), limits);
    }

    /** Returns what the workers are kept from, in half a line. */
    public String description() {
        return sandbox.description();
    }

    /** Returns a subject whose workers run here. */
    public WorkerSubject subject(Start start) {
        return new WorkerSubject(sandbox, limits, start);
    }
}
