package io.gradlab.grader.worker;

import io.gradlab.course.probe.wire.Frame;
import io.gradlab.course.probe.wire.Frames;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One worker: a process to send frames to and to wait for frames from, as long as it keeps its limits. */
final class WorkerProcess implements AutoCloseable {
    private static final int START_SECONDS = 60; // on the clock: a busy machine starts JVMs slowly
    private static final long SLACK = 1 << 20; // bytes written that are no files: what the JVM itself writes
    private static final int UNWATCHED_MILLIS = 100; // most probes are answered by then; looking costs time
    private static final int WATCH_MILLIS = 25;
    private static final long MEGABYTE = 1 << 20;

    private final Process process;
    private final Cell cell;
    private final Limits limits;
    private final AtomicLong received = new AtomicLong(); // bytes
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(1);
    private final Thread reader;
    private final AtomicBoolean closed = new AtomicBoolean();
    private int ready; // processes when it was ready: the sandbox's and the JVM

    /** What came out of the worker: a frame, or the reason why no more will come. */
    private record Arrival(@Nullable Frame frame, String end) {}

    private WorkerProcess(Process process, Cell cell, Limits limits) {
        this.process = process;
        this.cell = cell;
        this.limits = limits;
        this.reader = Thread.ofPlatform().daemon().name("worker-reader").unstarted(this::read);
    }

    /**
     * Starts a worker and waits until it is ready.
     *
     * @param start what it is told first
     * @throws WorkerTrouble if it does not come up, which is no fault of the submission
     */
    static WorkerProcess start(Sandbox sandbox, Limits limits, Program program, byte[] start) throws WorkerTrouble {
        Cell cell = sandbox.open(program, limits);
        try {
            Process process = new ProcessBuilder(cell.command())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            WorkerProcess worker = new WorkerProcess(process, cell, limits);
            worker.reader.start();
            worker.awaitReady(start);
            return worker;
        } catch (IOException problem) {
            cell.close();
            throw new WorkerTrouble("a worker could not be started: " + problem.getMessage());
        }
    }

    private void awaitReady(byte[] start) throws IOException, WorkerTrouble {
        try {
            Frames.write(process.getOutputStream(), new Frame(Frame.Kind.START, start));
            Arrival first = arrivals.poll(START_SECONDS, TimeUnit.SECONDS);
            if (first == null || first.frame() == null || first.frame().kind() != Frame.Kind.READY) {
                close();
                throw new WorkerTrouble("a worker did not get ready: " + describe(first));
            }
            ready = usage().processes();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new WorkerTrouble("interrupted while a worker started");
        }
    }

    private static String describe(@Nullable Arrival arrival) {
        if (arrival == null) {
            return "it said nothing for " + START_SECONDS + " s";
        }
        Frame frame = arrival.frame();
        return frame == null ? arrival.end() : new String(frame.content(), StandardCharsets.UTF_8);
    }

    /** Returns what the worker has used so far; nothing where the system does not say. */
    Usage usage() {
        return ProcMeter.works() ? ProcMeter.measure(process.toHandle()) : Usage.NONE;
    }

    /**
     * Sends a frame and waits for the next one.
     *
     * @param budget what the task may still use
     * @return the frame, or how the worker failed; it is of no more use then
     */
    Exchange exchange(Frame frame, Budget budget) {
        try {
            Frames.write(process.getOutputStream(), frame);
        } catch (IOException closed) {
            return ended("the process of your code has ended");
        }
        budget.probeBegins();
        try {
            for (int wait = UNWATCHED_MILLIS; ; wait = WATCH_MILLIS) {
                Arrival arrival = arrivals.poll(wait, TimeUnit.MILLISECONDS);
                if (arrival != null) {
                    Frame answer = arrival.frame();
                    return answer == null ? ended(arrival.end()) : new Exchange.Answered(answer.content());
                }
                Optional<Exchange> over = exceeded(usage(), budget);
                if (over.isPresent()) {
                    close();
                    return over.get();
                }
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            return new Exchange.Crashed("the check was interrupted");
        }
    }

    private Optional<Exchange> exceeded(Usage usage, Budget budget) {
        if (usage.memory() > limits.memory() * MEGABYTE) {
            return Optional.of(new Exchange.OutOfMemory("it took more than " + limits.memory() + " MB of memory"));
        }
        if (usage.written() - received.get() > limits.disk() * MEGABYTE + SLACK) {
            return Optional.of(new Exchange.Crashed("it wrote more than " + limits.disk() + " MB of files"));
        }
        if (usage.processes() > ready + limits.processes()) {
            return Optional.of(new Exchange.Crashed("it started another process, which is not allowed"));
        }
        if (usage.threads() > limits.threads()) {
            return Optional.of(new Exchange.Crashed("it started more than " + limits.threads() + " threads"));
        }
        return budget.exceeded(usage).map(Exchange.TimedOut::new);
    }

    private Exchange ended(String why) {
        close();
        return new Exchange.Crashed(why);
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(new Counted(process.getInputStream(), received))) {
            for (Optional<Frame> frame = Frames.read(in); frame.isPresent(); frame = Frames.read(in)) {
                arrivals.put(new Arrival(frame.get(), ""));
            }
            arrivals.put(new Arrival(null, "the process of your code has ended: does it call System.exit?"));
        } catch (IOException problem) {
            give(new Arrival(null, "the process of your code disturbed its connection: " + problem.getMessage()));
        } catch (OutOfMemoryError large) {
            give(new Arrival(null, "the answer is too large"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts what a stream gives. */
    private static final class Counted extends FilterInputStream {
        private final AtomicLong count;

        Counted(InputStream in, AtomicLong count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count.addAndGet(Math.max(0, read));
            return read;
        }
    }

    private void give(Arrival arrival) {
        try {
            arrivals.put(arrival);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells the worker that there is nothing more to do, and waits until it has ended. */
    void finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor(START_SECONDS, TimeUnit.SECONDS);
        close();
    }

    /** Ends the worker and all that it started. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        cell.close();
        reader.interrupt();
    }
}
