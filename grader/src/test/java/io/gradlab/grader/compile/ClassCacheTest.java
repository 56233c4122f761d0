package io.gradlab.grader.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCacheTest {
    @TempDir
    private Path folder;

    private final CompiledSubmission compiled = new CompiledSubmission(
            "lab1",
            Map.of("A", new byte[] {1, 2}),
            List.of(new Problem("A.java", "ä")),
            Map.of("1.1", "why"),
            Map.of("A", "must"),
            Map.of("1.3", "Relu.java uses reflection"));

    @Test
    void givesBackWhatItKept() {
        ClassCache cache = new ClassCache(folder.resolve("new"));
        cache.keep("lab1-a", compiled);

        CompiledSubmission found = cache.find("lab1", "lab1-a").orElseThrow();

        assertThat(found.classes().get("A")).containsExactly(1, 2);
        assertThat(found).usingRecursiveComparison().isEqualTo(compiled);
    }

    @Test
    void keepsOneForEachLab() {
        ClassCache cache = new ClassCache(folder);
        cache.keep("lab2-x", compiled);
        cache.keep("lab1-a", compiled);
        cache.keep("lab1-b", compiled);

        assertThat(cache.find("lab1", "lab1-a")).isEmpty();
        assertThat(cache.find("lab1", "lab1-b")).isPresent();
        assertThat(cache.find("lab1", "lab2-x")).isPresent();
    }

    @Test
    void takesADamagedFileForNone() throws IOException {
        ClassCache cache = new ClassCache(folder);
        cache.keep("lab1-a", compiled);
        byte[] bytes = Files.readAllBytes(folder.resolve("lab1-a"));
        Files.write(folder.resolve("lab1-a"), java.util.Arrays.copyOf(bytes, bytes.length - 3));

        assertThat(cache.find("lab1", "lab1-a")).isEmpty();
    }

    @Test
    void hashesPathsAndTextsApart() {
        assertThat(ClassCache.hash("", Map.of("a", "bc"))).isNotEqualTo(ClassCache.hash("", Map.of("ab", "c")));
    }
}
