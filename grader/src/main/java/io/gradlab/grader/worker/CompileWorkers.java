package io.gradlab.grader.worker;

import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.SourceCompiler;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Compile workers for several threads: as many as compile at the same time, each used again and again. */
public final class CompileWorkers implements SourceCompiler, AutoCloseable {
    private final Workplace workplace;
    private final String lab;
    private final Queue<CompileWorker> idle = new ConcurrentLinkedQueue<>();

    /** Creates the compiler of a lab; its workers start as they are needed. */
    public CompileWorkers(Workplace workplace, String lab) {
        this.workplace = workplace;
        this.lab = lab;
    }

    @Override
    public CompiledSubmission compile(Map<String, String> sources) {
        CompileWorker waiting = idle.poll();
        CompileWorker worker = waiting == null ? workplace.compiler(lab) : waiting;
        try {
            return worker.compile(sources);
        } finally {
            idle.add(worker);
        }
    }

    /** Ends all workers. */
    @Override
    public void close() {
        idle.forEach(CompileWorker::close);
    }
}
