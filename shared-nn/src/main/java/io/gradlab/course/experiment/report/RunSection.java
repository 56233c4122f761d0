package io.gradlab.course.experiment.report;

import io.gradlab.course.experiment.PastRun;
import io.gradlab.nn.plot.LearningCurves;
import io.gradlab.nn.plot.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A run's own part of the report: its curves, its confusion matrix, its further figures, and what was found about it. */
final class RunSection {
    private static final String CURVES = "Training dashed, validation solid.";

    private final PastRun run;
    private final String file; // what the pictures' names begin with
    private final TwoPages pages;

    RunSection(PastRun run, String file, TwoPages pages) {
        this.run = run;
        this.file = file;
        this.pages = pages;
    }

    void write() throws IOException {
        run.divergence().ifPresent(pages::paragraph);
        if (!run.fact("network").isEmpty()) {
            pages.paragraph("Network: " + run.fact("network") + "; " + run.fact("parameters") + " parameters.");
        }
        if (!run.history().isEmpty()) {
            pages.figure(LearningCurves.loss(run.history(), ", " + run.data()), file + "-loss", CURVES);
            pages.figure(LearningCurves.accuracy(run.history(), ", " + run.data()), file + "-accuracy", CURVES);
        }
        Optional<ConfusionFile> confusion = ConfusionFile.in(run.folder());
        if (confusion.isPresent()) {
            pages.figure(
                    confusion.get().picture("Confusion matrix on the test set (" + run.testSize() + " samples)"),
                    file + "-confusion",
                    "A cell counts the test samples of its row's class that were taken for its column's.");
        }
        furtherFigures();
        KeptFindings kept = KeptFindings.in(run.folder());
        for (KeptFindings.Finding finding : kept.found()) {
            show(finding, kept.folder());
        }
    }

    /** Adds {@code figures.csv}, which some experiments write. */
    private void furtherFigures() throws IOException {
        Path csv = run.folder().resolve("figures.csv");
        if (Files.exists(csv)) {
            List<List<String>> lines = Files.readAllLines(csv).stream()
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
            pages.table(lines.getFirst(), lines.subList(1, lines.size()));
        }
    }

    private void show(KeptFindings.Finding finding, Path folder) throws IOException {
        if (!finding.header().isEmpty()) {
            pages.table(finding.header(), finding.rows());
            pages.paragraph(finding.caption());
            return;
        }
        Optional<Picture> picture = DrawnBefore.read(folder, finding.file(), finding.altText());
        if (picture.isPresent()) {
            pages.figure(picture.get(), file + "-" + finding.file(), finding.caption());
        }
    }
}
