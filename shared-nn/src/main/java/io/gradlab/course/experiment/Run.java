package io.gradlab.course.experiment;

import io.gradlab.cli.CommandFailed;
import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import io.gradlab.course.NotImplemented;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.OutOfDeviceMemory;
import io.gradlab.nn.metric.ConfusionMatrix;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.Checkpoint;
import io.gradlab.nn.train.DeviceStay;
import io.gradlab.nn.train.Evaluation;
import io.gradlab.nn.train.History;
import io.gradlab.nn.train.ModelState;
import io.gradlab.nn.train.Trainer;
import io.gradlab.nn.train.TrainingEnd;
import io.gradlab.nn.train.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Carries out one training with all that goes with it: the folder, a checkpoint after every epoch (and every 20 seconds
 * within long ones), the history, the models, the figures on the test set, the summary and the pictures.
 */
public final class Run {
    private static final long CHECKPOINT_NANOS = 20_000_000_000L;

    private final RunSpec spec;
    private final Terminal terminal;
    private final String label;
    private final RunFolder folder;
    private final Trainer trainer;
    private final SampledCurve samples;
    private final ModeCurve modes;
    private final ViewList views;
    private long lastCheckpoint = System.nanoTime();

    private Run(RunSpec spec, Terminal terminal, String label, ViewList views) {
        this.spec = spec;
        this.terminal = terminal;
        this.label = label;
        this.views = views;
        this.folder =
                spec.resume() ? RunFolder.existing(spec.out()) : RunFolder.fresh(spec.out(), terminal.out()::println);
        this.samples = new SampledCurve(spec);
        this.modes = new ModeCurve(spec);
        this.trainer = new Trainer(
                spec.network(), spec.loss(), spec.optimizer(), spec.plan(), spec.training(), spec.validation());
    }

    /** Trains as the specification says and tells the terminal; {@code label} stands in front of each epoch's line. */
    public static RunResult execute(RunSpec spec, Terminal terminal, String label) {
        return execute(spec, terminal, label, Views.NONE);
    }

    /** As {@link #execute(RunSpec, Terminal, String)}; the training is shown elsewhere too. */
    public static RunResult execute(RunSpec spec, Terminal terminal, String label, Views shown) {
        DryRun.answerIfAsked(spec);
        try (ViewList views = shown.open(spec, terminal.out()::println);
                DeviceStay _ = DeviceStay.of(spec.network())) {
            return new Run(spec, terminal, label, views).execute();
        } catch (OutOfDeviceMemory spent) {
            throw new UserError(
                    spent.getMessage() + "; give a smaller --batch, say "
                            + Math.max(1, spec.plan().batchSize() / 2) + ", or --backend cpu",
                    spent);
        } catch (NotImplemented stub) {
            throw new CommandFailed(stub.getMessage() + "; write it, then `./gradlab check " + stub.task() + "`", stub);
        } catch (UncheckedIOException e) {
            throw new UserError(FileProblem.of(e.getCause()), e);
        } catch (IOException e) {
            throw new UserError(FileProblem.of(e), e);
        }
    }

    private RunResult execute() throws IOException {
        if (spec.resume()) {
            int epoch = resume();
            announce();
            terminal.out()
                    .println("Going on in epoch " + epoch + " of " + spec.plan().epochs() + ".");
        } else {
            saveCheckpoint(); // so that a run can be resumed from its first moment on
            announce();
        }
        CostEstimate.of(spec, spec.plan().epochs() - trainer.history().epochs().size())
                .ifPresent(terminal.out()::println);
        terminal.out().flush();
        EpochLines lines = new EpochLines(terminal, label, spec.plan().epochs());
        TrainingEnd end;
        try (StopSignal stop = new StopSignal()) {
            end = trainer.run(new Keeper(lines), stop);
            lines.close();
            if (end instanceof TrainingEnd.Stopped) {
                saveCheckpoint();
                terminal.out().println("Stopped; all is saved. Go on with the same command and --resume.");
                terminal.out().flush();
            }
        }
        RunResult result = result(end);
        spec.network().moveTo(Device.CPU); // for whoever looks at it next
        writeCurves();
        if (!(end instanceof TrainingEnd.Stopped)) {
            Summary.write(folder.summary(), spec, result);
            RunPictures.write(folder.path(), spec, result, terminal);
            if (modes.isOn() && !result.history().isEmpty()) {
                modes.picture().save(folder.path().resolve("validation-accuracy-modes"));
            }
            views.ended(result);
            Files.deleteIfExists(folder.checkpoint());
        }
        if (end instanceof TrainingEnd.Diverged(var divergence)) {
            terminal.out().println(divergence);
        }
        result.test()
                .ifPresent(test -> terminal.out()
                        .printf(
                                Locale.ROOT,
                                "Test accuracy %.2f %%%s at epoch %d, the best on validation (%.2f %% at the end). All files: %s%n",
                                100 * test.accuracy(),
                                spec.data().whereElse(),
                                result.bestEpoch(),
                                100 * result.finalTestAccuracy(),
                                result.folder()));
        terminal.out().flush();
        return result;
    }

    private void writeCurves() throws IOException {
        AtomicFiles.writeText(folder.history(), trainer.history().toCsv());
        if (samples.isOn()) {
            AtomicFiles.writeText(folder.samples(), samples.toCsv());
        }
        if (modes.isOn()) {
            AtomicFiles.writeText(folder.modes(), modes.toCsv());
        }
    }

    private void announce() {
        terminal.out().println(KernelRegistry.training().line());
        terminal.out().println(spec.network() + ", " + String.format("%,d", spec.parameters()) + " parameters");
        terminal.out()
                .printf(
                        "%s: %,d training, %,d validation, %,d test samples%n",
                        spec.data().name(),
                        spec.training().size(),
                        spec.validation().size(),
                        spec.test().size());
        terminal.out().flush();
    }

    /** Returns the epoch to go on in. */
    private int resume() {
        if (!Files.exists(folder.checkpoint())) {
            throw new UserError("--resume: the run in " + folder.path()
                    + " is complete; leave --resume out to start anew (the old run is kept)");
        }
        Checkpoint checkpoint = Checkpoint.read(folder.checkpoint());
        OptionsText.requireSame(OptionsText.parse(checkpoint.fact("options")), spec.options(), folder.path());
        trainer.restore(checkpoint);
        if (samples.isOn()) {
            samples.restore(checkpoint.fact("sampled_curve"));
        }
        if (modes.isOn()) {
            modes.restore(checkpoint.facts().getOrDefault("mode_curve", "")); // older ones have none
        }
        return checkpoint.epoch();
    }

    /** Finishes the models' files and takes the figures. */
    private RunResult result(TrainingEnd end) throws IOException {
        if (!(end instanceof TrainingEnd.Finished)) {
            return new RunResult(
                    folder.path(),
                    end,
                    trainer.history(),
                    Optional.empty(),
                    Optional.empty(),
                    Double.NaN,
                    Map.of(),
                    trainer.bestEpoch());
        }
        Safetensors.write(folder.last(), ModelState.view(spec.network()), Map.of());
        double finalAccuracy = test().accuracy();
        Map<Integer, Double> at = new TreeMap<>();
        for (int epoch : spec.snapshots()) {
            if (epoch <= spec.plan().epochs()) {
                load(Safetensors.read(folder.snapshot(epoch)).tensors());
                at.put(epoch, test().accuracy());
            }
        }
        load(trainer.bestModel());
        Safetensors.write(folder.model(), ModelState.view(spec.network()), Map.of());
        Evaluation test = test();
        int[] labels = new int[spec.test().size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = spec.test().label(i);
        }
        return new RunResult(
                folder.path(),
                end,
                trainer.history(),
                Optional.of(test),
                Optional.of(ConfusionMatrix.of(spec.test().classes(), labels, test.predictions())),
                finalAccuracy,
                at,
                trainer.bestEpoch());
    }

    private Evaluation test() {
        return Evaluation.of(
                spec.network(),
                spec.loss(),
                spec.test(),
                spec.plan().batchSize(),
                spec.plan().evaluation());
    }

    private void load(Map<String, Tensor> model) {
        ModelState.load(spec.network(), model);
    }

    private void saveCheckpoint() {
        try {
            trainer.checkpoint()
                    .with("options", OptionsText.write(spec.options()))
                    .with("sampled_curve", samples.toCsv())
                    .with("mode_curve", modes.toCsv())
                    .save(folder.checkpoint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lastCheckpoint = System.nanoTime();
    }

    /** Writes files as training goes on, and passes everything to the display. */
    private final class Keeper implements TrainingListener {
        private final EpochLines lines;

        Keeper(EpochLines lines) {
            this.lines = lines;
        }

        @Override
        public void batchEnded(int epoch, int batch, int batches, int size, double runningLoss) {
            lines.batchEnded(epoch, batch, batches, size, runningLoss);
            views.batchEnded(epoch, batch, batches, size, runningLoss);
            samples.batchEnded(epoch, batch, batches);
            if (batch < batches && System.nanoTime() - lastCheckpoint > CHECKPOINT_NANOS) {
                saveCheckpoint();
            }
        }

        @Override
        public void epochEnded(Trainer same, History.Epoch epoch) {
            lines.epochEnded(same, epoch);
            views.epochEnded(same, epoch);
            modes.epochEnded(epoch);
            try {
                if (spec.snapshots().contains(epoch.epoch())) {
                    Safetensors.write(folder.snapshot(epoch.epoch()), ModelState.view(spec.network()), Map.of());
                }
                writeCurves();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            saveCheckpoint();
        }

        @Override
        public void note(String text) {
            lines.note(text);
        }
    }
}
