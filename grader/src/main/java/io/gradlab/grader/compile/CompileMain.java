package io.gradlab.grader.compile;

import io.gradlab.course.probe.wire.Frame;
import io.gradlab.course.probe.wire.Frames;
import io.gradlab.course.probe.wire.WireException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A compile worker's main program: a START with the lab's name, READY, then an ANSWER, the compiled submission, for each
 * PROBE, which holds sources, until the input ends. Nothing that it compiles runs here.
 *
 * <p>It ends after a compilation that was given up, for that one's thread still computes.
 */
public final class CompileMain {

    private CompileMain() {}

    /** Serves until the input ends; takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        try {
            serve(in, out);
        } catch (WireException | RuntimeException problem) {
            Frames.write(
                    out, new Frame(Frame.Kind.TROUBLE, String.valueOf(problem).getBytes(StandardCharsets.UTF_8)));
        }
        Runtime.getRuntime().halt(0);
    }

    private static void serve(InputStream in, OutputStream out) throws IOException {
        Optional<Frame> first = Frames.read(in);
        if (first.isEmpty()) {
            return;
        }
        StudentCompiler compiler = StudentCompiler.of(new String(first.get().content(), StandardCharsets.UTF_8));
        Frames.write(out, new Frame(Frame.Kind.READY, new byte[0]));
        while (!compiler.gaveUp()) {
            Optional<Frame> next = Frames.read(in);
            if (next.isEmpty()) {
                return;
            }
            CompiledSubmission compiled =
                    compiler.compile(SubmissionCodec.readSources(next.get().content()));
            Frames.write(out, new Frame(Frame.Kind.ANSWER, SubmissionCodec.write(compiled)));
        }
    }
}
