package io.gradlab.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file of the repository.
 *
 * @param path from the repository's root, with {@code /}
 */
record Document(String path, List<String> lines) {
    private static final Pattern FENCE = Pattern.compile("\\s*```(.*)");
    private static final List<String> NOT_OURS = List.of("target", "out", "node_modules", "hints");

    /** Returns the repository's documents, sorted; hints are texts of a command and no documents. */
    static List<Document> all(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(home::relativize)
                    .filter(Document::isOurs)
                    .map(file -> read(home, file))
                    .sorted((one, other) -> one.path.compareTo(other.path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        for (Path part : file) {
            if (NOT_OURS.contains(part.toString()) || part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private static Document read(Path home, Path file) {
        try {
            return new Document(file.toString().replace('\\', '/'), Files.readAllLines(home.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the fenced blocks in order; one without an end goes to the document's. */
    List<Fence> fences() {
        List<Fence> fences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher open = FENCE.matcher(lines.get(i));
            if (open.matches()) {
                int begin = i++;
                List<String> inside = new ArrayList<>();
                while (i < lines.size() && !lines.get(i).strip().equals("```")) {
                    inside.add(lines.get(i++));
                }
                fences.add(new Fence(this, begin + 1, open.group(1).strip(), inside));
            }
        }
        return fences;
    }

    /** Returns the text outside of fences, one entry for each line, empty where a fence is. */
    List<String> prose() {
        List<String> prose = new ArrayList<>(lines);
        for (Fence fence : fences()) {
            int end = Math.min(lines.size(), fence.line() + fence.lines().size() + 1);
            for (int i = fence.line() - 1; i < end; i++) {
                prose.set(i, "");
            }
        }
        return prose;
    }
}
