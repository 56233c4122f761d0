package io.gradlab.lab3.visualize;

import io.gradlab.lab3.image.Resampling;
import io.gradlab.lab3.image.Resize;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.plot.Gallery;
import io.gradlab.nn.plot.HeatMaps;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradlab visualize saliency}: which pixels a class depends on. */
@Command(
        name = "saliency",
        description = "Show which pixels of an image a class depends on; needs a network with a classifier.")
final class SaliencyCommand implements Callable<Integer> {
    /** How it is found out. */
    enum Method {
        VANILLA,
        SMOOTHGRAD,
        GRADCAM;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final SubjectOptions options = new SubjectOptions();

    @Option(
            names = "--image",
            paramLabel = "WHAT",
            description = "An image file, or landscape or pullover, which are drawn. Default: pullover.")
    private String image = DrawnScene.PULLOVER;

    @Option(
            names = "--class",
            paramLabel = "N|NAME",
            description = "The class, by its number from 0 on or its name. Default: the one that the network sees.")
    private @Nullable String label;

    @Option(
            names = "--method",
            paramLabel = "HOW",
            description =
                    "vanilla (default): the gradient; smoothgrad: its mean over 25 noisy copies; gradcam: the last"
                            + " maps, weighted.")
    private Method method = Method.VANILLA;

    @Override
    public Integer call() {
        Subject subject = options.subject();
        if (subject.classes().isEmpty()) {
            subject.classOf(label == null ? "0" : label);
        }
        Tensor input = options.input(subject, image);
        float[] logits =
                subject.flat().forward(input, Pass.evaluation()).toHost().data().clone();
        int seen = largest(logits);
        int target = label == null ? seen : subject.classOf(label);
        String words = "Saliency of " + subject.classes().get(target) + ": " + method;
        String lead =
                subject.label() + " takes the image for " + subject.classes().get(seen) + ".";
        PictureFolder folder =
                new PictureFolder(options.out(), spec.commandLine().getOut(), words, lead);
        String file = "saliency-" + method + "-" + target;
        Tensor shown = Visible.image(subject.convention().toRgb(input));
        if (method == Method.GRADCAM) {
            showMap(folder, file, words, shown, Saliency.gradCam(subject, input, target));
        } else {
            Tensor gradient = method == Method.VANILLA
                    ? Saliency.vanilla(subject, input, target)
                    : Saliency.smooth(subject, input, target, options.seed());
            showGradient(folder, file, words, shown, InputGradient.toRgb(subject.convention(), gradient));
        }
        spec.commandLine().getOut().println(lead);
        folder.finish(file);
        return 0;
    }

    private static void showGradient(PictureFolder folder, String file, String words, Tensor shown, Tensor gradient) {
        Tensor gray = Visible.gray(gradient);
        folder.add(
                file,
                new Gallery(
                        words,
                        List.of(
                                new Gallery.Item(shown, "what the network is shown"),
                                new Gallery.Item(Visible.colour(gradient), "gradient in colour"),
                                new Gallery.Item(gray, "largest of the channels")),
                        3),
                "In colour, middle gray is zero; in gray, white is the largest hundredth.");
        folder.add(file + "-gray", map(words, "share of the largest", gray), "The gray picture's numbers.");
    }

    private static void showMap(PictureFolder folder, String file, String words, Tensor shown, Tensor cam) {
        Tensor stretched = Visible.stretched(cam.reshape(1, cam.dim(2), cam.dim(3)));
        Tensor large = Resize.to(
                stretched.reshape(1, 1, cam.dim(2), cam.dim(3)), shown.dim(1), shown.dim(2), Resampling.HALF_PIXEL);
        folder.add(
                file,
                new Gallery(
                        words,
                        List.of(
                                new Gallery.Item(shown, "what the network is shown"),
                                new Gallery.Item(
                                        stretched,
                                        "weighted maps, " + cam.dim(2) + "×" + cam.dim(3)
                                                + (silent(cam) ? ", all zero" : "")),
                                new Gallery.Item(Visible.over(shown, Visible.image(large)), "both")),
                        3),
                silent(cam)
                        ? "Nowhere does the last convolution speak for the class."
                        : "Red is where the last convolution speaks for the class.");
        folder.add(file + "-map", map(words, "share of the largest", stretched), "The map's numbers.");
    }

    private static boolean silent(Tensor cam) {
        for (float value : cam.data()) {
            if (value > 0) {
                return false;
            }
        }
        return true;
    }

    private static HeatMaps map(String title, String quantity, Tensor gray) {
        HeatMaps.Item item = new HeatMaps.Item(gray.reshape(gray.dim(1), gray.dim(2)), "");
        return new HeatMaps(title, quantity, List.of(item), 1, HeatMaps.Scale.unit());
    }

    private static int largest(float[] logits) {
        int best = 0;
        for (int k = 1; k < logits.length; k++) {
            best = logits[k] > logits[best] ? k : best;
        }
        return best;
    }
}
