package io.gradlab.docs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A fenced block of a document.
 *
 * @param line of the opening fence, from 1
 * @param info what stands behind the opening fence: {@code bash slow}
 * @param lines what is inside
 */
record Fence(Document document, int line, String info, List<String> lines) {
    private static final Pattern COMMAND = Pattern.compile("\\s*(\\./gradlab|mvn|JAVA_HOME=\\S+ mvn)\\b.*");
    private static final Pattern MARK = Pattern.compile("bash( slow| manual \\S.*)?");
    private static final String MANUAL = "bash manual ";

    /** Returns whether it is a shell's, marked well or not. */
    boolean isBash() {
        return info.equals("bash") || info.startsWith("bash ");
    }

    /** Returns whether a line of it calls the launcher or the build. */
    boolean hasCommand() {
        return lines.stream().anyMatch(text -> COMMAND.matcher(text).matches());
    }

    /** Returns whether its mark is one of the three that there are. */
    boolean isWellMarked() {
        return MARK.matcher(info).matches();
    }

    boolean isSlow() {
        return info.equals("bash slow");
    }

    boolean isManual() {
        return info.startsWith(MANUAL);
    }

    /** Returns why no test can run it; for {@code manual} alone. */
    String reason() {
        return info.substring(MANUAL.length());
    }

    /** Returns where it is: {@code README.md:6}. */
    String place() {
        return document.path() + ":" + line;
    }

    String script() {
        return String.join("\n", lines);
    }
}
