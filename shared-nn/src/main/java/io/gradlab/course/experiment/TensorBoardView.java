package io.gradlab.course.experiment;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.plot.Gallery;
import io.gradlab.nn.plot.Pictures;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.tensorboard.EventFile;
import io.gradlab.nn.train.History;
import io.gradlab.nn.train.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a run for TensorBoard; a step is an epoch. Numbers and the weights' histograms come after each epoch, some training
 * images at the beginning, the run's pictures and the test accuracy at its end.
 */
final class TensorBoardView implements Views.View {
    private static final int SHOWN = 20; // training images
    private static final int COLUMNS = 10;
    private static final List<String> PICTURES = List.of("loss", "accuracy", "confusion", "class-accuracy");

    private final RunSpec spec;
    private final EventFile file;
    private boolean begun;

    TensorBoardView(Path folder, RunSpec spec, Consumer<String> say) throws IOException {
        if (!spec.resume()) {
            RunFolder.fresh(folder, say);
        }
        this.spec = spec;
        this.file = new EventFile(folder);
        if (!spec.resume()) {
            images();
        }
    }

    private void images() throws IOException {
        Dataset data = spec.training();
        boolean image = data.sampleShape().rank() == 3
                && (data.sampleShape().dim(0) == 1 || data.sampleShape().dim(0) == 3);
        if (!image || !Pictures.available().available()) {
            return;
        }
        List<Gallery.Item> items = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, data.size()); i++) {
            Tensor pixels = Tensor.zeros(data.sampleShape());
            data.read(i, pixels.data(), 0);
            items.add(new Gallery.Item(pixels, data.classNames().get(data.label(i))));
        }
        file.picture("images/training", 0, Pictures.png(new Gallery("Training images", items, COLUMNS)));
    }

    @Override
    public void epochEnded(Trainer trainer, History.Epoch epoch) {
        try {
            write(trainer, epoch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Trainer trainer, History.Epoch epoch) throws IOException {
        int step = epoch.epoch();
        if (spec.resume() && !begun) {
            file.startAt(step);
        }
        begun = true;
        file.scalar("loss/train", step, epoch.trainLoss());
        file.scalar("loss/validation", step, epoch.validationLoss());
        file.scalar("accuracy/train", step, epoch.trainAccuracy());
        file.scalar("accuracy/validation", step, epoch.validationAccuracy());
        file.scalar("rate/learning_rate", step, spec.plan().schedule().rate(step, 0));
        file.scalar("rate/images_per_second", step, epoch.imagesPerSecond());
        for (Parameter parameter : trainer.network().parameters()) {
            file.histogram(parameter.name(), step, parameter.value().toHost().data());
        }
    }

    @Override
    public void ended(RunResult result) throws IOException {
        int step = result.history().epochs().size();
        if (result.test().isPresent()) {
            file.scalar("accuracy/test", result.bestEpoch(), result.test().get().accuracy());
        }
        for (String name : PICTURES) {
            Path png = result.folder().resolve(name + ".png");
            if (Files.exists(png)) {
                file.picture("pictures/" + name, step, Files.readAllBytes(png));
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
