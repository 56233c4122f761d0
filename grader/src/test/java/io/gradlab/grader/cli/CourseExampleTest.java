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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The course of {@code docs/grading/course.md}, graded and marked. */
class CourseExampleTest {
    private static final Path PAGE = Path.of("../docs/grading/course.md");
    private static final Pattern FILE =
            Pattern.compile("(?<=\n\n)`(\\w+\\.\\w+)`(?:(?!```).)*?```\\w+\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private static Path disk;

    private static Map<String, String> files = Map.of(); // by name, as the page has them

    @BeforeAll
    static void writeTheCourseAndGradeIt() throws IOException {
        files = FILE.matcher(Files.readString(PAGE).replace("\r\n", "\n"))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        assertThat(files).hasSize(8);
        Files.createDirectories(disk.resolve("course"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!file.getKey().equals("grades.csv")) {
                Files.writeString(disk.resolve("course").resolve(file.getKey()), file.getValue());
            }
        }
        submit("red", "Sigmoid", "Softmax", "Tanh");
        submit("s3_1");
        submit("s3_2", "Sigmoid", "Relu");
        submit("our solution");
        run(new GradeCommand(), disk.resolve("in"), "--lab=lab1", "--course=" + course(), out("out"));
    }

    private static void submit(String name, String... solved) throws IOException {
        Map<String, String> sources = new TreeMap<>(Sources.skeleton());
        for (String file : solved) {
            sources.put(file + ".java", Sources.solved().get(file + ".java"));
        }
        Path folder = Files.createDirectories(disk.resolve("in").resolve(name).resolve("io/gradlab/lab1/student"));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(folder.resolve(source.getKey()), source.getValue());
        }
    }

    private static Path course() {
        return disk.resolve("course/course.yaml");
    }

    private static String out(String name) {
        return "--out=" + disk.resolve(name);
    }

    private static String run(Object command, Path place, String... options) {
        StringWriter screen = new StringWriter();
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(screen));
        line.setExecutionExceptionHandler((problem, ran, parsed) -> {
            throw problem;
        });
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(place.toString());
        assertThat(line.execute(arguments.toArray(String[]::new))).isZero();
        return screen.toString().replace("\r\n", "\n");
    }

    private static JsonNode result(String out, String submission) {
        return JsonMapper.shared()
                .readTree(disk.resolve(out)
                        .resolve(submission)
                        .resolve("result.json")
                        .toFile());
    }

    private static void edit(String name, String text) throws IOException {
        Files.writeString(disk.resolve("course").resolve(name), text);
    }

    @Test
    void everybodyHasTheLineOfThePage() throws IOException {
        List<String> expected = String.valueOf(files.get("grades.csv")).lines().toList();
        List<String> lines = Files.readAllLines(disk.resolve("out/grades.csv"));

        assertThat(lines).hasSameSizeAs(expected);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith(expected.get(i) + ",");
        }
        assertThat(lines.getLast()).as("no points for tasks").endsWith("handed in" + ",".repeat(14));
    }

    @Test
    void theReceiptSaysWhereThePointsComeFrom() throws IOException {
        JsonNode student = result("out", "s3_2").get("course").get("students").get(0);

        assertThat(student.get("submitted").asString()).isEqualTo("2026-11-05T12:00+01:00");
        assertThat(student.get("deadline").asString()).isEqualTo("2026-11-04T23:59+01:00");
        assertThat(student.get("overrides").get(0).get("reason").asString())
                .isEqualTo("The power failed in the exam room.");
        assertThat(result("out", "s3_1")
                        .get("course")
                        .get("students")
                        .get(0)
                        .get("attempt")
                        .asString())
                .isEqualTo("s3_2");
        assertThat(result("out", "our solution").has("course")).isFalse();
        assertThat(Files.readString(disk.resolve("out/s3_2/report.html")))
                .contains(
                        "manual: 20 pending",
                        "The power failed",
                        "1 day, 10 % less",
                        "2026-11-04 23:59 +01:00 (extended)");
        assertThat(Files.readString(disk.resolve("out/s3_1/report.html"))).contains("Another hand-in counts: s3_2.");
        assertThat(Files.readString(disk.resolve("out/red/report.html")))
                .contains("Anna Ash (s1)", "Good plots, but no axes.");
    }

    @Test
    void gradingAgainLosesNothing() throws IOException {
        String before = Files.readString(disk.resolve("out/red/result.json"));
        String table = Files.readString(disk.resolve("out/grades.csv"));

        run(new GradeCommand(), disk.resolve("in"), "--lab=lab1", "--resume", "--course=" + course(), out("out"));
        assertThat(disk.resolve("out/red/result.json")).hasContent(before);
        run(new GradeCommand(), disk.resolve("in"), "--lab=lab1", "--course=" + course(), out("out"));

        assertThat(disk.resolve("out/red/result.json")).hasContent(before);
        assertThat(disk.resolve("out/grades.csv")).hasContent(table);
    }

    @Test
    void withoutACourseAResultIsAsEver() throws IOException {
        run(new GradeCommand(), disk.resolve("in/red"), "--lab=lab1", out("plain"));
        String marked = Files.readString(disk.resolve("out/red/result.json"));
        String plain = Files.readString(disk.resolve("plain/red/result.json"));

        assertThat(plain).doesNotContain("\"course\"");
        assertThat(marked).startsWith(plain.substring(0, plain.lastIndexOf("\n}")));
        assertThat(disk.resolve("plain/grades.csv"))
                .content()
                .startsWith("submission,student,lab,points,max,pending,1.1,");
        assertThat(run(
                        new MergeCommand(),
                        disk.resolve("out"),
                        disk.resolve("plain").toString(),
                        out("both")))
                .as("the same automatic result, with a course and without")
                .startsWith("4 results in ");
    }

    @Test
    void marksAreMadeAgainWithoutGrading() throws IOException {
        String manual = String.valueOf(files.get("manual.csv"));
        edit("manual.csv", manual + "s3,report1,20,,kim\n");
        String said = run(new MarksCommand(), disk.resolve("out"), "--course=" + course(), out("marks"));
        edit("manual.csv", manual);

        assertThat(said).isEqualTo("""
                lab1: 4 students, 1 handed in nothing, 0 pending
                course.csv has lab1: 40 of 100 by weight
                """);
        assertThat(disk.resolve("marks/grades.csv")).content().contains("s3_2,s3,Cleo Clark,lab1,10,100,0,20,1,");
        assertThat(disk.resolve("marks/course.csv")).hasContent("""
                student,name,lab1,lab1 of,percent,note
                s1,Anna Ash,33,120,27.5,
                s2,Ben Berg,30.5,120,25.42,
                s3,Cleo Clark,31.5,120,26.25,
                s4,Dana Dietz,,120,0,"lab1: nothing handed in"
                """.replace("\"", ""));
        assertThat(disk.resolve("marks/s3_2/report.html")).content().contains("lab1: 31.5 of 120 points");
        assertThat(result("marks", "s3_2").get("fingerprint"))
                .isEqualTo(result("out", "s3_2").get("fingerprint"));
    }

    @Test
    void severalLabsMakeATotal() throws IOException {
        Path lab2 = disk.resolve("out2");
        for (String name : List.of("red", "s3_2", "s4")) {
            String text = Files.readString(disk.resolve("out")
                    .resolve(name.equals("s4") ? "red" : name)
                    .resolve("result.json"));
            Files.createDirectories(lab2.resolve(name));
            Files.writeString(
                    lab2.resolve(name).resolve("result.json"),
                    text.replace("\"lab1\"", "\"lab2\"")
                            .replace("\"submission\" : \"red\"", "\"submission\" : \"" + name + "\""));
        }

        String said = run(new MarksCommand(), disk.resolve("out"), lab2.toString(), "--course=" + course(), out("all"));

        assertThat(said).endsWith("course.csv has lab1, lab2: 100 of 100 by weight\n");
        assertThat(disk.resolve("all/course.csv")).hasContent("""
                student,name,lab1,lab1 of,lab2,lab2 of,percent,note
                s1,Anna Ash,33,120,18,100,21.8,
                s2,Ben Berg,30.5,120,18,100,20.97,
                s3,Cleo Clark,,120,10,100,,lab1: manual: 20 pending
                s4,Dana Dietz,,120,18,100,10.8,lab1: nothing handed in
                """);
        assertThat(disk.resolve("all/lab1/red/report.html")).exists();
        assertThat(disk.resolve("all/lab2/grades.csv")).content().contains("time unknown");
    }

    private static void refused(String message, Callable<Integer> command, String... arguments) {
        new CommandLine(command).parseArgs(arguments);
        assertThatThrownBy(command::call)
                .isInstanceOf(UserError.class)
                .hasMessage(message)
                .hasMessageNotContaining("\n");
    }

    private static void refusedToGrade(String message, Path courseFile, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(disk.resolve("in").toString(), "--lab=lab1", out("no"), "--course=" + courseFile));
        refused(message, new GradeCommand(), arguments.toArray(String[]::new));
    }

    @Test
    void whatCannotBeMarkedIsSaidBeforeGrading() throws IOException {
        Path other = disk.resolve("other/course.yaml");
        Files.createDirectories(other.getParent());
        Files.writeString(other.resolveSibling("roster.csv"), "id,name\nred,Rita Red\ns3,Cleo Clark\n");
        String yaml = String.valueOf(files.get("course.yaml"));

        refusedToGrade(
                "--course with --shard: marks need all submissions; grade the parts without it, merge them, and run `marks`",
                course(),
                "--shard=1/2");
        Files.writeString(other, yaml);
        refusedToGrade(
                "Whose is our solution? No student of roster.csv; say it in " + other.resolveSibling("handins.csv")
                        + ", with - for nobody",
                other);
        Files.writeString(other, yaml.replace("lab2:", "lab22:"));
        refusedToGrade(other + ": there is no lab lab22; there are lab1, lab2, lab3", other);
        refused(
                "marks needs a course; add --course course.yaml",
                new MarksCommand(),
                disk.resolve("out").toString(),
                out("no"));
        assertThat(disk.resolve("no")).doesNotExist();
    }

    @Test
    void resultsOfSeveralLabsAreNotMerged() throws IOException {
        Path lab2 = disk.resolve("lab2only").resolve("red");
        Files.createDirectories(lab2);
        Files.writeString(
                lab2.resolve("result.json"),
                Files.readString(disk.resolve("out/red/result.json")).replace("\"lab1\"", "\"lab2\""));

        refused(
                "These are results of lab1, lab2; merge those of one lab",
                new MergeCommand(),
                disk.resolve("out").toString(),
                lab2.getParent().toString(),
                out("merged"));
    }
}
