package io.gradlab.lab2.experiment;

import io.gradlab.nn.optim.Schedule;

/** How the learning rate changes over a training. */
enum RateFall {
    /** It stays. */
    CONSTANT {
        @Override
        Schedule schedule(double rate, int epochs) {
            return Schedule.constant(rate);
        }
    },
    /** It stays for the first two thirds of the epochs (rounded up), then it is a tenth. */
    TENTH {
        @Override
        Schedule schedule(double rate, int epochs) {
            int high = epochs - epochs / 3;
            return (epoch, progress) -> epoch <= high ? rate : 0.1 * rate;
        }
    },
    /** It falls to 0 as half a wave of the cosine. */
    COSINE {
        @Override
        Schedule schedule(double rate, int epochs) {
            return Schedule.cosine(rate, epochs);
        }
    },
    /** It rises from 0 in a straight line for the first fifth of training, then falls to 0. */
    TRIANGLE {
        @Override
        Schedule schedule(double rate, int epochs) {
            return Schedule.triangle(rate, epochs, 0.2);
        }
    };

    abstract Schedule schedule(double rate, int epochs);
}
