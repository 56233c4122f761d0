package io.gradlab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Follows the documents' relative links to files and headings, and looks for the files that they name. */
class LinksTest {
    private static final Path HOME = CourseCopy.ORIGINAL;
    private static final Pattern LINK = Pattern.compile("]\\(<?([^)\\s>]+)>?\\)");
    private static final Pattern NAMED =
            Pattern.compile("`((?:docs|shared-nn|grader|solutions|lab1-mlp|lab2-cnn|lab3-transfer)/[\\w./-]+)`");

    @TestFactory
    Stream<DynamicTest> lead() {
        return Document.all(HOME).stream()
                .map(document -> DynamicTest.dynamicTest(
                        document.path(), () -> assertThat(broken(document)).isEmpty()));
    }

    @Test
    void brokenOnesAreFound() throws IOException {
        assertThat(broken(new Document("README.md", List.of("[a](LICENSE) [b](docs/none.md)"))))
                .containsExactly("1: docs/none.md");
        assertThat(broken(new Document("README.md", List.of("[c](README.md#no-such-heading)"))))
                .containsExactly("1: README.md#no-such-heading");
        assertThat(broken(new Document("README.md", List.of("`grader/scripts/none`"))))
                .containsExactly("1: grader/scripts/none");
        assertThat(anchors(List.of("# 1.0 An example: the `linear` one", "# Same", "# Same")))
                .containsExactly("10-an-example-the-linear-one", "same", "same-1");
    }

    private static List<String> broken(Document document) throws IOException {
        List<String> broken = new ArrayList<>();
        Path folder = HOME.resolve(document.path()).getParent();
        List<String> prose = document.prose();
        for (int i = 0; i < prose.size(); i++) {
            Matcher link = LINK.matcher(prose.get(i));
            while (link.find()) {
                if (!link.group(1).matches("[a-z]+:.*") && !leads(document, folder, link.group(1))) {
                    broken.add(i + 1 + ": " + link.group(1));
                }
            }
            Matcher named = NAMED.matcher(prose.get(i));
            while (named.find()) {
                if (!named.group(1).contains("/target/") && !Files.exists(HOME.resolve(named.group(1)))) {
                    broken.add(i + 1 + ": " + named.group(1));
                }
            }
        }
        return broken;
    }

    private static boolean leads(Document document, Path folder, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? HOME.resolve(document.path()) : folder.resolve(parts[0]);
        if (!Files.exists(file)) {
            return false;
        }
        boolean toHeading = parts.length == 2 && file.toString().endsWith(".md");
        return !toHeading
                || anchors(new Document("", Files.readAllLines(file)).prose()).contains(parts[1]);
    }

    /** Returns the anchors of headings, as GitHub makes them. */
    private static List<String> anchors(List<String> prose) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> anchors = new ArrayList<>();
        for (String line : prose) {
            if (line.matches("#{1,6} .*")) {
                String anchor = line.replaceFirst("#+ ", "")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                        .replace(' ', '-');
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        }
        return anchors;
    }
}
