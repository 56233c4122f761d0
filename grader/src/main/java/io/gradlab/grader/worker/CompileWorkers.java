package io.gradlab.grader.worker;

import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.SourceCompiler;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Compile workers for several threads: as many as compile at the same time, each used again and again until no more
 * submission needs it, so that it takes no memory from the last ones' checks.
 */
public final class CompileWorkers implements SourceCompiler, AutoCloseable {
    private final Workplace workplace;
    private final String lab;
    private final AtomicInteger left;
    private final Queue<CompileWorker> idle = new ConcurrentLinkedQueue<>();

    /**
     * Creates the compiler of a lab; its workers start as they are needed.
     *
     * @param submissions how many will be compiled at least; more than that take longer
     */
    public CompileWorkers(Workplace workplace, String lab, int submissions) {
        this.workplace = workplace;
        this.lab = lab;
        this.left = new AtomicInteger(submissions);
    }

    @Override
    public CompiledSubmission compile(Map<String, String> sources) {
        int following = left.decrementAndGet();
        CompileWorker waiting = idle.poll();
        CompileWorker worker = waiting == null ? workplace.compiler(lab) : waiting;
        try {
            return worker.compile(sources);
        } finally {
            if (following > 0) {
                idle.add(worker);
            } else {
                worker.close();
                close();
            }
        }
    }

    /** Ends all workers that wait. */
    @Override
    public void close() {
        for (CompileWorker worker = idle.poll(); worker != null; worker = idle.poll()) {
            worker.close();
        }
    }
}
