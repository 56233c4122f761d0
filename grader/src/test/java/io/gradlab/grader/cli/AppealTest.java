package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.UserError;
import io.gradlab.grader.compile.Sources;
import io.gradlab.grader.grading.GraderVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A student can reproduce his marks once the seed is published, and sees both marks when grading again changed them. */
class AppealTest {
    private static final String STUDENT = "io/gradlab/lab1/student/";

    @TempDir
    private static Path disk;

    private static Path graded = Path.of("");
    private static Path anna = Path.of("");
    private static String screen = "";

    @BeforeAll
    static void gradeWithASecretSeed() throws IOException {
        anna = submit(
                "anna",
                Map.of("Sigmoid.java", Sources.solved().get("Sigmoid.java").replace("-x[i]", "x[i]")));
        Files.writeString(disk.resolve("seed"), "8f14e45fceea167a5a36dedd4bea2543\n");
        graded = disk.resolve("marks");
        assertThat(grade(graded)).isZero();
    }

    private static Path submit(String name, Map<String, String> changed) throws IOException {
        Map<String, String> sources = new TreeMap<>(Sources.skeleton());
        sources.putAll(changed);
        Path folder = Files.createDirectories(disk.resolve(name).resolve(STUDENT));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(folder.resolve(source.getKey()), source.getValue());
        }
        return disk.resolve(name);
    }

    private static int grade(Path out) {
        return run(
                new GradeCommand(),
                anna.toString(),
                "--lab=lab1",
                "--skip-training",
                "--out=" + out,
                "--seed-file=" + disk.resolve("seed"));
    }

    /** Runs a command; what it said, or the one line of its error, is in {@code screen}. */
    private static int run(Object command, String... arguments) {
        StringWriter text = new StringWriter();
        int code = new CommandLine(command)
                .setOut(new PrintWriter(text))
                .setExecutionExceptionHandler((problem, _, _) -> {
                    text.write(String.valueOf(problem.getMessage()));
                    return problem instanceof UserError ? 2 : 70;
                })
                .execute(arguments);
        screen = text.toString().replace("\r\n", "\n");
        return code;
    }

    /** Returns a copy of the results under another name. */
    private static Path copy(String name) throws IOException {
        Path file = Files.createDirectories(disk.resolve(name).resolve("anna")).resolve("result.json");
        Files.copy(graded.resolve("anna/result.json"), file);
        return file;
    }

    private static Path published(String name) throws IOException {
        Path file = copy(name);
        assertThat(publish(name)).as(screen).isZero();
        return file;
    }

    private static int publish(String name) {
        return run(new PublishCommand(), disk.resolve(name).toString(), "--seed-file=" + disk.resolve("seed"));
    }

    private static void edit(Path file, String part, String by) throws IOException {
        Files.writeString(file, Sources.edit(Files.readString(file), part, by));
    }

    private static void assertRefused(int code, String part) {
        assertThat(code).isEqualTo(2);
        assertThat(screen).contains(part).doesNotContain("\n");
    }

    @Test
    void everyRowIsTheSameOnceTheSeedIsPublished() throws IOException {
        Path receipt = published("published");
        Path zip = disk.resolve("anna.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file);
                var sources = Files.list(anna.resolve(STUDENT))) {
            for (Path source : sources.toList()) {
                out.putNextEntry(new ZipEntry("work/" + STUDENT + source.getFileName()));
                out.write(Files.readString(source).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(run(new CheckCommand(), "--receipt=" + receipt, zip.toString()))
                .as(screen)
                .isZero();

        assertThat(screen)
                .startsWith(receipt + ": anna, lab1, 2.25/96\nSandbox: ")
                .contains("\n1.1   sigmoid         same        FAIL 2.25/5\n")
                .doesNotContain("not the sources", "Another build")
                .endsWith("lab1: 13 the same, 0 differ\n");
        assertThat(publish("published")).as("publishing twice does no harm").isZero();
    }

    @Test
    void aRowThatDiffersIsShownTwiceAfterWhatMayBeTheReason() throws IOException {
        Path receipt = published("other");
        Path mended = submit("mended", Map.of("Sigmoid.java", Sources.solved().get("Sigmoid.java")));
        edit(receipt, GraderVersion.label(), "0123456789ab");

        assertThat(run(new CheckCommand(), "--receipt=" + receipt, mended.toString()))
                .isEqualTo(1);

        assertThat(screen)
                .contains("These are not the sources that were graded; rows may differ because of that.\n"
                        + "Another build of the grader did it (0123456789ab, this is " + GraderVersion.label() + ")")
                .contains("1.1   sigmoid         differs\n      then: FAIL 2.25/5, sigmoid ")
                .contains("      now:  PASS 5/5\n")
                .endsWith("lab1: 12 the same, 1 differs\n");
    }

    @Test
    void aReceiptWithoutItsSeedSaysSo() {
        assertRefused(
                run(new CheckCommand(), "--receipt=" + graded.resolve("anna/result.json")),
                "holds only the hash of its seed: the seed is not published yet");
    }

    @Test
    void aReceiptThatCannotBeRightIsRefused() throws IOException {
        Path receipt = published("changed");
        String secret = Files.readString(disk.resolve("seed")).strip();
        edit(receipt, secret, "f".repeat(32));
        assertRefused(run(new CheckCommand(), "--receipt=" + receipt), "holds a seed that does not belong to its hash");
        edit(receipt, "\"lab1\"", "\"lab9\"");
        assertRefused(run(new CheckCommand(), "--receipt=" + receipt), "is of lab9, which is no lab of this copy");
        Files.writeString(receipt, "{");
        assertRefused(run(new CheckCommand(), "--receipt=" + receipt), "it is no result.json");
        assertRefused(
                run(new CheckCommand(), "--receipt=" + disk.resolve("none")),
                "there is no such file; name a result.json");
    }

    @Test
    void whatDoesNotGoWithAReceiptIsRefused() throws IOException {
        Path receipt = published("usage");
        assertRefused(
                run(new CheckCommand(), "--receipt=" + receipt, "--seed=x"),
                "--with and --seed do not go with --receipt");
        Files.createDirectories(disk.resolve("two/a"));
        Files.createDirectories(disk.resolve("two/b"));
        assertRefused(
                run(
                        new CheckCommand(),
                        "--receipt=" + receipt,
                        disk.resolve("two").toString()),
                "holds 2 submissions; name the one of the receipt");
        assertRefused(
                run(
                        new CheckCommand(),
                        "--receipt=" + receipt,
                        disk.resolve("none").toString()),
                "none does not exist");
    }

    @Test
    void publishingTheWrongSeedNamesTheFileAndWritesNothing() throws IOException {
        Path right = copy("mixed");
        String before = Files.readString(right);
        Path wrong = Files.createDirectories(disk.resolve("mixed/zoe")).resolve("result.json");
        Files.copy(right, wrong);
        edit(wrong, "sha256:", "sha256:0");
        assertRefused(publish("mixed"), wrong + " was graded with another seed than that of --seed-file");
        Files.writeString(wrong, before.replaceAll("sha256:[0-9a-f]+", "public"));
        assertRefused(publish("mixed"), "with the seed \"public\", which is no secret; there is nothing to publish");
        Files.writeString(wrong, "{}");
        assertRefused(publish("mixed"), wrong + ": it has no \"submission\"");
        assertThat(right).hasContent(before);
        assertRefused(publish("none"), "none is no folder; name what `grade --out` wrote");
        Files.createDirectories(disk.resolve("empty"));
        assertRefused(publish("empty"), "empty holds no results");
        assertRefused(
                run(new PublishCommand(), graded.toString(), "--seed-file=" + disk.resolve("no-seed")),
                "no-seed: there is no such file");
        assertThat(disk.resolve("no-seed")).doesNotExist();
    }

    @Test
    void gradingAgainWithAMendedCheckKeepsBothMarks() throws IOException {
        Path receipt = published("again");
        edit(receipt, GraderVersion.label(), "0123456789ab");
        String old = Files.readString(receipt)
                .replaceFirst("\"fingerprint\" : \"\\w+\"", "\"fingerprint\" : \"of another grader\"")
                .replaceFirst("\"points\" : 2.25,\\s+\"max\" : 5,", "\"points\" : 3, \"max\" : 5,");
        Files.writeString(receipt, old);

        assertThat(run(
                        new GradeCommand(),
                        anna.toString(),
                        "--lab=lab1",
                        "--skip-training",
                        "--resume",
                        "--out=" + disk.resolve("again"),
                        "--seed-file=" + disk.resolve("seed")))
                .isZero();

        assertThat(screen).endsWith("Other marks than before, see regrade.csv:\n  anna  1.1: 3 -> 2.25\n");
        assertThat(disk.resolve("again/regrade.csv")).hasContent("""
                submission,student,task,from,to,graded_before_by,graded_now_by
                anna,anna,1.1,3,2.25,0123456789ab,%s
                """.formatted(GraderVersion.label()));
        assertThat(receipt).content().contains("\"previous\"", "\"1.1\" : 3", "\"secret\"");
        assertThat(disk.resolve("again/anna/report.html")).content().contains("Graded again");
    }
}
