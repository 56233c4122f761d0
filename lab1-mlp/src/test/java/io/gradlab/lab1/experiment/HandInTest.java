package io.gradlab.lab1.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Main;
import io.gradlab.course.experiment.PastRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a student hands in asks this lab's questions, and its command trains the same run again. */
class HandInTest {
    @TempDir
    private Path folder;

    @Test
    void theReportAsksTheLabsQuestionsAndItsCommandTrainsTheSame() throws IOException {
        Path run = folder.resolve("run");
        run("train", "digits-mlp", "--limit", "3000", "--epochs", "2", "--activation", "tanh", "--out", run.toString());
        Path out = folder.resolve("report");
        run("report", run.toString(), "--out", out.toString());

        String command = PastRun.read(run).command();
        assertThat(Files.readString(out.resolve("report.md")))
                .contains("# Report on lab1", "### Which activation learned fastest", "Not answered yet.", command);
        assertThat(Files.readString(out.resolve("answers.md")).lines().filter(line -> line.startsWith("## ")))
                .hasSize(6);

        assertThat(command).startsWith("./gradlab train digits-mlp ").contains(" --activation=tanh ");
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")).subList(1, command.split(" ").length));
        words.add("--out=" + folder.resolve("again"));
        run(words.toArray(String[]::new));
        assertThat(folder.resolve("again/model.safetensors")).hasSameBinaryContentAs(run.resolve("model.safetensors"));
    }

    private static void run(String... arguments) {
        assertThat(Main.commandLine()
                        .setOut(new PrintWriter(new StringWriter()))
                        .execute(arguments))
                .isZero();
    }
}
