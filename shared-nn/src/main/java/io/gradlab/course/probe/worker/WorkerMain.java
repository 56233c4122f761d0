package io.gradlab.course.probe.worker;

import io.gradlab.course.Labs;
import io.gradlab.course.Variant;
import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.ProbeRunner;
import io.gradlab.course.probe.wire.AnswerCodec;
import io.gradlab.course.probe.wire.Frame;
import io.gradlab.course.probe.wire.Frames;
import io.gradlab.course.probe.wire.ProbeCodec;
import io.gradlab.course.probe.wire.Start;
import io.gradlab.course.probe.wire.WireException;
import io.gradlab.nn.kernel.KernelRegistry;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The worker's main program: a START with the classes, READY, then an ANSWER for each PROBE until the input ends.
 *
 * <p>Every ANSWER begins with a byte: 1 if the student's code has left something behind in this process that later tasks
 * would meet (threads, locale, time zone, properties, streams), so that the grader takes a fresh worker for them.
 */
public final class WorkerMain {
    private static final int LEFT_TRACES = 1;

    private WorkerMain() {}

    /** Serves until the input ends; takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        KernelRegistry.useThreads(1);
        System.setIn(InputStream.nullInputStream());
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        ProcessHandle.current().parent().ifPresent(grader -> grader.onExit().thenRun(WorkerMain::end));
        try {
            serve(in, out);
        } catch (WireException | ReflectiveOperationException | LinkageError problem) {
            Frames.write(
                    out, new Frame(Frame.Kind.TROUBLE, String.valueOf(problem).getBytes(StandardCharsets.UTF_8)));
        }
        end();
    }

    /** Ends the process at once; the student's threads and hooks need not agree. */
    private static void end() {
        Runtime.getRuntime().halt(0);
    }

    private static void serve(InputStream in, OutputStream out) throws IOException, ReflectiveOperationException {
        Optional<Frame> first = Frames.read(in);
        if (first.isEmpty()) {
            return;
        }
        ProbeRunner runner = runner(Start.read(expect(first.get(), Frame.Kind.START)));
        Traces before = Traces.take();
        Frames.write(out, new Frame(Frame.Kind.READY, new byte[0]));
        for (Optional<Frame> next = Frames.read(in); next.isPresent(); next = Frames.read(in)) {
            Answer answer = runner.run(ProbeCodec.read(expect(next.get(), Frame.Kind.PROBE)));
            byte[] bytes = AnswerCodec.write(answer);
            byte[] content = new byte[1 + bytes.length];
            content[0] = (byte) (Traces.take().equals(before) ? 0 : LEFT_TRACES);
            System.arraycopy(bytes, 0, content, 1, bytes.length);
            Frames.write(out, new Frame(Frame.Kind.ANSWER, content));
        }
    }

    private static ProbeRunner runner(Start start) throws ReflectiveOperationException {
        Class<?> contract = Class.forName(start.contract());
        Object implementation = new StudentClassLoader(start.classes())
                .loadClass(start.implementation())
                .getDeclaredConstructor()
                .newInstance();
        return new ProbeRunner(contract, implementation, () -> Labs.find(start.lab(), contract, Variant.CORE));
    }

    private static byte[] expect(Frame frame, Frame.Kind kind) throws WireException {
        if (frame.kind() != kind) {
            throw new WireException("a " + kind + " was expected, but a " + frame.kind() + " came");
        }
        return frame.content();
    }
}
