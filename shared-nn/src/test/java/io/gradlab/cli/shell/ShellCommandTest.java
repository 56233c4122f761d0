package io.gradlab.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCommandTest {

    @TempDir
    private Path folder;

    @Test
    void linesSeeTheCoreAndDraw() throws IOException, InterruptedException {
        Path lines = folder.resolve("typed.txt");
        Files.writeString(lines, """
                Tensor x = Tensor.vector(-2, 0, 3);
                System.out.println("sum " + (x.data()[0] + x.data()[2]));
                System.out.println(new Activation(ActivationKind.RELU));
                plot(z -> z * z, -1, 1);
                noSuchThing();
                """);
        Path printed = folder.resolve("printed.txt");
        ProcessBuilder shell = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "shell")
                .directory(folder.toFile())
                .redirectInput(lines.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        shell.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "GRADLAB_ERROR_FD"));
        Process process = shell.start();

        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(printed)
                .content()
                .contains("sum 1.0", "ReLU", "Line chart: f(x)")
                .containsPattern("cannot find symbol[\\s\\S]*noSuchThing")
                .doesNotContain("package io.gradlab");
        assertThat(folder.resolve("out" + File.separator + "shell" + File.separator + "plot-1.csv"))
                .exists();
        assertThat(process.exitValue()).isZero();
    }
}
