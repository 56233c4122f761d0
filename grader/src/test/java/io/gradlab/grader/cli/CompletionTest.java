package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script makes a real bash complete commands and options. */
class CompletionTest {
    @TempDir
    private Path folder;

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash here");
        Files.writeString(folder.resolve("script"), Launched.run("completion").out());

        assertThat(completed("gradlab ch", 1)).isEqualTo("check");
        assertThat(completed("gradlab check --wat", 2)).isEqualTo("--watch");
    }

    private String completed(String line, int word) throws IOException, InterruptedException {
        // bash has `compopt` only while it completes by itself
        Process bash = new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        "source ./script; compopt() { :; }; COMP_WORDS=(" + line + "); COMP_CWORD=" + word
                                + "; _complete_gradlab; echo ${COMPREPLY[@]}")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.strip();
    }
}
