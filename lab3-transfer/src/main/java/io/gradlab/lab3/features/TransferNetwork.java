package io.gradlab.lab3.features;

import io.gradlab.cli.UserError;
import io.gradlab.nn.data.Batch;
import io.gradlab.nn.data.Batches;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Subset;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.layer.AdaptiveAveragePool2d;
import io.gradlab.nn.layer.BatchNorm2d;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A pretrained network made ready for a new task, in two pieces: {@code frozen}, whose answers are cached, and {@code
 * trained}, which starts from them. All layers keep the names that they have in the whole.
 *
 * @param frozen {@code [N, 3, H, W]} to what is cached
 * @param trained what is cached to logits {@code [N, outputs]}
 */
public record TransferNetwork(Sequential frozen, Sequential trained) {
    private static final String FEATURES = "features";
    private static final String POOL = "avgpool";
    private static final String SCALING = "scaling";
    private static final String FLATTEN = "flatten";
    private static final String CLASSIFIER = "classifier";
    private static final int VGG_POOLED = 7;
    private static final int STATISTICS_SAMPLES = 2_000;
    private static final int BATCH = 100;

    /**
     * Cuts a network.
     *
     * @param unfrozen how many of the last blocks are trained too, below all of them
     */
    public static TransferNetwork of(Backbone backbone, int unfrozen, Head head, int outputs, Seed seed) {
        if (unfrozen < 0 || unfrozen >= backbone.blocks()) {
            throw new UserError("--unfreeze " + unfrozen + ": the network has " + backbone.blocks()
                    + " blocks, and the first stays frozen; give 0 to " + (backbone.blocks() - 1));
        }
        int frozenBlocks = backbone.blocks() - unfrozen;
        SequencedMap<String, Layer> frozen = new LinkedHashMap<>();
        SequencedMap<String, Layer> trained = new LinkedHashMap<>();
        frozen.put(FEATURES, new Sequential(backbone.first(frozenBlocks)));
        if (unfrozen > 0) {
            trained.put(FEATURES, new Sequential(backbone.after(frozenBlocks)));
        }
        SequencedMap<String, Layer> rest = unfrozen > 0 ? trained : frozen;
        if (backbone.dense().isPresent()) {
            rest.put(POOL, new AdaptiveAveragePool2d(VGG_POOLED, VGG_POOLED));
            pretrainedHead(backbone.dense().get(), head.lastOnly(), rest, trained);
        } else {
            int pooled = head.pooled(backbone.maps());
            rest.put(POOL, new AdaptiveAveragePool2d(pooled, pooled));
            BatchNorm2d scaling = new BatchNorm2d(backbone.maps().dim(0));
            freeze(scaling);
            trained.put(SCALING, scaling);
            trained.put(FLATTEN, new Flatten());
            trained.put(CLASSIFIER, head.create(backbone.maps(), outputs, seed.derive("head")));
        }
        freeze(new Sequential(frozen));
        return new TransferNetwork(new Sequential(frozen), new Sequential(trained));
    }

    /** Shares VGG's own dense layers out: its last one is new, and alone to learn if so wished. */
    private static void pretrainedHead(
            Sequential dense, boolean lastOnly, SequencedMap<String, Layer> rest, SequencedMap<String, Layer> trained) {
        SequencedMap<String, Layer> kept = new LinkedHashMap<>(dense.layers());
        Map.Entry<String, Layer> last = kept.pollLastEntry();
        SequencedMap<String, Layer> learning = lastOnly ? new LinkedHashMap<>() : new LinkedHashMap<>(kept);
        learning.put(last.getKey(), last.getValue());
        (lastOnly ? rest : trained).put(FLATTEN, new Flatten());
        if (lastOnly && rest != trained) { // the first dropouts are in the cached part, where nothing is dropped
            rest.put(CLASSIFIER, new Sequential(kept));
        } else if (lastOnly) {
            freeze(new Sequential(kept));
            learning = new LinkedHashMap<>(dense.layers());
        }
        trained.put(CLASSIFIER, new Sequential(learning));
    }

    /** Returns whether the published head's dropout is inactive because its output is cached. */
    public boolean cachesDropout() {
        return frozen.layers().containsKey(CLASSIFIER);
    }

    /** Sets the scaling between features and head, if there is one, to the mean and deviation of these features. */
    public void fitScaling(Dataset features) {
        if (!(trained.layers().get(SCALING) instanceof BatchNorm2d scaling)) {
            return;
        }
        SequencedMap<String, Layer> before = new LinkedHashMap<>();
        for (Map.Entry<String, Layer> layer : trained.layers().entrySet()) {
            if (layer.getKey().equals(SCALING)) {
                break;
            }
            before.put(layer.getKey(), layer.getValue());
        }
        ChannelStatistics statistics = new ChannelStatistics();
        for (Batch batch : Batches.inOrder(Subset.first(features, STATISTICS_SAMPLES), BATCH, Transform.NONE)) {
            Tensor maps = before.isEmpty()
                    ? batch.inputs()
                    : new Sequential(before).forward(batch.inputs(), Pass.evaluation());
            statistics.add(maps.toHost());
        }
        scaling.buffers().get("running_mean").copyFrom(statistics.mean());
        scaling.buffers().get("running_var").copyFrom(statistics.variance());
    }

    /** Returns the whole network, {@code [N, 3, H, W]} to logits, of the same layers; used instead of the two pieces. */
    public Sequential whole() {
        SequencedMap<String, Layer> parts = new LinkedHashMap<>(frozen.layers());
        trained.layers().forEach((name, layer) -> parts.merge(name, layer, TransferNetwork::joined));
        return new Sequential(parts);
    }

    private static Layer joined(Layer first, Layer second) {
        SequencedMap<String, Layer> layers = new LinkedHashMap<>(((Sequential) first).layers());
        layers.putAll(((Sequential) second).layers());
        return new Sequential(layers);
    }

    private static void freeze(Layer layer) {
        for (Parameter parameter : layer.parameters()) {
            parameter.freeze(true);
        }
    }
}
