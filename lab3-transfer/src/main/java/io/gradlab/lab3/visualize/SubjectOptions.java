package io.gradlab.lab3.visualize;

import io.gradlab.cli.UserError;
import io.gradlab.lab3.features.EmbeddedWeights;
import io.gradlab.lab3.features.Preparation;
import io.gradlab.lab3.image.Photo;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which network is looked into, with which image. */
final class SubjectOptions {
    private static final int SMALLEST = 32;
    private static final int LARGEST = 512;

    @Option(
            names = "--weights",
            paramLabel = "FILE|NAME",
            description = "A VGG's weights, see `gradlab weights`. Default: the built-in " + EmbeddedWeights.NAME + ".")
    private @Nullable String weights;

    @Option(names = "--run", paramLabel = "DIR", description = "Or the network of a finished fashion-vgg run.")
    private @Nullable Path run;

    @Option(
            names = "--convention",
            paramLabel = "NAME",
            description = "How the weights want images, where the file does not say: torchvision or caffe.")
    private @Nullable String convention;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "Rows and columns of the image. Default: 224, a run's own, or 32 for the built-in weights.")
    private @Nullable Integer size;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data sets, which has weights/.")
    private @Nullable Path data;

    @Option(names = "--out", paramLabel = "DIR", description = "Where pictures go. Default: out/visualize.")
    private Path out = Path.of("out", "visualize");

    @Option(names = "--seed", paramLabel = "S", description = "Where noise comes from. Default: 1.")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "T", description = "Threads to compute with. Default: all cores.")
    private @Nullable Integer threads;

    Path out() {
        return out;
    }

    Seed seed() {
        return new Seed(seed);
    }

    /** Makes the network. */
    Subject subject() {
        if (threads != null) {
            if (threads < 1) {
                throw new UserError("--threads " + threads + ": give a number of at least 1");
            }
            KernelRegistry.useThreads(threads);
        }
        if (weights != null && run != null) {
            throw new UserError("--weights and --run name two networks; leave one of them out");
        }
        if (size != null && (size < SMALLEST || size > LARGEST)) {
            throw new UserError("--size " + size + ": give " + SMALLEST + " to " + LARGEST + " pixels");
        }
        Subjects subjects = new Subjects(DataFolder.resolve(data), Optional.ofNullable(size));
        if (run != null) {
            return subjects.ofRun(run);
        }
        return weights == null ? subjects.builtIn() : subjects.ofWeights(weights, Optional.ofNullable(convention));
    }

    /**
     * Returns an image as the network takes it, {@code [1, 3, size, size]}: of a file, drawn, or noise.
     *
     * @param image a file; {@code landscape} or {@code pullover}, which are drawn; {@code noise}, faint, or {@code random}
     */
    Tensor input(Subject subject, String image) {
        Preparation preparation = new Preparation(subject.size(), false, subject.convention());
        return switch (image) {
            case DrawnScene.LANDSCAPE -> preparation.ofPhoto(DrawnScene.landscape());
            case DrawnScene.PULLOVER -> preparation.ofPhoto(DrawnScene.pullover());
            case "noise" -> noise(preparation, 0.4f, 0.6f); // faint, so that a pattern can grow out of it
            case "random" -> noise(preparation, 0, 1);
            default -> preparation.ofPhoto(Photo.read(Path.of(image)));
        };
    }

    private Tensor noise(Preparation preparation, float low, float high) {
        return preparation
                .convention()
                .fromRgb(seed().stream("visualize").uniforms(preparation.shape().prepend(1), low, high));
    }
}
