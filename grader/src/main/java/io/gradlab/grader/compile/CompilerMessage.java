package io.gradlab.grader.compile;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * An error that the compiler found.
 *
 * @param line from 1, or 0 if unknown
 * @param text what is wrong, in one line
 * @param source the line of code, without its indentation
 */
record CompilerMessage(long line, String text, String source) {
    private static final int SHOWN = 3;
    private static final int LONGEST_LINE = 200;

    static CompilerMessage of(Diagnostic<? extends JavaFileObject> diagnostic) {
        List<String> lines = diagnostic
                .getMessage(Locale.ENGLISH)
                .lines()
                .map(line -> line.strip().replaceAll(" {2,}", " "))
                .map(line -> line.replaceAll("(class|interface) (?:[a-z]\\w*\\.)+(?=[A-Z])", "$1 "))
                .toList();
        String details = lines.stream().skip(1).collect(Collectors.joining(", "));
        String text = lines.isEmpty() ? "error" : lines.getFirst() + (details.isEmpty() ? "" : " (" + details + ")");
        long line = Math.max(0, diagnostic.getLineNumber());
        return new CompilerMessage(line, cut(text), cut(lineOf(diagnostic.getSource(), line)));
    }

    /** Says the first few of them. */
    static String join(List<CompilerMessage> messages) {
        String first =
                messages.stream().limit(SHOWN).map(CompilerMessage::toString).collect(Collectors.joining("\n"));
        int more = messages.size() - SHOWN;
        return more > 0 ? first + "\nand " + more + " more" : first;
    }

    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ": " : "") + text + (source.isEmpty() ? "" : ": " + source);
    }

    private static String lineOf(JavaFileObject file, long line) {
        try {
            return file == null || line == 0
                    ? ""
                    : file.getCharContent(true)
                            .toString()
                            .lines()
                            .skip(line - 1)
                            .findFirst()
                            .orElse("")
                            .strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text;
    }
}
