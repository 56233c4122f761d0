package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.cli.UserError;
import io.gradlab.grader.compile.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GradeCommandTest {
    @TempDir
    private Path disk;

    private Path submission(String name, Map<String, String> sources) throws IOException {
        Path folder = Files.createDirectories(disk.resolve(name).resolve("io/gradlab/lab1/student"));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(folder.resolve(source.getKey()), source.getValue());
        }
        return disk.resolve(name);
    }

    private static Map<String, String> half() {
        Map<String, String> sources = new TreeMap<>(Sources.skeleton());
        Map<String, String> solved = Sources.solved();
        for (String file : new String[] {"Sigmoid.java", "Tanh.java", "Softmax.java", "Dense.java"}) {
            sources.put(file, solved.get(file));
        }
        sources.computeIfPresent(
                "Tanh.java", (name, text) -> Sources.edit(text, "float[] x = input.data();", "float[] x ="));
        sources.computeIfPresent(
                "Dense.java",
                (name, text) -> Sources.edit(text, "Dense(Tensor weight, Tensor bias)", "Dense(Tensor bias)")
                        .replace("this.weight = ", "Tensor weight = bias; this.weight = "));
        return sources;
    }

    private String grade(Path out, Path... places) {
        StringWriter screen = new StringWriter();
        CommandLine line = new CommandLine(new GradeCommand()).setOut(new PrintWriter(screen));
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            throw problem;
        });
        String[] arguments = new String[places.length + 4];
        arguments[0] = "--lab";
        arguments[1] = "lab1";
        arguments[2] = "--out";
        arguments[3] = out.toString();
        for (int i = 0; i < places.length; i++) {
            arguments[4 + i] = places[i].toString();
        }
        assertThat(line.execute(arguments)).isZero();
        return screen.toString().replace("\r\n", "\n");
    }

    private static JsonNode result(Path out, String name) {
        return JsonMapper.shared()
                .readTree(out.resolve(name).resolve("result.json").toFile());
    }

    @Test
    void gradesSolvedHalfDoneAndUntouchedSubmissions() throws IOException {
        Path out = disk.resolve("out");
        Path solved = submission("=solved", Sources.solved());
        Path half = submission("half", half());
        Path skeleton = submission("skeleton, untouched", Sources.skeleton());

        assertThat(grade(out, solved, half, skeleton)).startsWith("Sandbox: ").endsWith("""
                =solved  lab1: 100/100
                half  lab1: 13/100
                skeleton, untouched  lab1: 0/100
                """);

        assertThat(out.resolve("grades.csv")).hasContent("""
                submission,student,lab,points,max,pending,1.1,1.2,1.3,1.4,1.5,1.6,1.7,1.8,1.9,1.10,1.11,1.12,1.13,1.14
                '=solved,'=solved,lab1,100,100,0,5,5,5,10,8,12,7,15,5,8,10,4,2,4
                half,half,lab1,13,100,0,5,0,0,0,8,0,0,0,0,0,0,0,0,0
                "skeleton, untouched","skeleton, untouched",lab1,0,100,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
                """);
        assertThat(result(out, "skeleton, untouched").findValuesAsString("outcome"))
                .containsOnly("NOT STARTED");
        JsonNode tasks = result(out, "half").get("tasks");
        assertThat(tasks.get(0).get("outcome").asString()).isEqualTo("PASS");
        assertThat(tasks.get(1).get("outcome").asString()).isEqualTo("DID NOT COMPILE");
        assertThat(tasks.get(1).get("message").asString()).startsWith("Tanh.java does not compile: line ");
        assertThat(tasks.get(7).get("outcome").asString()).isEqualTo("FAIL");
        assertThat(tasks.get(7).get("message").asString())
                .contains("Dense must have: public Dense(Tensor weight, Tensor bias)");
        assertThat(result(out, "half").get("points").asInt()).isEqualTo(13);
    }

    @Test
    void givesTheSameBytesInAnyOrderWhateverASubmissionLeavesBehind() throws IOException {
        Map<String, String> nasty = Sources.skeleton();
        nasty.computeIfPresent(
                "Softmax.java", (name, text) -> Sources.edit(text, "throw new NotImplemented(\"1.5\");", """
                        java.util.Locale.setDefault(java.util.Locale.forLanguageTag("ar"));
                        System.setProperty("line.separator", "!");
                        System.setOut(null);
                        return null;
                        """));
        Path one = submission("nasty", nasty);
        Path two = submission("half", half());
        Locale before = Locale.getDefault();
        Path first = disk.resolve("first");
        Path second = disk.resolve("second");

        grade(first, one, two);
        grade(second, two, one);

        assertThat(Locale.getDefault()).isEqualTo(before);
        assertThat(System.getProperty("line.separator")).isNotEqualTo("!");
        assertThat(System.out).isNotNull();
        for (String name : new String[] {"nasty", "half"}) {
            assertThat(first.resolve(name).resolve("result.json"))
                    .hasSameBinaryContentAs(second.resolve(name).resolve("result.json"));
        }
    }

    @Test
    void refusesBadInputInOneLine() throws IOException {
        Path skeleton = submission("skeleton", Sources.skeleton());
        Path file = Files.writeString(disk.resolve("file"), "x");

        assertUserError(
                "none does not exist",
                "--lab=lab1",
                "--out=" + disk,
                disk.resolve("none").toString());
        assertUserError(
                "There is no lab lab7; there are: lab1, lab2, lab3",
                "--lab=lab7",
                "--out=" + disk,
                skeleton.toString());
        assertUserError("Cannot write to --out", "--lab=lab1", "--out=" + file, skeleton.toString());
        assertUserError(
                "would have the same result folder",
                "--lab=lab1",
                "--out=" + disk,
                skeleton.toString(),
                skeleton.toString());
    }

    private static void assertUserError(String part, String... arguments) {
        GradeCommand command = new GradeCommand();
        new CommandLine(command).parseArgs(arguments);
        assertThatThrownBy(command::call)
                .isInstanceOf(UserError.class)
                .hasMessageContaining(part)
                .hasMessageNotContaining("\n");
    }

    @Test
    void twoGradingsDoNotShareAFolder() throws IOException {
        Path out = disk.resolve("out");
        try (OutFolder _ = OutFolder.open(out)) {
            assertThatThrownBy(() -> OutFolder.open(out))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("Another `grade` is writing to --out " + out);
        }
        OutFolder.open(out).close();
    }
}
