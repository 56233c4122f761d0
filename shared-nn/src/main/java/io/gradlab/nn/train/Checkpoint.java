package io.gradlab.nn.train;

import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.io.SafetensorsFile;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that training needs to go on as if it had never stopped: the model, the optimizer's state, the best model so
 * far, the running sums of the epoch under way, and the history. One safetensors file.
 *
 * @param tensors {@code model.NAME}, {@code optimizer.NAME} and {@code best.NAME}
 * @param facts the numbers, as exact text
 */
public record Checkpoint(Map<String, Tensor> tensors, Map<String, String> facts) {
    private static final String MODEL = "model.";
    private static final String OPTIMIZER = "optimizer.";
    private static final String BEST = "best.";

    static Checkpoint of(
            Layer network,
            Optimizer optimizer,
            EpochProgress progress,
            History history,
            int bestEpoch,
            Map<String, Tensor> best) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        ModelState.view(network).forEach((name, tensor) -> tensors.put(MODEL + name, tensor));
        optimizer.state().forEach((name, tensor) -> tensors.put(OPTIMIZER + name, tensor));
        best.forEach((name, tensor) -> tensors.put(BEST + name, tensor));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("epoch", Integer.toString(progress.epoch));
        facts.put("batch", Integer.toString(progress.batch));
        facts.put("step", Long.toString(progress.step));
        facts.put("loss_sum", Double.toHexString(progress.lossSum));
        facts.put("right", Integer.toString(progress.right));
        facts.put("samples", Integer.toString(progress.samples));
        facts.put("seconds", Double.toHexString(progress.seconds));
        facts.put("best_epoch", Integer.toString(bestEpoch));
        facts.put("history", HistoryText.write(history));
        return new Checkpoint(tensors, facts);
    }

    void restore(Layer network, Optimizer optimizer, EpochProgress progress, History history) {
        ModelState.load(network, part(MODEL));
        optimizer.restore(network.parameters(), part(OPTIMIZER));
        progress.epoch = Integer.parseInt(fact("epoch"));
        progress.batch = Integer.parseInt(fact("batch"));
        progress.step = Long.parseLong(fact("step"));
        progress.lossSum = Double.parseDouble(fact("loss_sum"));
        progress.right = Integer.parseInt(fact("right"));
        progress.samples = Integer.parseInt(fact("samples"));
        progress.seconds = Double.parseDouble(fact("seconds"));
        HistoryText.read(fact("history")).forEach(history::add);
    }

    /** Returns the epoch of the best model so far, 0 if none has ended. */
    public int bestEpoch() {
        return Integer.parseInt(fact("best_epoch"));
    }

    /** Returns the best model so far by tensor name. */
    public Map<String, Tensor> bestModel() {
        return part(BEST);
    }

    /** Returns the epoch that is under way, or that would begin next. */
    public int epoch() {
        return Integer.parseInt(fact("epoch"));
    }

    /** Returns this checkpoint with one more fact, for example the options of the run. */
    public Checkpoint with(String fact, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new Checkpoint(tensors, more);
    }

    /**
     * Returns a fact.
     *
     * @throws IllegalArgumentException if the checkpoint has none of this name
     */
    public String fact(String name) {
        String value = facts.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The checkpoint says nothing of " + name + "; it is damaged, start anew");
        }
        return value;
    }

    /** Writes the file, whole or not at all. */
    public void save(Path file) throws IOException {
        Safetensors.write(file, tensors, facts);
    }

    /** Reads a file that {@link #save} wrote. */
    public static Checkpoint read(Path file) {
        SafetensorsFile content = Safetensors.read(file);
        return new Checkpoint(content.tensors(), content.metadata());
    }

    private Map<String, Tensor> part(String prefix) {
        Map<String, Tensor> part = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), tensor);
            }
        });
        return part;
    }
}
