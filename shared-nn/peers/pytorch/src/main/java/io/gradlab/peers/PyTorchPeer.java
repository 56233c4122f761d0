package io.gradlab.peers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** PyTorch's C++ library through JavaCPP, pictures and weights in the channels-last form. */
public final class PyTorchPeer {
    private PyTorchPeer() {}

    /** Measures; see {@link Options}. */
    public static void main(String[] arguments) {
        Options options = Options.parse(arguments);
        torch.set_num_threads(options.threads());
        Function<TensorVector, Optimizer> sgd = parameters -> new SGD(parameters, new SGDOptions(0.1));
        Map<String, IntFunction<Workload>> workloads = new LinkedHashMap<>();
        workloads.put("mlp-train", _ -> training(new PyTorchNetworks.Mlp(), sgd, 32, 784));
        workloads.put("mnist-l2-train", _ -> training(new PyTorchNetworks.Mnist(), adam(1e-4), 100, 1, 28, 28));
        workloads.put("cifar-deep-train", _ -> training(new PyTorchNetworks.Cifar(), adam(1e-3), 64, 3, 32, 32));
        workloads.put("vgg16-forward", _ -> forward(new PyTorchNetworks.Vgg16(), 8, 3, 224, 224));
        Harness.run("pytorch-javacpp", options, workloads);
        System.exit(0);
    }

    private static Function<TensorVector, Optimizer> adam(double rate) {
        return parameters -> new Adam(parameters, new AdamOptions(rate));
    }

    private static Workload training(
            PyTorchNetwork network, Function<TensorVector, Optimizer> optimizerOf, int images, long... picture) {
        Tensor pixels = pixels(images, picture);
        Tensor labels = torch.tensor(Batch.labels(images));
        network.forward(pixels);
        Optimizer optimizer = optimizerOf.apply(network.parameters());
        return Workload.of(images, network.parameterCount(), () -> {
            try (PointerScope _ = new PointerScope()) {
                optimizer.zero_grad();
                torch.cross_entropy_loss(network.forward(pixels), labels).backward();
                optimizer.step();
            }
        });
    }

    private static Workload forward(PyTorchNetwork network, int images, long... picture) {
        Tensor pixels = pixels(images, picture);
        return Workload.of(images, network.parameterCount(), () -> {
            try (PointerScope _ = new PointerScope();
                    InferenceMode _ = new InferenceMode()) {
                network.forward(pixels);
            }
        });
    }

    private static Tensor pixels(int images, long... picture) {
        long[] shape = new long[picture.length + 1];
        shape[0] = images;
        int count = images;
        for (int i = 0; i < picture.length; i++) {
            shape[i + 1] = picture[i];
            count *= (int) picture[i];
        }
        Tensor pixels = torch.tensor(Batch.pixels(count)).view(shape);
        return picture.length == 3 ? pixels.contiguous(torch.MemoryFormat.ChannelsLast) : pixels;
    }
}
