package io.gradlab.grader.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradescopePackageTest {
    @TempDir
    private Path disk;

    private Path jars = Path.of("");

    @BeforeEach
    void makeJars() throws IOException {
        jars = Files.createDirectories(disk.resolve("lib"));
        for (String name : new String[] {
            "grader-0.1.0",
            "shared-nn-0.1.0",
            "picocli-4.7.7",
            "jackson-databind-3.2.4",
            "solutions-0.1.0",
            "lab1-mlp-0.1.0"
        }) {
            Files.writeString(jars.resolve(name + ".jar"), name);
        }
    }

    private static Map<String, String> entries(Path zip) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void holdsScriptsAndJarsButNoSolutions() throws IOException {
        Path zip = disk.resolve("out/autograder.zip");
        GradescopePackage.write(jars, "lab1", Optional.empty(), zip);

        Map<String, String> entries = entries(zip);
        assertThat(entries)
                .containsOnlyKeys(
                        "setup.sh",
                        "run_autograder",
                        "lab.txt",
                        "lib/grader-0.1.0.jar",
                        "lib/shared-nn-0.1.0.jar",
                        "lib/picocli-4.7.7.jar",
                        "lib/jackson-databind-3.2.4.jar")
                .containsEntry("lab.txt", "lab1\n");
        assertThat(entries.get("setup.sh")).startsWith("#!/usr/bin/env bash\n").doesNotContain("\r");
    }

    @Test
    void isTheSameEachTime() throws IOException {
        GradescopePackage.write(jars, "lab1", Optional.of("secret"), disk.resolve("one.zip"));
        GradescopePackage.write(jars, "lab1", Optional.of("secret"), disk.resolve("two.zip"));

        assertThat(disk.resolve("one.zip")).hasSameBinaryContentAs(disk.resolve("two.zip"));
        assertThat(entries(disk.resolve("one.zip"))).containsEntry("seed", "secret\n");
    }

    @Test
    void saysThatTheJarsAreMissing() {
        assertThatThrownBy(() ->
                        GradescopePackage.write(disk.resolve("none"), "lab1", Optional.empty(), disk.resolve("z")))
                .hasMessageContaining("does not hold GradLab's jars; start through ./gradlab");
    }
}
