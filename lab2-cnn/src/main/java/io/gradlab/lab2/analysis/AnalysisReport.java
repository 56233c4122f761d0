package io.gradlab.lab2.analysis;

import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.plot.HtmlReport;
import io.gradlab.nn.plot.SavedPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page with all that was found about a run, by this command and earlier ones: {@code analysis/index.json} remembers
 * what there is.
 */
final class AnalysisReport {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path run;
    private final Path folder;
    private final List<KeptFinding> kept;

    /** Opens the report of a run's folder. */
    AnalysisReport(Path run) throws IOException {
        this.run = run;
        this.folder = run.resolve("analysis");
        Path index = index();
        this.kept = Files.exists(index)
                ? new ArrayList<>(List.of(JSON.readValue(Files.readString(index), KeptFinding[].class)))
                : new ArrayList<>();
    }

    /** Writes an analysis's files, in place of what it found before; returns their names. */
    List<Path> add(Analysis analysis, List<Finding> findings) throws IOException {
        kept.removeIf(before -> before.analysis().equals(analysis.name()));
        List<Path> files = new ArrayList<>();
        for (Finding finding : findings) {
            Path file = folder.resolve(finding.file());
            switch (finding) {
                case Finding.Figure(var name, var picture, var caption) -> {
                    SavedPicture saved = picture.save(file);
                    files.add(saved.png().orElse(saved.csv()));
                }
                case Finding.Table(var name, var table, var caption) -> {
                    Path csv = folder.resolve(name + ".csv");
                    AtomicFiles.writeText(csv, table.toCsv());
                    files.add(csv);
                }
            }
            kept.add(KeptFinding.of(analysis.name(), finding));
        }
        return files;
    }

    /** Writes the page and the index. */
    Path save(TrainedRun subject) throws IOException {
        AtomicFiles.writeText(index(), JSON.writeValueAsString(kept) + "\n");
        HtmlReport page = new HtmlReport(
                "What the run of " + subject.past().experiment() + " learned",
                subject.network() + ", " + subject.where());
        for (Analysis analysis : Analyses.LIST) {
            List<KeptFinding> found = kept.stream()
                    .filter(finding -> finding.analysis().equals(analysis.name()))
                    .toList();
            if (!found.isEmpty()) {
                page.section(analysis.name() + ": " + analysis.says());
                for (KeptFinding finding : found) {
                    show(page, finding);
                }
            }
        }
        page.provenance("Options of the run: " + subject.past().options());
        Path file = run.resolve("report.html");
        page.save(file);
        return file;
    }

    private void show(HtmlReport page, KeptFinding finding) throws IOException {
        if (finding.header().isEmpty()) {
            Path png = folder.resolve(finding.file() + ".png");
            SavedPicture saved = new SavedPicture(
                    folder.resolve(finding.file() + ".csv"), Optional.of(png).filter(Files::exists), Optional.empty());
            page.figure(finding.asPicture(), saved, finding.caption());
        } else {
            page.paragraph(finding.caption()).table(finding.header(), finding.rows());
        }
    }

    private Path index() {
        return folder.resolve("index.json");
    }
}
