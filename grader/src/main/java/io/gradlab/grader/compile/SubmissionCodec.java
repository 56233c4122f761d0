package io.gradlab.grader.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sources and compiled submissions as bytes, in a file or on their way between processes. */
public final class SubmissionCodec {
    private static final int FORMAT = 3;

    private SubmissionCodec() {}

    /** Returns the bytes of sources, given by their paths. */
    public static byte[] write(Map<String, String> sources) {
        return bytes(out -> writeTexts(out, sources));
    }

    /**
     * Reads sources.
     *
     * @throws IOException if the bytes are none
     */
    static Map<String, String> readSources(byte[] bytes) throws IOException {
        return readTexts(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    /** Returns the bytes of a submission. */
    static byte[] write(CompiledSubmission submission) {
        return bytes(out -> {
            out.writeInt(FORMAT);
            out.writeInt(submission.classes().size());
            for (Map.Entry<String, byte[]> each : submission.classes().entrySet()) {
                writeText(out, each.getKey());
                writeBytes(out, each.getValue());
            }
            out.writeInt(submission.problems().size());
            for (Problem problem : submission.problems()) {
                writeText(out, problem.file());
                writeText(out, problem.message());
            }
            writeTexts(out, submission.broken());
            writeTexts(out, submission.signatures());
            writeTexts(out, submission.forbidden());
        });
    }

    /**
     * Reads a lab's submission. A false length costs no more memory than there are bytes.
     *
     * @throws IOException if the bytes are none
     */
    public static CompiledSubmission read(String lab, byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != FORMAT) {
            throw new IOException("another format");
        }
        Map<String, byte[]> classes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            classes.put(readText(in), readBytes(in));
        }
        List<Problem> problems = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            problems.add(new Problem(readText(in), readText(in)));
        }
        return new CompiledSubmission(lab, classes, problems, readTexts(in), readTexts(in), readTexts(in));
    }

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.write(new DataOutputStream(bytes));
        } catch (IOException impossible) { // a byte array takes everything
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeTexts(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> each : texts.entrySet()) {
            writeText(out, each.getKey());
            writeText(out, each.getValue());
        }
    }

    private static Map<String, String> readTexts(DataInputStream in) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(readText(in), readText(in));
        }
        return texts;
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new EOFException("the bytes are cut off");
        }
        return in.readNBytes(length);
    }
}
