package io.gradlab.course.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.nn.train.History;
import io.gradlab.nn.train.Trainer;
import io.gradlab.nn.train.TrainingListener;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows a training: a bar for the epoch under way (on a terminal only), and a line for each epoch that ended. */
public final class EpochLines implements TrainingListener {
    private final Terminal terminal;
    private final String label;
    private final int epochs;
    private @Nullable ProgressBar bar;

    /** Creates the display; {@code label} stands in front of each line, and may be empty. */
    public EpochLines(Terminal terminal, String label, int epochs) {
        this.terminal = terminal;
        this.label = label.isEmpty() ? "" : label + "  ";
        this.epochs = epochs;
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches, int samples, double runningLoss) {
        if (!terminal.interactive()) {
            return;
        }
        ProgressBar present = bar;
        if (present == null) {
            present = new ProgressBarBuilder()
                    .setTaskName(label + "epoch " + epoch + "/" + epochs)
                    .setInitialMax(batches)
                    .setUnit(" batches", 1)
                    .setStyle(terminal.bars())
                    .setUpdateIntervalMillis(200)
                    .clearDisplayOnFinish()
                    .build();
            bar = present;
        }
        present.stepTo(batch);
        present.setExtraMessage(String.format(Locale.ROOT, " loss %.4f", runningLoss));
    }

    @Override
    public void epochEnded(Trainer trainer, History.Epoch epoch) {
        close();
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%sepoch %" + Integer.toString(epochs).length()
                                + "d/%d  train loss %.4f, accuracy %5.2f %%   validation loss %.4f, accuracy %5.2f %%%s  "
                                + " %,.0f img/s%n",
                        label,
                        epoch.epoch(),
                        epochs,
                        epoch.trainLoss(),
                        100 * epoch.trainAccuracy(),
                        epoch.validationLoss(),
                        100 * epoch.validationAccuracy(),
                        trainer.bestEpoch() == epoch.epoch() ? " *" : "  ",
                        epoch.imagesPerSecond());
        terminal.out().flush();
    }

    @Override
    public void note(String text) {
        close();
        terminal.out().println(label + text);
    }

    /** Takes the bar away. */
    public void close() {
        ProgressBar present = bar;
        if (present != null) {
            present.close();
            bar = null;
        }
    }
}
