package io.gradlab.grader.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OldResultsTest {
    private static final Instant LIMIT = Instant.parse("2025-10-01T00:00:00Z");

    @TempDir
    private Path disk;

    private Path write(String path, Instant time) throws IOException {
        Path file = disk.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }

    @Test
    void findsOldResultsAndTablesAndNothingElse() throws IOException {
        write("old/result.json", LIMIT.minusSeconds(1));
        write("old/report.html", LIMIT.plusSeconds(99)); // the result's time counts
        write("young/result.json", LIMIT);
        write("young/report.html", LIMIT.minusSeconds(99));
        write("other/thesis.txt", LIMIT.minusSeconds(99));
        write("deep/er/result.json", LIMIT.minusSeconds(99));
        write("grades.csv", LIMIT.minusSeconds(1));
        write("class.html", LIMIT.plusSeconds(1));
        write("roster.csv", LIMIT.minusSeconds(99));

        assertThat(OldResults.find(disk, LIMIT)).containsExactly(disk.resolve("grades.csv"), disk.resolve("old"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights there")
    void followsNoLink() throws IOException {
        Path kept = write("elsewhere/result.json", LIMIT.minusSeconds(9)).getParent();
        Path marks = Files.createDirectories(disk.resolve("marks"));
        Files.createSymbolicLink(marks.resolve("linked"), kept);
        Files.createDirectories(marks.resolve("inner"));
        Files.createSymbolicLink(marks.resolve("inner/result.json"), kept.resolve("result.json"));
        Path old = write("marks/old/result.json", LIMIT.minusSeconds(9)).getParent();
        Files.createSymbolicLink(old.resolve("link"), kept);

        assertThat(OldResults.find(marks, LIMIT)).containsExactly(old);
        OldResults.delete(old);

        assertThat(old).doesNotExist();
        assertThat(kept.resolve("result.json")).exists();
    }
}
