package io.gradlab.lab1.experiment.report;

import io.gradlab.cli.TextTable;
import io.gradlab.nn.plot.HtmlReport;
import io.gradlab.nn.plot.LineChart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What the report says, for the terminal and as a page.
 *
 * @param testSize how many images the accuracies were taken on
 * @param explosions a line for each run that diverged
 */
record ReportText(
        int testSize,
        TextTable afterEpochs,
        String bestModel,
        TextTable atBestEpoch,
        List<String> explosions,
        RecordedPeer peer) {

    private String legend() {
        return String.format(
                "Test accuracy in percent on %,d images, of models reloaded from their files. Ours: mean of the seeds ± 95 %%"
                        + " interval (Student's t; one seed: binomial). In brackets: published.",
                testSize);
    }

    String forTerminal() {
        StringBuilder text = new StringBuilder();
        text.append(legend()).append("\n\n").append(afterEpochs.toText()).append('\n');
        text.append(bestModel).append("\n\n").append(atBestEpoch.toText()).append('\n');
        explosions.forEach(line -> text.append(line).append('\n'));
        return text.append("scikit-learn: ")
                .append(peer.provenance())
                .append('\n')
                .toString();
    }

    /** Returns the same for a handout: the tables in Markdown. */
    String forHandout() {
        StringBuilder text = new StringBuilder();
        text.append(legend()).append("\n\n").append(afterEpochs.toMarkdown()).append('\n');
        text.append(bestModel).append("\n\n").append(atBestEpoch.toMarkdown()).append('\n');
        explosions.forEach(line -> text.append("- ").append(line).append('\n'));
        return text.append("\nscikit-learn: ")
                .append(peer.provenance())
                .append('\n')
                .toString();
    }

    /** Writes the pictures into the folder and returns the page that shows them. */
    HtmlReport page(SequencedMap<String, LineChart> pictures, Path folder) throws IOException {
        HtmlReport page = new HtmlReport("Report A", legend())
                .section("After 50 and 100 epochs")
                .table(afterEpochs.header(), afterEpochs.rows())
                .paragraph(bestModel)
                .section("At the best validation epoch")
                .table(atBestEpoch.header(), atBestEpoch.rows())
                .section("What exploded");
        explosions.forEach(page::paragraph);
        page.section("Curves");
        for (Map.Entry<String, LineChart> picture : pictures.entrySet()) {
            LineChart chart = picture.getValue();
            page.figure(chart, chart.save(folder.resolve(picture.getKey())), chart.title());
        }
        return page.provenance(peer.provenance());
    }
}
