package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeCommandTest {
    @TempDir
    private Path disk;

    private Path result = Path.of("");

    @BeforeEach
    void makeAResultOfTheLastMinuteOfSeptember() throws IOException {
        result = Files.createDirectories(disk.resolve("anna")).resolve("result.json");
        Files.writeString(result, "{}");
        Files.setLastModifiedTime(
                result,
                FileTime.from(LocalDate.of(2025, 9, 30)
                        .atTime(23, 59)
                        .atZone(ZoneId.systemDefault())
                        .toInstant()));
    }

    private Launched purge(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "purge";
        arguments[1] = disk.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        Launched launched = Launched.run(arguments);
        assertThat(launched.code()).as(launched.err()).isZero();
        return launched;
    }

    @Test
    void saysWhatItWouldDeleteAndKeepsIt() {
        assertThat(purge("--before=2025-10-01").out())
                .isEqualToNormalizingNewlines("would delete  " + disk.resolve("anna")
                        + "  of 2025-09-30\nNothing was deleted; with --yes these 1 are.\n");
        assertThat(result).exists();
    }

    @Test
    void deletesWithYes() {
        assertThat(purge("--before=2025-09-30", "--yes").out()).contains("Nothing is from before 2025-09-30.");
        assertThat(result).exists();

        assertThat(purge("--before=2025-10-01", "--yes").out()).contains("deleted       " + disk.resolve("anna"));
        assertThat(disk.resolve("anna")).doesNotExist();
    }

    @Test
    void refusesBadInputInOneLine() {
        Launched.refuses("soon is no date; write it as 2025-10-01", "purge", "--before=soon", disk.toString());
        Launched.refuses(
                "is no folder",
                "purge",
                "--before=2025-10-01",
                disk.resolve("none").toString());
    }
}
