package io.gradlab.lab2.analysis;

import io.gradlab.cli.UserError;
import io.gradlab.nn.data.Batch;
import io.gradlab.nn.data.Batches;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A layer's outputs for samples, before any activation that follows.
 *
 * @param layer its name
 * @param vectors [sample][unit]
 */
record Embedding(String layer, float[][] vectors) {
    private static final int BATCH = 250;

    /**
     * Returns the outputs of the layer that {@code --layer} names for all test samples.
     *
     * @throws UserError if the network has no such layer; the message lists those that it has
     */
    static Embedding of(TrainedRun run, AnalysisOptions options) {
        Dataset test = run.test();
        String layer = layer(LayerOutputs.each(run.network(), run.input(0)), options);
        float[][] vectors = new float[test.size()][];
        int at = 0;
        for (Batch batch : Batches.inOrder(test, BATCH, run.spec().plan().evaluation())) {
            Tensor output = LayerOutputs.each(run.network(), batch.inputs()).stream()
                    .filter(one -> one.name().equals(layer))
                    .findFirst()
                    .orElseThrow()
                    .output();
            int width = output.size() / batch.size();
            for (int row = 0; row < batch.size(); row++) {
                vectors[at] = new float[width];
                System.arraycopy(output.data(), row * width, vectors[at++], 0, width);
            }
        }
        return new Embedding(layer, vectors);
    }

    int width() {
        return vectors[0].length;
    }

    private static String layer(List<LayerOutputs.Output> layers, AnalysisOptions options) {
        if (options.layer().isEmpty()) {
            return lastHidden(layers);
        }
        String wanted = options.layer().get();
        if (layers.stream().noneMatch(layer -> layer.name().equals(wanted))) {
            throw new UserError("--layer " + wanted + ": there is no such layer; there are "
                    + layers.stream().map(LayerOutputs.Output::name).collect(Collectors.joining(", ")));
        }
        return wanted;
    }

    private static String lastHidden(List<LayerOutputs.Output> layers) {
        List<String> dense = layers.stream()
                .filter(layer -> isDense(layer.layer()))
                .map(LayerOutputs.Output::name)
                .toList();
        if (dense.size() < 2) {
            throw new UserError("--layer: the network has no hidden dense layer; name the layer to take, one of "
                    + layers.stream().map(LayerOutputs.Output::name).collect(Collectors.joining(", ")));
        }
        return dense.get(dense.size() - 2);
    }

    private static boolean isDense(Layer layer) {
        return layer instanceof Dense;
    }
}
