package io.gradlab.peers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j, pictures as [N, C, H, W], oneDNN below. */
public final class Dl4jPeer {
    private Dl4jPeer() {}

    /** Measures; see {@link Options}. */
    public static void main(String[] arguments) {
        Options options = Options.parse(arguments);
        Nd4j.getEnvironment().setMaxThreads(options.threads());
        Nd4j.getEnvironment().setMaxMasterThreads(options.threads());
        Map<String, IntFunction<Workload>> workloads = new LinkedHashMap<>();
        workloads.put("mlp-train", _ -> training(Dl4jNetworks.mlp(), 32, 784));
        workloads.put("mnist-l2-train", _ -> training(Dl4jNetworks.mnist(), 100, 1, 28, 28));
        workloads.put("cifar-deep-train", _ -> training(Dl4jNetworks.cifar(), 64, 3, 32, 32));
        workloads.put("vgg16-forward", _ -> forward(Dl4jNetworks.vgg16(), 8, 3, 224, 224));
        Harness.run("dl4j", options, workloads);
        System.exit(0);
    }

    private static Workload training(MultiLayerConfiguration configuration, int images, int... picture) {
        MultiLayerNetwork network = initialized(configuration);
        INDArray pixels = pixels(images, picture);
        INDArray labels = Nd4j.createFromArray(Batch.oneHot(images)).reshape(images, 10);
        return Workload.of(images, parameters(network), () -> network.fit(pixels, labels));
    }

    private static Workload forward(MultiLayerConfiguration configuration, int images, int... picture) {
        MultiLayerNetwork network = initialized(configuration);
        INDArray pixels = pixels(images, picture);
        return Workload.of(images, parameters(network), () -> network.output(pixels));
    }

    /** Batch norm's running statistics count as parameters here, but are not trained. */
    private static long parameters(MultiLayerNetwork network) {
        return network.paramTable().entrySet().stream()
                .filter(entry -> !entry.getKey().matches(".*_(mean|var|log10stdev)"))
                .mapToLong(entry -> entry.getValue().length())
                .sum();
    }

    private static MultiLayerNetwork initialized(MultiLayerConfiguration configuration) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    private static INDArray pixels(int images, int... picture) {
        long[] shape = new long[picture.length + 1];
        shape[0] = images;
        int count = images;
        for (int i = 0; i < picture.length; i++) {
            shape[i + 1] = picture[i];
            count *= picture[i];
        }
        return Nd4j.createFromArray(Batch.pixels(count)).reshape(shape);
    }
}
