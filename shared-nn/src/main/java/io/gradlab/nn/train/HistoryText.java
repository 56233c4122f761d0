package io.gradlab.nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A history as exact text, for checkpoints: one epoch a line, doubles in hexadecimal. */
final class HistoryText {

    private HistoryText() {}

    static String write(History history) {
        StringJoiner lines = new StringJoiner("\n");
        for (History.Epoch epoch : history.epochs()) {
            lines.add(epoch.epoch() + " " + Double.toHexString(epoch.trainLoss()) + " "
                    + Double.toHexString(epoch.trainAccuracy()) + " " + Double.toHexString(epoch.validationLoss())
                    + " " + Double.toHexString(epoch.validationAccuracy()) + " "
                    + Double.toHexString(epoch.seconds()) + " " + Double.toHexString(epoch.imagesPerSecond()));
        }
        return lines.toString();
    }

    static List<History.Epoch> read(String text) {
        List<History.Epoch> epochs = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split(" ");
            epochs.add(new History.Epoch(
                    Integer.parseInt(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]),
                    Double.parseDouble(parts[4]),
                    Double.parseDouble(parts[5]),
                    Double.parseDouble(parts[6])));
        }
        return epochs;
    }
}
