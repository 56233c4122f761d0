package io.gradlab.lab2.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.course.experiment.UnswitchedNetwork;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.train.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Figures of the best epoch's model that a report gives besides the usual ones: {@code figures.csv} in the run's folder. */
final class FurtherFigures {
    private final RunSpec run;
    private final Terminal terminal;
    private final StringBuilder csv = new StringBuilder("figure,samples,loss,accuracy\n");

    FurtherFigures(RunSpec run, Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    /** Adds the loss and accuracy on a set, in evaluation mode. */
    FurtherFigures on(String name, Dataset data) {
        String where = data == run.test() ? run.data().whereElse() : "";
        return add(name + where, run.network(), data);
    }

    /** Adds the loss and accuracy of another network made of the run's one on a set, in evaluation mode. */
    FurtherFigures of(String name, Layer network, Dataset data) {
        return add(name, network, data);
    }

    /**
     * Adds the loss and accuracy on a set with the layers in training mode: dropout drops, batch norm uses the batch's
     * statistics, as in a program that forgets to switch. Moves batch norm's running statistics, so it comes last.
     */
    FurtherFigures inTrainingMode(String name, Dataset data) {
        return add(name, new UnswitchedNetwork(run.network(), run.plan().seed()), data);
    }

    private FurtherFigures add(String name, Layer network, Dataset data) {
        Evaluation evaluation = Evaluation.of(
                network, run.loss(), data, run.plan().batchSize(), run.plan().evaluation());
        csv.append(String.format(
                Locale.ROOT, "%s,%d,%.6f,%.6f%n", name, data.size(), evaluation.loss(), evaluation.accuracy()));
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%s (%,d samples): loss %.4f, accuracy %.2f %%%n",
                        name,
                        data.size(),
                        evaluation.loss(),
                        100 * evaluation.accuracy());
        terminal.out().flush();
        return this;
    }

    /** Writes the file. */
    void write(Path folder) {
        try {
            AtomicFiles.writeText(folder.resolve("figures.csv"), csv.toString());
        } catch (IOException e) {
            throw new UserError(FileProblem.of(e), e);
        }
    }
}
