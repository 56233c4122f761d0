package io.gradlab.nn.plot;

import io.gradlab.nn.train.History;
import java.util.List;

/** A column of a history as a line over the epochs; accuracies in percent. */
public enum Curve {
    /** Mean training loss of each epoch. */
    TRAIN_LOSS("train", "loss", ""),
    /** Validation loss after each epoch. */
    VALIDATION_LOSS("validation", "loss", ""),
    /** Mean training accuracy of each epoch, in percent. */
    TRAIN_ACCURACY("train", "accuracy", " (%)"),
    /** Validation accuracy after each epoch, in percent. */
    VALIDATION_ACCURACY("validation", "accuracy", " (%)");

    private final String part;
    private final String quantity;
    private final String unit;

    Curve(String part, String quantity, String unit) {
        this.part = part;
        this.quantity = quantity;
        this.unit = unit;
    }

    /** Returns {@code train} or {@code validation}. */
    String part() {
        return part;
    }

    /** Returns the label of the y axis: the quantity, a remark if there is one, and the unit in brackets. */
    String label(String remark) {
        return quantity + remark + unit;
    }

    /** Returns the value after each epoch. */
    public List<Series.Point> points(History history) {
        return history.epochs().stream()
                .map(epoch -> new Series.Point(epoch.epoch(), value(epoch)))
                .toList();
    }

    private double value(History.Epoch epoch) {
        return switch (this) {
            case TRAIN_LOSS -> epoch.trainLoss();
            case VALIDATION_LOSS -> epoch.validationLoss();
            case TRAIN_ACCURACY -> 100 * epoch.trainAccuracy();
            case VALIDATION_ACCURACY -> 100 * epoch.validationAccuracy();
        };
    }
}
