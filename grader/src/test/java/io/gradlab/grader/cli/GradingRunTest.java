package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.cli.UserError;
import io.gradlab.grader.compile.Sources;
import io.gradlab.grader.grading.RunSeed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Grading in parts, at once, and again after an interruption gives the same marks. */
class GradingRunTest {
    @TempDir
    private Path disk;

    @BeforeEach
    void handInThree() throws IOException {
        String sigmoid = Sources.solved().get("Sigmoid.java");
        submit("anna", Map.of("Sigmoid.java", sigmoid));
        submit("ben", Map.of("Sigmoid.java", sigmoid.replace("-x[i]", "x[i]")));
        submit("cleo", Map.of("Relu.java", Sources.solved().get("Relu.java")));
    }

    private void submit(String name, Map<String, String> changed) throws IOException {
        Map<String, String> sources = new TreeMap<>(Sources.skeleton());
        sources.putAll(changed);
        Path folder = Files.createDirectories(disk.resolve("in").resolve(name).resolve("io/gradlab/lab1/student"));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(folder.resolve(source.getKey()), source.getValue());
        }
    }

    private String grade(String out, String... further) {
        List<String> arguments = new ArrayList<>(
                List.of(disk.resolve("in").toString(), "--lab=lab1", "--skip-training", "--out=" + disk.resolve(out)));
        arguments.addAll(List.of(further));
        return run(new GradeCommand(), arguments);
    }

    private static String run(Object command, List<String> arguments) {
        StringWriter screen = new StringWriter();
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(screen));
        assertThat(line.execute(arguments.toArray(String[]::new))).isZero();
        return screen.toString();
    }

    @Test
    void partsThatAreMergedAreTheWhole() {
        grade("whole", "--jobs=2");
        grade("part1", "--shard=1/2", "--jobs=1");
        grade("part2", "--shard=2/2", "--jobs=1");
        String said = run(
                new MergeCommand(),
                List.of(
                        disk.resolve("part1").toString(),
                        disk.resolve("part2").toString(),
                        "--out=" + disk.resolve("merged")));

        assertThat(said).startsWith("3 results in ");
        for (String file : List.of("grades.csv", "anna/result.json", "ben/result.json", "cleo/result.json")) {
            assertThat(disk.resolve("merged").resolve(file))
                    .hasSameBinaryContentAs(disk.resolve("whole").resolve(file));
        }
        assertThat(disk.resolve("whole/grades.csv")).content().contains("anna,anna,lab1,5,96,0,5,0,");
    }

    @Test
    void resumingKeepsWhatStillHoldsAndGradesTheRest() throws IOException {
        grade("out");
        String table = Files.readString(disk.resolve("out/grades.csv"));
        Path kept = disk.resolve("out/cleo/result.json");
        Files.writeString(kept, Files.readString(kept).replace("\"notes\" : [ ]", "\"notes\" : [ \"kept\" ]"));
        Files.delete(disk.resolve("out/anna/result.json"));
        Files.writeString(disk.resolve("out/ben/result.json"), "{ cut off");

        grade("out", "--resume");

        assertThat(disk.resolve("out/grades.csv")).hasContent(table);
        assertThat(kept).content().contains("\"kept\"");
        submit("cleo", Map.of());
        grade("out", "--resume");
        assertThat(kept).content().doesNotContain("\"kept\"").contains("\"points\" : 0");
    }

    @Test
    void aSecretSeedIsNotInTheReceipts() throws IOException {
        Path file = disk.resolve("seed");
        grade("out", "--seed-file=" + file);
        String secret = Files.readString(file).strip();
        assertThat(secret).hasSize(32);
        assertThat(disk.resolve("out/anna/result.json"))
                .content()
                .doesNotContain(secret)
                .contains(RunSeed.hash(secret));
        grade("again", "--seed-file=" + file);
        assertThat(disk.resolve("again/grades.csv")).hasSameBinaryContentAs(disk.resolve("out/grades.csv"));
    }

    @Test
    void refusesBadInputInOneLine() throws IOException {
        assertRefused("--shard=3/2", "3/2 is no shard; write 2/4");
        assertRefused("--jobs=0", "--jobs 0: give a number");
        Files.writeString(disk.resolve("short"), "x");
        assertRefused("--seed-file=" + disk.resolve("short"), "too short a seed");
    }

    private void assertRefused(String option, String part) {
        GradeCommand command = new GradeCommand();
        new CommandLine(command)
                .parseArgs(disk.resolve("in").toString(), "--lab=lab1", "--out=" + disk.resolve("out"), option);
        assertThatThrownBy(command::call)
                .isInstanceOf(UserError.class)
                .hasMessageContaining(part)
                .hasMessageNotContaining("\n");
    }
}
