package io.gradlab.course;

import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A dense head on the frozen first blocks of a small network of VGG's kind, {@code [N, 3, 16, 16]} to K classes. The
 * features are computed once; what is trained is the head alone.
 */
public final class TransferClassifier {
    /** The blocks of the pretrained network. */
    public static final int BLOCKS = 3;

    /** One image. */
    public static final Shape IMAGE = Shape.of(3, 16, 16);

    private static final int[] FILTERS = {8, 16, 32};

    private final TransferConfig config;
    private final int classes;
    private final Sequential base;
    private final Sequential head;

    /**
     * Creates a classifier with an untrained head.
     *
     * @param pretrained the base's tensors by name, as {@link #base} names them; more are left alone
     */
    public TransferClassifier(TransferConfig config, Map<String, Tensor> pretrained, int classes) {
        this.config = config;
        this.classes = classes;
        this.base = base(config.blocks());
        base.parameters().forEach(parameter -> {
            parameter.value().copyFrom(pretrained.get(parameter.name()));
            parameter.freeze(true);
        });
        this.head = NetworkText.parse(
                "dense " + classes,
                base.outputShape(IMAGE.prepend(1)).withoutFirst(),
                Initialization.XAVIER,
                config.seed().derive("head"));
    }

    /** Returns an untrained base of the first blocks, images to rows of features; layer {@code convB} is block B's. */
    public static Sequential base(int blocks) {
        SequencedMap<String, Layer> layers = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (int block = 0; block < blocks; block++) {
            text.append("conv")
                    .append(block + 1)
                    .append(": conv ")
                    .append(FILTERS[block])
                    .append(" 3x3 pad 1, relu, maxpool 2, ");
        }
        if (blocks == 0) {
            layers.put("flatten", new Flatten());
            return new Sequential(layers);
        }
        return NetworkText.parse(text + "flatten", IMAGE, Initialization.HE, new Seed(blocks));
    }

    /**
     * Returns the multiplications of one image's way through the blocks.
     *
     * @param blocks 0 to {@value #BLOCKS}
     */
    public static long baseMultiplications(int blocks) {
        long sum = 0;
        int channels = IMAGE.dim(0);
        int area = IMAGE.dim(1) * IMAGE.dim(2);
        for (int block = 0; block < blocks; block++) {
            sum += 9L * channels * FILTERS[block] * area;
            channels = FILTERS[block];
            area /= 4;
        }
        return sum;
    }

    /** Returns the numbers of one image's features, {@code blocks} blocks up. */
    public static int features(int blocks) {
        return base(blocks).outputShape(IMAGE.prepend(1)).dim(1);
    }

    /** Trains the head on images {@code [N, 3, 16, 16]} with labels 0 .. K - 1; what it returns is this. */
    public TransferClassifier fit(Tensor images, int[] labels) {
        Tensor features = base.forward(images, Pass.evaluation()).copy();
        Adam adam = new Adam();
        long step = 0;
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            int[] order = config.seed().stream("shuffle", epoch).permutation(labels.length);
            for (int from = 0; from < order.length; from += config.batchSize()) {
                int[] rows = Arrays.copyOfRange(order, from, Math.min(order.length, from + config.batchSize()));
                Tensor targets = Tensor.zeros(rows.length, classes);
                for (int i = 0; i < rows.length; i++) {
                    targets.data()[i * classes + labels[rows[i]]] = 1;
                }
                Tensor logits = head.forward(rows(features, rows), Pass.training(config.seed(), step++));
                head.backwardParameters(
                        new CrossEntropy().compute(logits, targets).gradient());
                adam.step(head.parameters(), config.learningRate());
            }
        }
        return this;
    }

    /** Returns the most probable class of each image. */
    public int[] predict(Tensor images) {
        Tensor logits = head.forward(base.forward(images, Pass.evaluation()), Pass.evaluation());
        int[] predictions = new int[logits.dim(0)];
        for (int n = 0; n < predictions.length; n++) {
            for (int k = 1; k < classes; k++) {
                predictions[n] = logits.at(n, k) > logits.at(n, predictions[n]) ? k : predictions[n];
            }
        }
        return predictions;
    }

    private static Tensor rows(Tensor features, int[] rows) {
        int length = features.dim(1);
        Tensor chosen = Tensor.zeros(rows.length, length);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(features.data(), rows[i] * length, chosen.data(), i * length, length);
        }
        return chosen;
    }
}
