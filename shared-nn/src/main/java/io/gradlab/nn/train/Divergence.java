package io.gradlab.nn.train;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/**
 * Why training was stopped: it cannot recover by itself.
 *
 * @param epoch where it happened, 1 for the first
 * @param batch 1 for the epoch's first; 0 if it was seen after the epoch
 * @param what what was seen
 * @param cause the likely cause and the mend
 */
public record Divergence(int epoch, int batch, String what, String cause) {
    private static final double CHANCE_MARGIN = 1.01;
    private static final double ONE_CLASS = 0.99;
    private static final double SUSPICIOUS_SIZE = 1e3; // of a weight; healthy ones are below ten

    /** Returns the divergence seen in a batch's loss, which is NaN or infinite. */
    static Divergence nonFinite(int epoch, int batch, double loss, double rate, List<Parameter> parameters) {
        String where = firstBroken(parameters);
        return new Divergence(
                epoch,
                batch,
                String.format(Locale.ROOT, "the loss became %s%s", Double.isNaN(loss) ? "NaN" : "infinite", where),
                "The learning rate " + plain(rate) + " is too high for this network and initialization: try --lr "
                        + plain(rate / 10) + ".");
    }

    /** Returns whether an epoch ended worse than guessing, with one class predicted for (nearly) all. */
    static boolean stuck(Evaluation validation, int classes) {
        return validation.loss() >= CHANCE_MARGIN * Math.log(classes) && validation.largestShare(classes) >= ONE_CLASS;
    }

    /** Returns the divergence seen after an epoch that ended {@link #stuck}. */
    static Divergence oneClass(int epoch, Evaluation validation, int classes, double rate) {
        return new Divergence(
                epoch,
                0,
                String.format(
                        Locale.ROOT,
                        "%.0f %% of the validation samples get the same class, at a loss of %.4g (guessing has %.4g)",
                        100 * validation.largestShare(classes),
                        validation.loss(),
                        Math.log(classes)),
                "A learning rate of " + plain(rate) + " threw the weights to where no gradient leads back: try --lr "
                        + plain(rate / 10) + ".");
    }

    /** Returns the explanation in one sentence or two. */
    @Override
    public String toString() {
        String place = batch > 0 ? "epoch " + epoch + ", batch " + batch : "after epoch " + epoch;
        return "Training diverged (" + place + "): " + what + ". " + cause;
    }

    private static String firstBroken(List<Parameter> parameters) {
        Parameter large = null;
        for (Parameter parameter : parameters) {
            float largest = largest(parameter.value().toHost());
            if (Float.isNaN(largest) || Float.isInfinite(largest)) {
                return "; the first parameter with NaN or infinite numbers is " + parameter.name();
            }
            if (large == null && largest >= SUSPICIOUS_SIZE) {
                large = parameter;
            }
        }
        return large == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %s has grown to %.3g",
                        large.name(),
                        largest(large.value().toHost()));
    }

    private static float largest(Tensor tensor) {
        float largest = 0;
        for (float number : tensor.toHost().data()) {
            largest = Math.max(largest, Math.abs(number)); // NaN wins
        }
        return largest;
    }

    private static String plain(double rate) {
        return new BigDecimal(rate, new MathContext(2)).stripTrailingZeros().toPlainString();
    }
}
