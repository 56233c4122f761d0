package io.gradlab.nn.plot;

import io.gradlab.nn.train.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The two pictures of a training: loss and accuracy by epoch. */
public final class LearningCurves {
    private LearningCurves() {}

    /** Returns training and validation loss by epoch. */
    public static LineChart loss(History history) {
        return loss(history, "");
    }

    /** Returns training and validation loss by epoch; {@code of} ends the title. */
    public static LineChart loss(History history, String of) {
        return chart("Loss by epoch" + of, Curve.TRAIN_LOSS, Curve.VALIDATION_LOSS, history);
    }

    /** Returns training and validation accuracy by epoch, in percent; {@code of} ends the title. */
    public static LineChart accuracy(History history, String of) {
        return chart("Accuracy by epoch" + of, Curve.TRAIN_ACCURACY, Curve.VALIDATION_ACCURACY, history);
    }

    /**
     * Writes {@code loss.png} and {@code accuracy.png} with their CSV files into the directory, made if needed; {@code of} ends their titles.
     *
     * @throws IOException if a file cannot be written
     */
    public static List<SavedPicture> save(Path directory, History history, String of) throws IOException {
        return List.of(
                loss(history, of).save(directory.resolve("loss")),
                accuracy(history, of).save(directory.resolve("accuracy")));
    }

    private static LineChart chart(String title, Curve train, Curve validation, History history) {
        return new LineChart(
                title,
                "epoch",
                train.label(""),
                List.of(
                        new Series(train.part(), train.points(history), 0, true, train.part()),
                        new Series(validation.part(), validation.points(history), 1, false, validation.part())));
    }
}
