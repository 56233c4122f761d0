package io.gradlab.nn.train;

import io.gradlab.nn.data.Batch;
import io.gradlab.nn.data.Batches;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.loss.LossResult;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Trains a network: for each epoch a new order of the samples, for each batch forward, loss, backward, step; after each
 * epoch an evaluation on the validation set, by which the best model is chosen (the earliest of equals).
 *
 * <p>The same plan, data and seed give the same bits, also when training is stopped anywhere and goes on from a {@link
 * Checkpoint}.
 */
public final class Trainer {
    private final Layer network;
    private final Loss loss;
    private final Optimizer optimizer;
    private final TrainingPlan plan;
    private final Dataset training;
    private final Dataset validation;

    private final Feed feed;
    private final History history = new History();
    private final EpochProgress progress = new EpochProgress();
    private Map<String, Tensor> best = Map.of();
    private int bestEpoch; // 0 before the first epoch's end

    /** Creates a trainer of a network; the optimizer is a fresh one. */
    public Trainer(
            Layer network, Loss loss, Optimizer optimizer, TrainingPlan plan, Dataset training, Dataset validation) {
        this.network = network;
        this.loss = loss;
        this.optimizer = optimizer;
        this.plan = plan;
        this.training = training;
        this.validation = validation;
        this.feed = new Feed(network);
    }

    /**
     * Trains to the plan's last epoch.
     *
     * @param stopRequested asked after every batch; once it says true, training stops there
     */
    public TrainingEnd run(TrainingListener listener, BooleanSupplier stopRequested) {
        try (feed) {
            return runEpochs(listener, stopRequested);
        }
    }

    private TrainingEnd runEpochs(TrainingListener listener, BooleanSupplier stopRequested) {
        while (progress.epoch <= plan.epochs() && !outOfPatience()) {
            Optional<TrainingEnd> end = runEpoch(listener, stopRequested);
            if (end.isPresent()) {
                return end.get();
            }
        }
        if (progress.epoch <= plan.epochs()) {
            listener.note("no better validation accuracy for " + plan.patience() + " epochs: training ends early");
        }
        return new TrainingEnd.Finished();
    }

    /** Follows from what a checkpoint holds, so that a resumed training ends where an undisturbed one does. */
    private boolean outOfPatience() {
        return plan.patience() > 0 && progress.batch == 0 && history.epochs().size() - bestEpoch >= plan.patience();
    }

    private Optional<TrainingEnd> runEpoch(TrainingListener listener, BooleanSupplier stopRequested) {
        long start = System.nanoTime();
        int epoch = progress.epoch;
        Batches batches = batches(epoch);
        while (progress.batch < batches.count()) {
            double rate = plan.schedule().rate(epoch, (double) progress.batch / batches.count());
            Batch batch = feed.of(batches.get(progress.batch));
            double value = trainOn(batch, rate);
            if (!Double.isFinite(value)) {
                return Optional.of(new TrainingEnd.Diverged(
                        Divergence.nonFinite(epoch, progress.batch + 1, value, rate, network.parameters())));
            }
            progress.batch++;
            listener.batchEnded(
                    epoch, progress.batch, batches.count(), batch.size(), progress.lossSum / progress.samples);
            if (stopRequested.getAsBoolean()) {
                progress.seconds += secondsSince(start);
                return Optional.of(new TrainingEnd.Stopped());
            }
        }
        double trainingSeconds = progress.seconds + secondsSince(start);
        Evaluation evaluation = Evaluation.of(network, loss, validation, plan.batchSize(), plan.evaluation());
        endEpoch(evaluation, trainingSeconds, progress.seconds + secondsSince(start));
        listener.epochEnded(this, history.last());
        return judge(epoch, evaluation, listener);
    }

    /** Trains on one batch and returns its mean loss. */
    private double trainOn(Batch batch, double rate) {
        Tensor logits = network.forward(batch.inputs(), Pass.training(plan.seed(), progress.step));
        LossResult result = loss.compute(logits, batch.targets());
        if (Double.isFinite(result.value())) {
            progress.right += Kernels.of(logits).countRight(logits, batch.targets()); // a device waits here anyway
            network.backwardParameters(result.gradient());
            optimizer.step(network.parameters(), rate);
            progress.step++;
            progress.lossSum += result.value() * batch.size();
            progress.samples += batch.size();
        }
        return result.value();
    }

    private void endEpoch(Evaluation evaluation, double trainingSeconds, double seconds) {
        boolean better = bestEpoch == 0
                || evaluation.accuracy() > history.epochs().get(bestEpoch - 1).validationAccuracy();
        history.add(new History.Epoch(
                progress.epoch,
                progress.lossSum / progress.samples,
                (double) progress.right / progress.samples,
                evaluation.loss(),
                evaluation.accuracy(),
                seconds,
                progress.samples / trainingSeconds));
        if (better) {
            bestEpoch = progress.epoch;
            best = ModelState.copy(network);
        }
        progress.nextEpoch();
    }

    private Optional<TrainingEnd> judge(int epoch, Evaluation evaluation, TrainingListener listener) {
        int classes = validation.classes();
        if (!Double.isFinite(evaluation.loss())) {
            double rate = plan.schedule().rate(epoch, 0);
            return Optional.of(new TrainingEnd.Diverged(
                    Divergence.nonFinite(epoch, 0, evaluation.loss(), rate, network.parameters())));
        }
        Evaluation samples = evaluation.without(loss.penalty());
        if (Divergence.stuck(samples, classes)) {
            double rate = plan.schedule().rate(epoch, 0);
            return Optional.of(new TrainingEnd.Diverged(Divergence.oneClass(epoch, samples, classes, rate)));
        }
        if (samples.loss() >= 0.995 * Math.log(classes)) {
            listener.note("epoch " + epoch + ": a plateau, the loss is still that of guessing; going on");
        }
        return Optional.empty();
    }

    private Batches batches(int epoch) {
        int[] order = plan.seed().stream("shuffle", epoch).permutation(training.size());
        return new Batches(training, plan.batchSize(), order, plan.training(), plan.seed(), epoch);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Returns the network as it is now. */
    public Layer network() {
        return network;
    }

    /** Returns the epochs that have ended. */
    public History history() {
        return history;
    }

    /** Returns the epoch with the best validation accuracy, the earliest of equals; 0 before the first epoch's end. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** Returns the network's tensors after {@link #bestEpoch}; empty before the first epoch's end. */
    public Map<String, Tensor> bestModel() {
        return best;
    }

    /** Returns all that is needed to go on from here, as copies or views valid until training goes on. */
    public Checkpoint checkpoint() {
        return Checkpoint.of(network, optimizer, progress, history, bestEpoch, best);
    }

    /** Goes on from a checkpoint of a trainer with the same network, plan and data. */
    public void restore(Checkpoint checkpoint) {
        checkpoint.restore(network, optimizer, progress, history);
        best = checkpoint.bestModel();
        bestEpoch = checkpoint.bestEpoch();
    }
}
