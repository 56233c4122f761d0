package io.gradlab.nn.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The window in a JVM of its own: on a screen that is memory only, and without any. */
@EnabledOnOs(OS.LINUX)
class PictureWindowTest {

    @Test
    void aChartIsSeenOnTheScreen() throws Exception {
        Optional<Path> xvfb = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "Xvfb"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(xvfb.isPresent(), "no Xvfb is on the PATH: install xvfb");
        Process screen = new ProcessBuilder(
                        xvfb.get().toString(), "-displayfd", "1", "-screen", "0", "1400x700x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader numbers = screen.inputReader(StandardCharsets.US_ASCII)) {
            assertThat(probe(":" + numbers.readLine())).isEqualTo("0 then seen");
        } finally {
            screen.destroy();
        }
    }

    @Test
    void withoutAScreenThereIsNone() throws Exception {
        assertThat(probe("")).isEqualTo("no window");
        assertThat(probe(":4711")).isEqualTo("no window");
    }

    private static String probe(String display) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WindowProbe.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove("DISPLAY");
        if (!display.isEmpty()) {
            builder.environment().put("DISPLAY", display);
        }
        Process probe = builder.start();
        String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        probe.waitFor();
        return said;
    }
}
