package io.gradlab.grader.worker;

import io.gradlab.course.probe.wire.Frame;
import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.SourceCompiler;
import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.compile.SubmissionCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiler in a process of its own, so that sources that make it loop, swell or crash disturb nobody. The process serves
 * many submissions, for a compiler that has run a while is several times as fast; it is replaced from time to time, and
 * whenever it did not end a compilation as it should.
 */
public final class CompileWorker implements SourceCompiler, AutoCloseable {
    private static final int MOST_SUBMISSIONS = 50;
    private static final Duration LIMIT = Duration.ofSeconds(15); // its own is 10 seconds, and starting takes some

    private final Sandbox sandbox;
    private final Limits limits;
    private final String lab;
    private @Nullable WorkerProcess worker;
    private int served;

    /** Creates the compiler of a lab; no process is started before the first submission. */
    CompileWorker(Sandbox sandbox, Limits limits, String lab) {
        this.sandbox = sandbox;
        this.limits = limits;
        this.lab = lab;
    }

    @Override
    public CompiledSubmission compile(Map<String, String> sources) {
        Frame frame = new Frame(Frame.Kind.PROBE, SubmissionCodec.write(sources));
        Exchange exchange = exchange(frame);
        if (exchange instanceof Exchange.Crashed) {
            exchange = exchange(frame); // it may have been the submission before
        }
        return switch (exchange) {
            case Exchange.Answered(byte[] content) -> read(content);
            case Exchange.TimedOut(String why) -> refused("the compiler did not end");
            case Exchange.OutOfMemory(String why) -> refused("the compiler's memory ran out");
            case Exchange.Crashed(String why) -> refused("the compiler crashed");
        };
    }

    private Exchange exchange(Frame frame) {
        WorkerProcess process = process();
        Budget budget = new Budget(LIMIT);
        budget.begin(process.usage());
        Exchange exchange = process.exchange(frame, budget);
        if (!(exchange instanceof Exchange.Answered) || ++served >= MOST_SUBMISSIONS) {
            close();
        }
        return exchange;
    }

    private WorkerProcess process() {
        if (worker == null) {
            try {
                byte[] start = lab.getBytes(StandardCharsets.UTF_8);
                worker = WorkerProcess.start(sandbox, limits, Program.compiler(), start);
                served = 0;
            } catch (WorkerTrouble trouble) {
                throw new IllegalStateException(trouble.getMessage(), trouble);
            }
        }
        return worker;
    }

    private CompiledSubmission read(byte[] content) {
        try {
            return SubmissionCodec.read(lab, content);
        } catch (IOException | IllegalArgumentException disturbed) {
            close();
            return refused("the compiler crashed");
        }
    }

    private CompiledSubmission refused(String why) {
        return StudentCompiler.of(lab).refused(why + ", so nothing was compiled");
    }

    /** Ends the process. */
    @Override
    public void close() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
    }
}
