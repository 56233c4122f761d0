package io.gradlab.grader.lab1;

import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.SoftmaxOracle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What goes wrong in cross-entropy. */
final class LossMisconceptions {
    private static final double OVERFLOW = 88; // e^89 is no float any more

    private LossMisconceptions() {}

    /** Computes the loss from probabilities, as the definition has it; not finite where that of a true class is 0. */
    static DoubleTensor lossOf(DoubleTensor probabilities, DoubleTensor targets) {
        DoubleTensor terms = targets.with(probabilities, (t, p) -> t == 0 ? 0 : -t * StrictMath.log(p));
        return DoubleTensor.scalar(Arrays.stream(terms.data()).sum() / targets.dim(0));
    }

    /** Computes the gradient from probabilities. */
    static DoubleTensor gradientOf(DoubleTensor probabilities, DoubleTensor targets) {
        int samples = targets.dim(0);
        return probabilities.with(targets, (p, t) -> (p - t) / samples);
    }

    static List<Misconception> loss(DoubleTensor logits, DoubleTensor targets) {
        int samples = logits.dim(0);
        DoubleTensor loss = DoubleTensor.scalar(SoftmaxOracle.crossEntropy(logits, targets));
        DoubleTensor probabilities = SoftmaxOracle.softmax(logits);
        List<Misconception> all = new ArrayList<>();
        if (logits.maximumNorm() > OVERFLOW) {
            all.add(new Misconception(
                    "the logarithm of a probability was taken that is zero in float; take log-sum-exp of the logits",
                    lossOf(probabilities.map(p -> (float) p), targets)));
            all.add(new Misconception(
                    "exponentials overflow; take away each row's largest logit first (log-sum-exp)",
                    DoubleTensor.scalar(Double.NaN)));
        }
        all.add(new Misconception("it was not divided by the batch size (" + samples + ")", loss.times(samples)));
        all.add(new Misconception(
                "it was divided by the number of classes as well; the mean goes over the samples alone",
                loss.times(1.0 / logits.dim(1))));
        all.add(new Misconception("the minus sign is missing", loss.times(-1)));
        all.add(new Misconception(
                "the logarithm is to base 2; take the natural one", loss.times(1 / StrictMath.log(2))));
        all.add(new Misconception(
                "softmax was applied twice: what the loss gets are logits",
                DoubleTensor.scalar(SoftmaxOracle.crossEntropy(probabilities, targets))));
        all.add(new Misconception(
                "the logits were taken for probabilities; apply softmax to them", lossOf(logits, targets)));
        return all;
    }

    static List<Misconception> gradient(DoubleTensor logits, DoubleTensor targets) {
        int samples = logits.dim(0);
        DoubleTensor gradient = SoftmaxOracle.crossEntropyGradient(logits, targets);
        DoubleTensor probabilities = SoftmaxOracle.softmax(logits);
        return List.of(
                new Misconception("it was not divided by the batch size (" + samples + ")", gradient.times(samples)),
                new Misconception("it was divided by the batch size twice", gradient.times(1.0 / samples)),
                new Misconception("targets and probabilities are the wrong way round", gradient.times(-1)),
                new Misconception(
                        "both are wrong: targets and probabilities are the wrong way round, and the batch size ("
                                + samples + ") is missing",
                        gradient.times(-samples)),
                new Misconception(
                        "the logits were taken for probabilities; apply softmax to them", gradientOf(logits, targets)),
                new Misconception(
                        "this is the gradient with respect to the probabilities, -t / p; asked for is "
                                + "that with respect "
                                + "to the logits",
                        targets.with(probabilities, (t, p) -> -t / p / samples)),
                new Misconception(
                        "it is the softmax alone; the targets were not taken away",
                        probabilities.times(1.0 / samples)));
    }
}
