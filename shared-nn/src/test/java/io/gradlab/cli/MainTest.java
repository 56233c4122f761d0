package io.gradlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Usage errors are one line and exit code 2; good commands answer. */
class MainTest {
    private record End(int code, String out, String err) {}

    @Test
    void anUnknownCommandNamesThoseThatExist() {
        End end = run("nosuch");
        assertThat(end.code()).isEqualTo(2);
        assertThat(end.err().lines()).hasSize(1);
        assertThat(end.err())
                .startsWith("gradlab: unknown command 'nosuch'; there are: train, experiments, report, data");
    }

    @Test
    void anUnknownExperimentIsToldApart() {
        End end = run("train", "nosuch");
        assertThat(end.code()).isEqualTo(2);
        assertThat(end.err().lines()).hasSize(1);
    }

    @Test
    void badNumbersAreSaidInWords() {
        assertThat(run("bench", "--threads", "x").err())
                .isEqualTo("gradlab: Invalid value for option '--threads': 'x' is not a whole number"
                        + " (see `gradlab bench --help`)" + System.lineSeparator());
        assertThat(run("bench", "--threads", "0").code()).isEqualTo(2);
        assertThat(run("bench", "--only", "nothing").err()).contains("there are: sgemm, conv, mlp-train");
    }

    @Test
    void everyCommandHasHelp() {
        for (CommandLine command : Main.commandLine().getSubcommands().values()) {
            End end = run(command.getCommandName(), "--help");
            assertThat(end.code()).isZero();
            assertThat(end.out()).contains("Usage: gradlab " + command.getCommandName());
        }
    }

    @Test
    void theBenchWritesItsFigures(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("bench.json");
        assertThat(run("bench", "--only", "sgemm", "--threads", "1", "--json", file.toString())
                        .code())
                .isZero();
        JsonNode row = JsonMapper.shared().readTree(file.toFile()).get(0);
        assertThat(row.get("name").asString()).isEqualTo("sgemm");
        assertThat(row.get("threads").asInt()).isEqualTo(1);
        assertThat(row.get("peak_fraction").asDouble())
                .isEqualTo(
                        row.get("value").asDouble() / row.get("fma_peak_gflops").asDouble());
        assertThat(row.get("bytes_per_step").asLong()).isLessThan(16 * 1024);
    }

    private static End run(String... arguments) {
        StringWriter out = new StringWriter();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = Main.commandLine().setOut(new PrintWriter(out, true)).execute(arguments);
            return new End(code, out.toString(), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }
}
