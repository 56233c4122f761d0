package io.gradlab.grader.worker;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Failure;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Subject;
import io.gradlab.course.probe.wire.AnswerCodec;
import io.gradlab.course.probe.wire.Frame;
import io.gradlab.course.probe.wire.ProbeCodec;
import io.gradlab.course.probe.wire.Start;
import io.gradlab.course.probe.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A submission in a process of its own. The process is replaced when it ended, was stopped, ran out of memory, or kept
 * traces of one task that another one would meet.
 */
public final class WorkerSubject implements Subject, AutoCloseable {
    private final Sandbox sandbox;
    private final Limits limits;
    private final Start start;
    private final Function<Boolean, Program> program; // by whether the task trains
    private @Nullable WorkerProcess worker;
    private boolean fast; // whether the worker computes with fast kernels
    private boolean training; // whether the current task trains
    private boolean used; // whether the worker has traces
    private Budget budget;
    private long spent; // CPU time of the tasks that do not train, in nanoseconds

    /** Creates the subject; no process is started before the first probe. */
    WorkerSubject(Sandbox sandbox, Limits limits, Start start) {
        this(sandbox, limits, start, Program::checks);
    }

    /** Creates a subject whose workers run another program. */
    WorkerSubject(Sandbox sandbox, Limits limits, Start start, Function<Boolean, Program> program) {
        this.program = program;
        this.sandbox = sandbox;
        this.limits = limits;
        this.start = start;
        this.budget = new Budget(limits.task());
    }

    @Override
    public void beginTask(boolean trains, int patience) {
        training = trains;
        Duration left = limits.submission().minusNanos(spent);
        Duration time = trains ? limits.training() : limits.task().compareTo(left) < 0 ? limits.task() : left;
        budget = new Budget(time.multipliedBy(patience));
        if (used || worker != null && trains != fast) {
            drop();
        }
        if (worker != null) {
            budget.begin(worker.usage());
        }
    }

    @Override
    public boolean canRepeat() {
        return true;
    }

    @Override
    public void endTask() {
        if (worker != null) {
            budget.end(worker.usage());
        }
        if (!training) {
            spent += budget.spent();
        }
    }

    /**
     * Carries out a probe in the worker.
     *
     * @throws IllegalStateException if no worker can be started, which is no fault of the submission
     */
    @Override
    public Answer ask(Probe probe) {
        WorkerProcess process = process();
        Exchange exchange = process.exchange(new Frame(Frame.Kind.PROBE, ProbeCodec.write(probe)), budget);
        return switch (exchange) {
            case Exchange.Answered(byte[] content) -> answer(content);
            case Exchange.TimedOut(String why) -> failed(Failure.Kind.TIMED_OUT, why);
            case Exchange.OutOfMemory(String why) -> failed(Failure.Kind.OUT_OF_MEMORY, why);
            case Exchange.Crashed(String why) -> failed(Failure.Kind.CRASHED, why);
        };
    }

    private WorkerProcess process() {
        if (worker == null) {
            try {
                worker = WorkerProcess.start(sandbox, limits, program.apply(training), start.write());
                fast = training;
                used = false;
                budget.begin(worker.usage());
            } catch (WorkerTrouble trouble) {
                throw new IllegalStateException(trouble.getMessage(), trouble);
            }
        }
        return worker;
    }

    private Answer answer(byte[] content) {
        if (content.length == 0) {
            return failed(Failure.Kind.CRASHED, "the process of your code sent no answer");
        }
        try {
            Answer answer = AnswerCodec.read(Arrays.copyOfRange(content, 1, content.length));
            used |= content[0] != 0;
            if (answer.failure()
                    .filter(failure -> failure.kind() == Failure.Kind.OUT_OF_MEMORY)
                    .isPresent()) {
                drop(); // what it left unfinished nobody knows
            }
            return answer;
        } catch (WireException problem) {
            return failed(
                    Failure.Kind.CRASHED, "the process of your code disturbed its connection: " + problem.getMessage());
        }
    }

    private Answer failed(Failure.Kind kind, String why) {
        budget.probeLost();
        drop();
        return new Answer(Map.of(), Optional.of(new Failure(kind, "", why)), "");
    }

    private void drop() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
        used = false;
    }

    /** Lets the worker end by itself, and waits for it. */
    void finish() throws IOException, InterruptedException {
        if (worker != null) {
            worker.finish();
            worker = null;
        }
    }

    /** Ends the worker. */
    @Override
    public void close() {
        drop();
    }
}
