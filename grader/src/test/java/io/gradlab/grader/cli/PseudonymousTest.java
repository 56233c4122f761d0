package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.UserError;
import io.gradlab.grader.compile.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Under pseudonyms no name is in anything that is written, but in the key file; `reveal` brings the names back. */
class PseudonymousTest {
    @TempDir
    private Path disk;

    private String screen = "";

    private void submit(String name, String answer) throws IOException {
        Path zip = Files.createDirectories(disk.resolve("in")).resolve(name + ".zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry(name + "/io/gradlab/lab1/student/Sigmoid.java"));
            out.write(answer.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry(name + "/Essay by Annegret.pdf"));
        }
    }

    private int run(Object command, String... arguments) {
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

    private int grade(String out, String... further) {
        List<String> arguments = new ArrayList<>(
                List.of(disk.resolve("in").toString(), "--lab=lab1", "--skip-training", "--out=" + disk.resolve(out)));
        arguments.addAll(List.of(further));
        return run(new GradeCommand(), arguments.toArray(String[]::new));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void assertRefused(int code, String part) {
        assertThat(code).isEqualTo(2);
        assertThat(screen).contains(part).doesNotContain("\n");
    }

    @Test
    void noNameIsWrittenUntilItIsRevealed() throws IOException {
        submit("annegret-zoller", Sources.solved().get("Sigmoid.java"));
        submit("benedikt", Sources.solved().get("Sigmoid.java").replace("-x[i]", "x[i]"));

        assertThat(grade("out", "--pseudonymous", "--format=html,gradescope,junit,autolab,github"))
                .as(screen)
                .isZero();

        assertThat(screen).doesNotContainIgnoringCase("annegret").doesNotContainIgnoringCase("benedikt");
        for (Path file : files(disk.resolve("out"))) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String part : List.of("annegret", "zoller", "benedikt")) {
                assertThat(file.toString()).doesNotContainIgnoringCase(part);
                assertThat(text).as(file.toString()).doesNotContainIgnoringCase(part);
            }
        }
        assertThat(disk.resolve("out.key")).content().contains("annegret-zoller", "benedikt");

        int code = run(
                new RevealCommand(),
                disk.resolve("out").toString(),
                "--key=" + disk.resolve("out.key"),
                "--out=" + disk.resolve("named"));
        assertThat(code).as(screen).isZero();
        assertThat(disk.resolve("named/grades.csv")).content().contains("annegret-zoller,annegret-zoller,lab1,5,96,");
        assertThat(files(disk.resolve("named")).stream()
                        .map(file -> disk.resolve("named")
                                .relativize(file)
                                .toString()
                                .replace('\\', '/')))
                .containsExactly(
                        "annegret-zoller/report.html",
                        "annegret-zoller/result.json",
                        "benedikt/report.html",
                        "benedikt/result.json",
                        "grades.csv");
        assertThat(disk.resolve("named/benedikt/report.html")).content().contains("benedikt");

        Files.writeString(disk.resolve("other.key"), "{\"key\": \"" + "0".repeat(64) + "\", \"names\": {}}");
        assertRefused(reveal("out", "other.key", "named2"), "whom " + disk.resolve("other.key") + " does not know");
        assertThat(disk.resolve("named2")).doesNotExist();
        assertRefused(reveal("out", "no.key", "named2"), "no.key: there is no such file; name the one that");
        assertRefused(reveal("out", "out.key", "out"), "out is the folder with the pseudonyms; name another");
    }

    private int reveal(String from, String key, String out) {
        return run(
                new RevealCommand(),
                disk.resolve(from).toString(),
                "--key=" + disk.resolve(key),
                "--out=" + disk.resolve(out));
    }

    @Test
    void wrongUsageIsRefusedInOneLine() throws IOException {
        submit("anna", "");
        assertRefused(grade("out", "--key=" + disk.resolve("key")), "--key goes with --pseudonymous only");
        assertRefused(grade("out", "--pseudonymous", "--shard=1/2"), "--pseudonymous --shard needs --key FILE");
        Files.writeString(disk.resolve("key"), "no key");
        assertRefused(grade("out", "--pseudonymous", "--key=" + disk.resolve("key")), "is no key file");
    }
}
