package io.gradlab.course.core;

import io.gradlab.course.LossVerdict;
import io.gradlab.nn.tensor.Tensor;

/** Verdicts about published numbers. */
final class CoreReferee {

    private CoreReferee() {}

    static boolean isPossible(double percent, int decimals, int samples) {
        double scale = StrictMath.pow(10, decimals);
        double nearest = 100.0 * StrictMath.rint(percent / 100 * samples) / samples;
        return Math.abs(nearest - percent) * scale <= 0.5 + 1e-9 * scale;
    }

    static double margin(double accuracy, int samples) {
        return 1.96 * Math.sqrt(accuracy * (1 - accuracy) / samples);
    }

    static boolean differ(double one, double other, int samples) {
        return Math.abs(one - other) > Math.hypot(margin(one, samples), margin(other, samples));
    }

    static LossVerdict judge(Tensor losses, int classes) {
        int epoch = 0;
        while (epoch < losses.size() && Float.isFinite(losses.data()[epoch])) {
            epoch++;
        }
        if (epoch < losses.size()) {
            return epoch == 0 ? LossVerdict.EXPLODES_AT_ONCE : LossVerdict.EXPLODES_LATE;
        }
        boolean guesses = losses.data()[epoch - 1] >= 0.99 * StrictMath.log(classes);
        return guesses ? LossVerdict.PLATEAU : LossVerdict.LEARNS;
    }
}
