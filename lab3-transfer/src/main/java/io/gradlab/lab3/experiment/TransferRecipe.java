package io.gradlab.lab3.experiment;

import io.gradlab.nn.optim.Schedule;
import java.util.Locale;

/** How a transfer is trained unless told otherwise. */
enum TransferRecipe {
    /** As report F says: images resized to 8/7 and cropped, Adam at 0.001, 10 epochs. */
    PUBLISHED(10, 0, true, 0.5) {
        @Override
        Schedule schedule(double rate, int epochs) {
            return Schedule.constant(rate);
        }
    },
    /** Ours: the whole image, the rate falling as a cosine, 20 epochs, ended early where validation stands still. */
    BEST(20, 6, false, 0.3) {
        @Override
        Schedule schedule(double rate, int epochs) {
            return Schedule.cosine(rate, epochs);
        }
    };

    private final int epochs;
    private final int patience;
    private final boolean cropped;
    private final double dropout;

    TransferRecipe(int epochs, int patience, boolean cropped, double dropout) {
        this.epochs = epochs;
        this.patience = patience;
        this.cropped = cropped;
        this.dropout = dropout;
    }

    abstract Schedule schedule(double rate, int epochs);

    int epochs() {
        return epochs;
    }

    int patience() {
        return patience;
    }

    boolean cropped() {
        return cropped;
    }

    double dropout() {
        return dropout;
    }

    /** Returns it as written in commands. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
