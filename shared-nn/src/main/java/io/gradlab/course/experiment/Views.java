package io.gradlab.course.experiment;

import io.gradlab.nn.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a training is shown besides the terminal; none of it changes what is trained.
 *
 * @param tensorBoard the folder that TensorBoard is started with; each run gets a folder in it
 * @param runs the folder of the command's runs: what a run's own folder is called below it, it is called there too
 * @param live whether a window shows the curves
 */
public record Views(Optional<Path> tensorBoard, Path runs, boolean live) {
    /** Nowhere. */
    public static final Views NONE = new Views(Optional.empty(), Path.of(""), false);

    /** A view: is told how training goes on, then what came of it. */
    interface View extends TrainingListener, AutoCloseable {

        /** Training has ended, and the run's files are written. */
        default void ended(RunResult result) throws IOException {}

        @Override
        void close() throws IOException;
    }

    /**
     * Opens the views of a run, before any of its files is written.
     *
     * @param say is told what the user should know
     * @throws io.gradlab.cli.UserError if a view cannot be had on this machine
     */
    ViewList open(RunSpec spec, Consumer<String> say) throws IOException {
        ViewList views = new ViewList();
        if (live) {
            views.add(new LiveView(spec));
        }
        if (tensorBoard.isPresent()) {
            views.add(new TensorBoardView(folder(tensorBoard.get(), spec), spec, say));
        }
        return views;
    }

    /** Returns a run's folder below TensorBoard's: {@code DIR/EXPERIMENT}, with what else tells it from others. */
    private Path folder(Path root, RunSpec spec) {
        Path name = runs.toAbsolutePath().normalize().getFileName();
        Path own = root.resolve(spec.experiment());
        if (name != null && !name.toString().equals(spec.experiment())) {
            own = own.resolve(name.toString());
        }
        return spec.out().startsWith(runs) ? own.resolve(runs.relativize(spec.out())) : own;
    }
}
