package io.gradlab.course.experiment;

import io.gradlab.cli.UserError;
import io.gradlab.nn.plot.LearningCurves;
import io.gradlab.nn.plot.PictureWindow;
import io.gradlab.nn.train.History;
import io.gradlab.nn.train.Trainer;
import java.util.List;
import java.util.Locale;

/** Shows the curves in a window as they grow; closing it does not stop the training. */
final class LiveView implements Views.View {
    private static final long REFRESH_NANOS = 200_000_000L;

    private final RunSpec spec;
    private final PictureWindow window;
    private long lastTitle;

    LiveView(RunSpec spec) {
        this.spec = spec;
        this.window = PictureWindow.open(title(""))
                .orElseThrow(() ->
                        new UserError("--live: no window can be opened here (is there a screen? over SSH use `ssh -X`);"
                                + " leave --live out, the curves are written as pictures too"));
        show(new History());
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches, int samples, double runningLoss) {
        long now = System.nanoTime();
        if (now - lastTitle > REFRESH_NANOS) {
            lastTitle = now;
            window.title(title(String.format(
                    Locale.ROOT,
                    ", epoch %d of %d, batch %d of %d, loss %.4f",
                    epoch,
                    spec.plan().epochs(),
                    batch,
                    batches,
                    runningLoss)));
        }
    }

    @Override
    public void epochEnded(Trainer trainer, History.Epoch epoch) {
        show(trainer.history());
    }

    private void show(History history) {
        String of = ", " + spec.data().name();
        window.show(List.of(LearningCurves.loss(history, of), LearningCurves.accuracy(history, of)));
    }

    private String title(String now) {
        return "GradLab " + spec.experiment() + now;
    }

    @Override
    public void close() {
        window.close();
    }
}
