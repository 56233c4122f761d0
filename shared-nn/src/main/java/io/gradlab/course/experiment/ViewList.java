package io.gradlab.course.experiment;

import io.gradlab.nn.train.History;
import io.gradlab.nn.train.Trainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Views as one. */
final class ViewList implements Views.View {
    private final List<Views.View> views = new ArrayList<>();

    void add(Views.View view) {
        views.add(view);
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches, int samples, double runningLoss) {
        views.forEach(view -> view.batchEnded(epoch, batch, batches, samples, runningLoss));
    }

    @Override
    public void epochEnded(Trainer trainer, History.Epoch epoch) {
        views.forEach(view -> view.epochEnded(trainer, epoch));
    }

    @Override
    public void ended(RunResult result) throws IOException {
        for (Views.View view : views) {
            view.ended(result);
        }
    }

    @Override
    public void close() throws IOException {
        for (Views.View view : views) {
            view.close();
        }
    }
}
