package io.gradlab.peers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** TensorFlow Java in graph mode, pictures as [N, H, W, C], oneDNN below. */
public final class TensorFlowPeer {
    private TensorFlowPeer() {}

    /** Measures; see {@link Options}. */
    public static void main(String[] arguments) {
        Map<String, IntFunction<Workload>> workloads = new LinkedHashMap<>();
        workloads.put(
                "mlp-train",
                threads -> training(
                        32, Shape.of(32, 784), threads, TensorFlowNetworks::mlp, Trainable::gradientDescent));
        workloads.put(
                "mnist-l2-train",
                threads -> training(
                        100, Shape.of(100, 28, 28, 1), threads, TensorFlowNetworks::mnist, net -> net.adam(1e-4f)));
        workloads.put(
                "cifar-deep-train",
                threads -> training(
                        64, Shape.of(64, 32, 32, 3), threads, TensorFlowNetworks::cifar, net -> net.adam(1e-3f)));
        workloads.put("vgg16-forward", TensorFlowPeer::vgg16);
        Harness.run("tensorflow-java", Options.parse(arguments), workloads);
        System.exit(0); // TensorFlow's own threads would hold the program up
    }

    private static Workload training(
            int images,
            Shape input,
            int threads,
            Function<Trainable, Operand<TFloat32>> network,
            Consumer<Trainable> optimizer) {
        Graph graph = new Graph();
        Trainable net = new Trainable(graph, input);
        net.loss(network.apply(net));
        optimizer.accept(net);
        Session session = initialized(graph, net, threads);
        TFloat32 labels = TFloat32.tensorOf(Shape.of(images, 10), DataBuffers.of(Batch.oneHot(images)));
        Session.Runner step = session.runner()
                .feed(net.pixels(), pixels(input))
                .feed(net.labels(), labels)
                .addTarget(net.step());
        return Workload.of(images, net.parameterCount(), () -> step.run().close());
    }

    private static Workload vgg16(int threads) {
        Shape input = Shape.of(8, 224, 224, 3);
        Graph graph = new Graph();
        Trainable net = new Trainable(graph, input);
        Operand<TFloat32> logits = TensorFlowNetworks.vgg16(net);
        Session session = initialized(graph, net, threads);
        Session.Runner step =
                session.runner().feed(net.pixels(), pixels(input)).fetch(logits);
        return Workload.of(8, net.parameterCount(), () -> step.run().close());
    }

    private static Session initialized(Graph graph, Trainable net, int threads) {
        Session session = new Session(graph, config(threads));
        Session.Runner start = session.runner();
        net.initializers().forEach(start::addTarget);
        start.run().close();
        return session;
    }

    private static TFloat32 pixels(Shape shape) {
        return TFloat32.tensorOf(shape, DataBuffers.of(Batch.pixels((int) shape.size())));
    }

    private static ConfigProto config(int threads) {
        return ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(1)
                .build();
    }
}
