package io.gradlab.nn.optim;

/** The learning rate as a function of training's progress. */
@FunctionalInterface
public interface Schedule {

    /**
     * Returns the learning rate.
     *
     * @param epoch 1 for the first
     * @param progress the share of this epoch's steps that are done, in [0, 1)
     */
    double rate(int epoch, double progress);

    /** Returns the schedule that never changes. */
    static Schedule constant(double rate) {
        return (epoch, progress) -> rate;
    }

    /** Returns a schedule that multiplies the rate by {@code factor} after every {@code epochs} epochs. */
    static Schedule steps(double rate, int epochs, double factor) {
        if (epochs < 1) {
            throw new IllegalArgumentException("A step schedule needs steps of at least one epoch, but got " + epochs);
        }
        return (epoch, progress) -> rate * StrictMath.pow(factor, (epoch - 1) / epochs);
    }

    /**
     * Returns a schedule that falls from {@code rate} to 0 as half a wave of the cosine (Loshchilov and Hutter, 2017,
     * equation 5, without restarts).
     *
     * @param epochs the whole training's
     */
    static Schedule cosine(double rate, int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException("A cosine schedule spans at least one epoch, but got " + epochs);
        }
        return (epoch, progress) -> rate * (1 + StrictMath.cos(Math.PI * (epoch - 1 + progress) / epochs)) / 2;
    }

    /**
     * Returns a schedule that rises from 0 to {@code rate} and then falls to 0, both in a straight line (Smith and Topin,
     * 2018).
     *
     * @param epochs the whole training's
     * @param peak the share of training after which the rate is reached, in (0, 1)
     */
    static Schedule triangle(double rate, int epochs, double peak) {
        if (epochs < 1 || !(peak > 0 && peak < 1)) {
            throw new IllegalArgumentException("A triangle spans at least one epoch with a peak inside (0, 1), but got "
                    + epochs + " and " + peak);
        }
        return (epoch, progress) -> {
            double done = (epoch - 1 + progress) / epochs;
            return rate * Math.min(done / peak, (1 - done) / (1 - peak));
        };
    }
}
