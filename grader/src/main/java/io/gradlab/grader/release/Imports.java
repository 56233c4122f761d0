package io.gradlab.grader.release;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the imports of a source in order, after some of its text was taken away. */
final class Imports {
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?([\\w.]+(?:\\.\\*)?);");

    private Imports() {}

    /** Drops imports that no word of the text needs any more, and sorts in {@code added}, if there is one. */
    static String tidy(String source, @Nullable String added) {
        List<String> lines = new ArrayList<>(source.lines().toList());
        String body =
                String.join("\n", lines.stream().filter(line -> !isImport(line)).toList());
        lines.removeIf(line -> isImport(line) && !isNeeded(line, body));
        if (added != null && !lines.contains("import " + added + ";")) {
            insert(lines, "import " + added + ";");
        }
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n") + "\n";
    }

    private static boolean isImport(String line) {
        return IMPORT.matcher(line).matches();
    }

    private static boolean isNeeded(String line, String body) {
        Matcher matcher = IMPORT.matcher(line);
        matcher.matches();
        String name = matcher.group(1).substring(matcher.group(1).lastIndexOf('.') + 1);
        return name.equals("*")
                || Pattern.compile("\\b" + name + "\\b").matcher(body).find();
    }

    private static void insert(List<String> lines, String added) {
        int place = -1;
        for (int i = 0; i < lines.size(); i++) {
            boolean ordinary = isImport(lines.get(i)) && !lines.get(i).startsWith("import static ");
            if (ordinary && lines.get(i).compareTo(added) > 0) {
                lines.add(i, added);
                return;
            }
            place = isImport(lines.get(i)) ? i : place;
        }
        if (place >= 0) {
            boolean afterStatic = lines.get(place).startsWith("import static ");
            lines.addAll(place + 1, afterStatic ? List.of("", added) : List.of(added));
            return;
        }
        int line = 0;
        while (line < lines.size() - 1 && !lines.get(line).startsWith("package ")) {
            line++;
        }
        lines.addAll(line + 1, List.of("", added));
    }
}
