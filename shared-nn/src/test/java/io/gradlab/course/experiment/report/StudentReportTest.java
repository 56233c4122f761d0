package io.gradlab.course.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Main;
import io.gradlab.cli.Terminal;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.course.experiment.Run;
import io.gradlab.course.experiment.ToyRuns;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudentReportTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

    @TempDir
    private static Path folder;

    @TempDir
    private Path out;

    @BeforeAll
    static void train() {
        Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), false);
        Run.execute(ToyRuns.spec(folder.resolve("good"), 3, 0.1, false), terminal, "");
        Run.execute(ToyRuns.spec(folder.resolve("diverged"), 3, 1e38, false), terminal, "");
    }

    @Test
    void bothFormsHoldFiguresTablesAndProvenance() throws IOException {
        assertThat(report(folder.toString())).isZero();
        PastRun good = PastRun.read(folder.resolve("good"));
        String accuracy = String.format(Locale.ROOT, "%.2f", 100 * good.testAccuracy());
        String markdown = Files.readString(out.resolve("report.md"));
        String page = Files.readString(out.resolve("report.html"));
        for (String text : List.of(markdown, page)) {
            assertThat(text)
                    .contains(accuracy, "diverged", "Training diverged (")
                    .contains("./gradlab train toy", "GradLab 0.1.0", System.getProperty("java.vm.version"))
                    .contains("Confusion matrix", "train ends at");
        }
        Matcher links = LINK.matcher(markdown);
        int count = 0;
        while (links.find()) {
            assertThat(out.resolve(links.group(1))).exists();
            count++;
        }
        assertThat(count).isEqualTo(2 * 3); // loss, accuracy and confusion of the run that finished: picture and CSV
        assertThat(page).contains("data:image/png;base64,");
    }

    @Test
    void answersStayAndComeIntoTheReport() throws IOException {
        Path file = out.resolve("answers.md");
        Answers first = Answers.in(file, List.of("Why?", "How?"));
        assertThat(first.open()).isEqualTo(2);
        String answered = Files.readString(file).replace("## Why?\n", "## Why?\n\nBecause of *x* < y.\n\nAnd so on.\n")
                + "\n## My own section\n\nMore.";
        Files.writeString(file, answered);

        Answers again = Answers.in(file, List.of("Why?", "How?", "What else?"));

        assertThat(Files.readString(file)).startsWith(answered).endsWith("## What else?\n\n");
        assertThat(again.sections().get("Why?")).isEqualTo("Because of *x* < y.\n\nAnd so on.");
        assertThat(again.sections()).containsKeys("How?", "My own section", "What else?");
        assertThat(again.open()).isEqualTo(2);
        assertThat(report(folder.resolve("good").toString())).isZero();
        assertThat(Files.readString(out.resolve("report.md")))
                .contains("### Why?\n\nBecause of *x* < y.\n\nAnd so on.\n");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("<p>Because of <em>x</em> &lt; y.</p>\n<p>And so on.</p>");
    }

    @Test
    void aRunThatIsNamedTwiceIsShownOnce() throws IOException {
        assertThat(report(folder.toString(), folder.resolve("good").toString())).isZero();
        assertThat(Files.readString(out.resolve("report.md")).split("## good: toy"))
                .hasSize(2);
    }

    @Test
    void whatIsNoRunIsWrongUsage() {
        assertThat(report(folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(report(out.toString())).isEqualTo(2);
        assertThat(report()).isEqualTo(2);
    }

    private int report(String... folders) {
        List<String> arguments = new ArrayList<>(List.of("report", "--out", out.toString()));
        arguments.addAll(List.of(folders));
        return Main.commandLine().setOut(new PrintWriter(new StringWriter())).execute(arguments.toArray(String[]::new));
    }
}
