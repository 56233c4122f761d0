package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.worker.Limits;
import io.gradlab.grader.worker.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where and under which limits submissions run. */
final class WorkerOptions {
    private static final int LEAST_MEMORY = 320; // what a worker takes whose heap is full

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Submissions graded at the same time. Default: as many as there are processors.")
    private @Nullable Integer jobs;

    @Option(
            names = "--worker-memory",
            paramLabel = "MB",
            description = "What a submission may take in all; more is OUT OF MEMORY. Default: 640.")
    private @Nullable Integer memory;

    @Option(names = "--require-sandbox", description = "Refuse to grade where there is no sandbox.")
    private boolean requireSandbox;

    /**
     * Checks the options.
     *
     * @throws UserError if one cannot be
     */
    void check() {
        if (jobs != null && jobs < 1) {
            throw new UserError("--jobs " + jobs + ": give a number of at least 1");
        }
        if (memory != null && memory < LEAST_MEMORY) {
            throw new UserError("--worker-memory " + memory + ": give at least " + LEAST_MEMORY);
        }
    }

    int jobs() {
        return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    }

    /**
     * Returns the best workplace of this machine.
     *
     * @throws UserError if a sandbox is required and there is none
     */
    Workplace workplace() {
        Limits limits = memory == null ? Limits.standard() : Limits.standard().withMemory(memory);
        return Workplace.sandboxed(limits).orElseGet(() -> {
            if (requireSandbox) {
                throw new UserError("--require-sandbox: no sandbox works here; on Linux install bubblewrap (for example"
                        + " apt install bubblewrap), or run as root");
            }
            return Workplace.open(limits);
        });
    }
}
