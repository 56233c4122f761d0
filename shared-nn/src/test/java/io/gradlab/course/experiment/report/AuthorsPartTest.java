package io.gradlab.course.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Main;
import io.gradlab.cli.Terminal;
import io.gradlab.course.experiment.Run;
import io.gradlab.course.experiment.ToyRuns;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author adds to a report: title and beginning, pictures and tables, which runs to show, how large pictures are. */
class AuthorsPartTest {
    @TempDir
    private static Path runs;

    @TempDir
    private Path out;

    private final StringWriter screen = new StringWriter();

    @BeforeAll
    static void train() throws IOException {
        Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), false);
        Run.execute(ToyRuns.spec(runs.resolve("one"), 2, 0.1, false), terminal, "");
        Run.execute(ToyRuns.spec(runs.resolve("two"), 2, 0.05, false), terminal, "");
        Path analysis = Files.createDirectories(runs.resolve("one/analysis"));
        Files.writeString(analysis.resolve("index.json"), """
                [{"analysis": "kernels", "file": "kernels", "title": "Kernels", "altText": "Nine small squares.",
                  "caption": "What it looks for.", "header": [], "rows": []},
                 {"analysis": "gap", "file": "gap", "title": "", "altText": "", "caption": "How far apart.",
                  "header": ["set", "points"], "rows": [["toy", "1.5"]]}]
                """);
        ImageIO.write(
                new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB),
                "png",
                analysis.resolve("kernels.png").toFile());
        Files.writeString(analysis.resolve("kernels.csv"), "kernel,value\n0,0.5\n");
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(out.resolve("answers.md"), """
                <!-- a remark -->
                # Two rates compared

                First words.

                | rate | test |
                |---|---|
                | 0.1 | 97 |

                ## What did you see?

                Look:

                ![A drawn line](mine.png)
                """);
        ImageIO.write(
                new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB),
                "png",
                out.resolve("mine.png").toFile());
    }

    @Test
    void titleBeginningTableAndPictureComeIntoBothForms() throws IOException {
        assertThat(report()).isZero();
        assertThat(Files.readString(out.resolve("report.md")))
                .contains("# Two rates compared\n", "\nFirst words.\n", "| 0.1 | 97 |", "![A drawn line](mine.png)")
                .doesNotContain("a remark");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("<h1>Two rates compared</h1>", "<p>First words.</p>", ">97</td>", "alt=\"A drawn line\"")
                .doesNotContain("|---|");
    }

    @Test
    void whatAnalyzeFoundBelongsToItsRun() throws IOException {
        assertThat(report()).isZero();
        assertThat(Files.readString(out.resolve("report.md")))
                .contains(
                        "![Nine small squares.](run1-kernels.png)\n\nWhat it looks for. [Numbers as CSV](run1-kernels.csv)",
                        "| toy | 1.5 |",
                        "How far apart.");
        assertThat(out.resolve("run1-kernels.csv")).hasContent("kernel,value\n0,0.5\n");
    }

    @Test
    void onlyTheRunsAskedForHaveAPart() throws IOException {
        assertThat(report("--show", "two")).isZero();
        assertThat(Files.readString(out.resolve("report.md")))
                .contains("| one | toy |", "## two: toy")
                .doesNotContain("## one: toy");
        assertThat(report("--show", "three")).isEqualTo(2);
    }

    @Test
    void onlyTheRunsAskedForAreComparedWithEachOther() throws IOException {
        assertThat(report()).isZero();
        assertThat(Files.readString(out.resolve("comparison.csv"))).contains("one", "two");
        Files.delete(out.resolve("comparison.csv"));
        assertThat(report("--compare", "two")).isZero();
        assertThat(out.resolve("comparison.csv"))
                .as("one curve is no comparison")
                .doesNotExist();
        assertThat(report("--compare", "three")).isEqualTo(2);
    }

    @Test
    void picturesAreAsWideAsAskedForAtMost() throws IOException {
        assertThat(report("--width", "400")).isZero();
        assertThat(ImageIO.read(out.resolve("run1-loss.png").toFile()).getWidth())
                .isEqualTo(400);
        assertThat(ImageIO.read(out.resolve("run1-kernels.png").toFile()).getWidth())
                .isEqualTo(300);
        assertThat(report("--width", "20")).isEqualTo(2);
    }

    @Test
    void aPictureThatIsNotThereIsNamed() throws IOException {
        Files.delete(out.resolve("mine.png"));
        assertThat(report()).isEqualTo(2);
    }

    private int report(String... options) {
        List<String> arguments = new ArrayList<>(List.of("report", runs.toString(), "--out", out.toString()));
        arguments.addAll(List.of(options));
        return Main.commandLine().setOut(new PrintWriter(screen)).execute(arguments.toArray(String[]::new));
    }
}
