package io.gradlab.grader.cli;

import io.gradlab.cli.Terminal;
import io.gradlab.grader.report.Receipt;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows how far grading is: on a terminal a bar with the time left, elsewhere a line for each submission. */
final class GradingProgress implements AutoCloseable {
    private final PrintWriter out;
    private final @Nullable ProgressBar bar;

    /** Creates the display. */
    GradingProgress(PrintWriter out, String lab, int submissions) {
        this.out = out;
        Terminal terminal = Terminal.of(out);
        this.bar = terminal.interactive()
                ? new ProgressBarBuilder()
                        .setTaskName("grading " + lab)
                        .setInitialMax(submissions)
                        .setUpdateIntervalMillis(500)
                        .setStyle(terminal.bars())
                        .clearDisplayOnFinish()
                        .build()
                : null;
    }

    /** Tells that a submission has its result. */
    void graded(Receipt receipt) {
        String line = receipt.submission().replaceAll("\\p{Cntrl}", "?") + "  " + receipt.lab() + ": "
                + receipt.points() + "/" + receipt.maximum();
        if (bar == null) {
            out.println(line);
            out.flush();
        } else {
            bar.step();
            bar.setExtraMessage(" " + line);
        }
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
