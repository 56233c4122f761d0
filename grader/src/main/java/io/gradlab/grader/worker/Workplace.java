package io.gradlab.grader.worker;

import io.gradlab.course.probe.Subject;
import io.gradlab.course.probe.wire.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
        return Sandboxes.find().map(sandbox -> new Workplace(sandbox, limits));
    }

    /** Returns a workplace without a sandbox: processes of their own, with limits, which see what their user sees. */
    public static Workplace open(Limits limits) {
        return new Workplace(new NoSandbox(), limits);
    }

    /**
     * Makes later workers start faster, if they do not yet: one worker without a sandbox does what they will do, with code
     * that is trusted, and leaves its loaded classes in a file. Where that does not work, they start as before.
     *
     * @param start code that is trusted
     * @param rehearsal asks what checks ask
     */
    public static void warmUp(Supplier<Start> start, Consumer<Subject> rehearsal) {
        Optional<Path> cache = AotCache.place(Program.checks(false).classPath());
        if (cache.isEmpty() || Files.exists(cache.get())) {
            return;
        }
        Limits patient = Limits.standard().withTime(Limits.PATIENCE);
        try {
            Files.createDirectories(cache.get().getParent());
            Path made = cache.get()
                    .resolveSibling("worker-" + ProcessHandle.current().pid() + ".tmp");
            try (WorkerSubject worker =
                    new WorkerSubject(new NoSandbox(), patient, start.get(), training -> Program.rehearsal(made))) {
                rehearsal.accept(worker);
                worker.finish();
            }
            if (Files.exists(made)) {
                Files.move(made, cache.get(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException unwritable) {
            // Workers load their classes one by one then, as they did until now.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what the workers are kept from, in half a line. */
    public String description() {
        return sandbox.description();
    }

    /** Returns a lab's compiler whose process runs here. */
    public CompileWorker compiler(String lab) {
        return new CompileWorker(sandbox, limits, lab);
    }

    /** Returns a subject whose workers run here. */
    public WorkerSubject subject(Start start) {
        return new WorkerSubject(sandbox, limits, start);
    }
}
