package io.gradlab.grader.release;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a reference answer into the skeleton that students fill in: each marked region becomes a stub, and the package
 * changes.
 *
 * <pre>
 *     // BEGIN SOLUTION 1.8                                 throw new NotImplemented("1.8");
 *     return x.matmul(w);                         becomes
 *     // END SOLUTION
 * </pre>
 */
public final class Skeleton {
    private static final Pattern BEGIN = Pattern.compile("( *)// BEGIN SOLUTION (\\d+)\\.(\\d+)");
    private static final Pattern END = Pattern.compile(" *// END SOLUTION");
    private static final String STUB = "io.gradlab.course.NotImplemented";

    private final String file;
    private final int lab;

    private Skeleton(String file, int lab) {
        this.file = file;
        this.lab = lab;
    }

    /**
     * Returns the skeleton of a source.
     *
     * @param file the source's name, for messages
     * @param source the text of a class of {@code io.gradlab.solutions.labK}
     * @param lab K
     * @throws IllegalArgumentException if the markers are not in order; the message is one line with file and line
     */
    public static String of(String file, String source, int lab) {
        return new Skeleton(file, lab).make(source);
    }

    private String make(String source) {
        List<String> kept = stubbed(source.lines().toList());
        String text = String.join("\n", kept) + "\n";
        String moved =
                text.replaceAll("\\bio\\.gradlab\\.solutions\\.lab" + lab + "\\b", "io.gradlab.lab" + lab + ".student");
        return Imports.tidy(
                moved, kept.stream().anyMatch(line -> line.contains("throw new NotImplemented(")) ? STUB : null);
    }

    private List<String> stubbed(List<String> lines) {
        List<String> kept = new ArrayList<>();
        int begin = 0; // the line of the open region's marker, from 1; 0 outside
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.contains("BEGIN SOLUTION")) {
                if (begin > 0) {
                    throw error(number, "BEGIN SOLUTION within the region that begins at line " + begin);
                }
                begin = number;
                kept.add(stub(number, line));
            } else if (line.contains("END SOLUTION")) {
                if (begin == 0 || !END.matcher(line).matches()) {
                    throw error(
                            number,
                            begin == 0 ? "END SOLUTION without BEGIN" : "write `// END SOLUTION` alone on its line");
                }
                begin = 0;
            } else if (begin == 0) {
                kept.add(line);
            }
        }
        if (begin > 0) {
            throw error(begin, "BEGIN SOLUTION without END");
        }
        return kept;
    }

    private String stub(int number, String line) {
        Matcher marker = BEGIN.matcher(line);
        if (!marker.matches() || !marker.group(2).equals(String.valueOf(lab))) {
            throw error(number, "write `// BEGIN SOLUTION " + lab + ".N` alone on its line, N the task's number");
        }
        return marker.group(1) + "throw new NotImplemented(\"" + marker.group(2) + "." + marker.group(3) + "\");";
    }

    private IllegalArgumentException error(int line, String what) {
        return new IllegalArgumentException(file + ":" + line + ": " + what);
    }
}
