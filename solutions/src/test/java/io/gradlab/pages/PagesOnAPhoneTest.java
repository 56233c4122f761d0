package io.gradlab.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gradlab.cli.Main;
import io.gradlab.cli.Terminal;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.course.experiment.Run;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.grader.report.ClassPage;
import io.gradlab.grader.report.SubmissionPage;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.SyntheticDigits;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Schedule;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.plot.HtmlReport;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.TrainingPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All kinds of pages in a window of 360 pixels, light and dark: they fit, can be read, and need no mouse. */
class PagesOnAPhoneTest {
    private static final int PHONE = 360;
    private static final double READABLE = 4.5; // WCAG 2.2, level AA
    private static final Dataset DIGITS = SyntheticDigits.digits(new Seed(1), 100);
    private static final String LONG = "an-unbreakable-word-".repeat(20);

    @TempDir
    private static Path folder;

    private static Optional<Browser> found = Optional.empty();

    @BeforeAll
    static void find() throws IOException {
        found = Browser.open(folder.resolve("profile"));
    }

    @AfterAll
    static void close() throws IOException {
        if (found.isPresent()) {
            found.get().close();
        }
    }

    private static Browser browser() {
        assumeTrue(found.isPresent(), "no browser is on the PATH: install chromium");
        return found.get();
    }

    @Test
    void theAuditNoticesWhatIsWrong() throws IOException, InterruptedException {
        Path page = folder.resolve("bad.html");
        Files.writeString(page, """
                <body style="background:#fff"><p style="color:#999">pale</p><div style="width:500px">wide</div>
                <div style="overflow-x:auto;width:100px"><p style="width:200px">scrolls</p></div>
                <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">""");
        PageAudit audit = PageAudit.of(browser(), page, PHONE, Browser.Scheme.DARK);
        assertThat(audit.width()).isGreaterThan(500);
        assertThat(audit.contrast()).isBetween(2.0, 3.5);
        assertThat(audit.unreachable()).isEqualTo(1);
        assertThat(audit.nameless()).isEqualTo(1);
        assertThat(audit.ground()).isEqualTo(1);
    }

    @Test
    void gradingPages() throws IOException, InterruptedException {
        Path student = folder.resolve("student.html");
        SubmissionPage.write(Receipts.of(LONG, LONG + Receipts.NASTY), student);
        assertGood(student);
        Path course = folder.resolve("class.html");
        ClassPage.write(
                IntStream.range(0, 7).mapToObj(i -> Receipts.of("s" + i, LONG)).toList(), course);
        assertGood(course);
    }

    @Test
    void aTrainingsPageAndTheReportOnIt() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        Run.execute(toy(run), new Terminal(quiet(), false), "");
        assertGood(run.resolve("training.html"));
        Path report = folder.resolve("report");
        assertThat(Main.commandLine().setOut(quiet()).execute("report", run.toString(), "--out", report.toString()))
                .isZero();
        assertGood(report.resolve("report.html"));
    }

    /** A convolutional network on the built-in digits: the training's page, all analyses of it, and the report on both. */
    @Test
    void lab2sPages() throws IOException, InterruptedException {
        String run = folder.resolve("cnn").toString();
        gradlab("train", "digits-cnn", "--limit", "1000", "--epochs", "1", "--out", run);
        gradlab("analyze", run, "--of", "all", "--points", "300", "--count", "4");
        assertGood(Path.of(run, "training.html"));
        assertGood(Path.of(run, "report.html"));
        gradlab("report", run, "--out", run + "-report");
        assertGood(Path.of(run + "-report", "report.html"));
    }

    /** Transfer to the built-in shapes: the training's page, its report with every class, and a look into the network. */
    @Test
    void lab3sPages() throws IOException, InterruptedException {
        Path run = folder.resolve("vgg");
        String[] small = {
            "--size",
            "16",
            "--images",
            "100",
            "--quick",
            "--data",
            folder.resolve("no-data").toString()
        };
        List<String> train = new ArrayList<>(List.of("train", "fashion-vgg-small", "--out", run.toString()));
        train.addAll(List.of(small));
        train.addAll(List.of("--cache", folder.resolve("features").toString()));
        gradlab(train.toArray(String[]::new));
        assertGood(run.resolve("training.html"));
        assertGood(run.resolve("report.html"));
        Path looks = folder.resolve("looks");
        for (String look : List.of("saliency", "responses", "activation-max")) {
            List<String> words = new ArrayList<>(List.of("visualize", look, "--out", looks.toString()));
            words.addAll(look.equals("activation-max") ? List.of("--layer", "features.24", "--steps", "5") : List.of());
            gradlab(words.toArray(String[]::new));
        }
        List<Path> pages;
        try (Stream<Path> files = Files.list(looks)) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertThat(pages).hasSize(3);
        for (Path page : pages) {
            assertGood(page);
        }
    }

    private static void gradlab(String... arguments) {
        StringWriter errors = new StringWriter();
        assertThat(Main.commandLine()
                        .setOut(quiet())
                        .setErr(new PrintWriter(errors))
                        .execute(arguments))
                .as("%s: %s", String.join(" ", arguments), errors)
                .isZero();
    }

    @Test
    void everyKindOfBlock() throws IOException, InterruptedException {
        Path page = folder.resolve("blocks.html");
        List<String> wide =
                IntStream.range(0, 30).mapToObj(i -> "column " + i + LONG).toList();
        new HtmlReport(LONG, LONG)
                .section(LONG)
                .subsection(LONG)
                .paragraph(LONG)
                .table(wide, List.of(wide))
                .preformatted(LONG)
                .provenance(LONG)
                .save(page);
        assertGood(page);
    }

    private static void assertGood(Path page) throws IOException, InterruptedException {
        for (Browser.Scheme scheme : Browser.Scheme.values()) {
            PageAudit audit = PageAudit.of(browser(), page, PHONE, scheme);
            assertThat(audit.width()).as("width of %s", page).isLessThanOrEqualTo(PHONE);
            assertThat(audit.contrast()).as("contrast of %s, %s", page, scheme).isGreaterThanOrEqualTo(READABLE);
            assertThat(audit.unreachable()).as("unreachable in %s", page).isZero();
            assertThat(audit.nameless())
                    .as("pictures without words in %s", page)
                    .isZero();
            assertThat(audit.ground() > 0.5).as("%s is light", page).isEqualTo(scheme == Browser.Scheme.LIGHT);
            assertThat(audit.console()).isEmpty();
        }
    }

    private static PrintWriter quiet() {
        return new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private static RunSpec toy(Path out) {
        return new RunSpec(
                "toy",
                new LinkedHashMap<>(),
                "",
                new Sequential(List.of(new Flatten(), new Dense(Tensor.zeros(10, 784), Tensor.zeros(10)))),
                new CrossEntropy(),
                new Sgd(),
                new TrainingPlan(2, 10, Schedule.constant(0.1), new Seed(1), Transform.NONE, Transform.NONE),
                new DataParts("toy digits", DIGITS, DIGITS, DIGITS),
                List.of(),
                out,
                false);
    }
}
