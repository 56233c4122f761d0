package io.gradlab.lab2.analysis;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.course.experiment.RebuiltSpec;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finished run with its network, the best epoch's weights in it, and the data that it was tested with. */
final class TrainedRun {
    private final PastRun past;
    private final RunSpec spec;
    private @Nullable Predictions predictions;

    private TrainedRun(PastRun past, RunSpec spec) {
        this.past = past;
        this.spec = spec;
    }

    /**
     * Reads a run's folder and builds its network again.
     *
     * @param data the folder of the data sets; empty for the usual one
     * @throws UserError if there is no finished run in the folder
     */
    static TrainedRun read(Path folder, Optional<Path> data) {
        PastRun past = PastRuns.at(folder);
        return new TrainedRun(past, RebuiltSpec.of(past, data));
    }

    PastRun past() {
        return past;
    }

    RunSpec spec() {
        return spec;
    }

    Dataset test() {
        return spec.test();
    }

    /** Returns the network by its layers. */
    Sequential network() {
        if (spec.network() instanceof Sequential layers) {
            return layers;
        }
        throw new UserError("The network of the run in " + past.folder()
                + " does not tell its layers; analyze one that was trained with --with core");
    }

    /** Returns what the network makes of the test set; computed once. */
    Predictions predictions() {
        if (predictions == null) {
            predictions = Predictions.of(spec);
        }
        return predictions;
    }

    /** Returns a test image as it is stored, {@code [C, H, W]}, pixels in [0, 1]. */
    Tensor image(int sample) {
        return image(test(), sample);
    }

    /**
     * Returns a set's image as it is stored, {@code [C, H, W]}, pixels in [0, 1].
     *
     * @throws UserError if what is stored is no image: a transfer run trains on features
     */
    static Tensor image(Dataset data, int sample) {
        int channels = data.sampleShape().dim(0);
        if (data.sampleShape().rank() != 3 || channels != 1 && channels != 3) {
            throw new UserError("The samples of this run are " + data.sampleShape()
                    + ", which are no images; of a transfer run, analyze confusion, classes or curves, and"
                    + " `./gradlab visualize saliency --run` looks at images");
        }
        Tensor image = Tensor.zeros(data.sampleShape());
        data.read(sample, image.data(), 0);
        return image;
    }

    /** Returns a test image as the network sees it, {@code [1, C, H, W]}. */
    Tensor input(int sample) {
        Tensor input = image(sample);
        spec.plan().evaluation().apply(input.data(), 0, input.shape(), spec.plan().seed().stream("analysis"));
        return input.reshape(input.shape().prepend(1));
    }

    /** Returns for example {@code "on the test set (10,000 samples of MNIST)"}. */
    String where() {
        String elsewhere = spec.data().whereElse();
        return elsewhere.isEmpty()
                ? String.format(
                        "on the test set (%,d samples of %s)",
                        test().size(), spec.data().name())
                : String.format("%s (%,d samples)", elsewhere.strip(), test().size());
    }

    /** Returns what the test images are called in a title: {@code images of the held-out fifth batch}. */
    String testImages() {
        return spec.data().testImages();
    }
}
