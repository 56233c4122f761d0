package io.gradlab.grader.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pages and settings of a student's repository, from the grader's resources. */
final class ReleaseTexts {
    private static final String ROOT = "/META-INF/gradlab/release/";
    private static final Map<String, String> RESOURCES = Map.of(
            "README.md", "README.md",
            ".editorconfig", "editorconfig",
            ".gitignore", "gitignore",
            ".gitattributes", "gitattributes",
            ".github/workflows/check.yml", "check.yml",
            ".github/workflows/platforms.yml", "platforms.yml",
            "pom.xml", "pom.xml");

    private final List<String> modules;
    private final List<String> jars;

    /**
     * Creates the texts.
     *
     * @param modules the labs' folders, for example {@code lab1-mlp}
     * @param jars the names of the files in {@code lib}
     */
    ReleaseTexts(List<String> modules, List<String> jars) {
        this.modules = modules;
        this.jars = jars;
    }

    /** Returns the texts by path. */
    Map<String, String> all() {
        Map<String, String> texts = new TreeMap<>();
        RESOURCES.forEach((path, resource) -> texts.put(path, fill(text(resource))));
        for (String module : modules) {
            texts.put(module + "/pom.xml", fill(text("lab-pom.xml")).replace("@MODULE@", module));
        }
        return texts;
    }

    private String fill(String text) {
        return text.replace("@MODULES@", each(modules, "<module>%s</module>", "\n    "))
                .replace("@LABS@", each(labs(), "%s", ", "))
                .replace("@FIRST@", labs().getFirst())
                .replace("@STUDENTS@", "[For students](docs/students.md)")
                .replace("@HANDOUTS@", each(modules, "[%1$s](%1$s/README.md)", ", "))
                .replace("@LIBRARIES@", each(jars, library(), "\n    "));
    }

    private List<String> labs() {
        return modules.stream()
                .map(module -> module.substring(0, module.indexOf('-')))
                .toList();
    }

    private static String library() {
        return """
                <dependency>
                      <groupId>gradlab.lib</groupId>
                      <artifactId>%1$s</artifactId>
                      <version>0</version>
                      <scope>system</scope>
                      <systemPath>${project.basedir}/../lib/%1$s</systemPath>
                    </dependency>""";
    }

    private static String each(List<String> items, String format, String between) {
        return items.stream()
                .map(item -> format.replace("%1$s", item).replace("%s", item))
                .collect(Collectors.joining(between));
    }

    private static String text(String name) {
        try (InputStream in = ReleaseTexts.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IllegalStateException("The grader's jar lacks " + ROOT + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
