package io.gradlab.cli.bench;

import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that {@code gradlab bench} can measure, by the name that {@code --only} takes. */
final class Workloads {

    /** Whole commands, from their start; on the host alone. */
    static final String STARTUP = "startup";

    /** Takes seconds a step on the host; measured only when it is named, or on a GPU. */
    static final String VGG16_TRAIN = "vgg16-train";

    /** Slow on purpose, for reading; measured only when it is named. */
    static final String LADDER = "ladder";

    private Workloads() {}

    static Map<String, List<Workload>> all() {
        Map<String, List<Workload>> all = new LinkedHashMap<>();
        all.put("sgemm", List.of(new SgemmWorkload()));
        all.put("conv", ConvWorkload.all());
        add(
                all,
                NetworkWorkload.training(
                        "mlp-train", BenchNetworks.MLP, Shape.of(1, 28, 28), 32, 1.052e6, Sgd::new, 0.1));
        add(
                all,
                NetworkWorkload.training(
                        "mnist-l2-train", BenchNetworks.MNIST, Shape.of(1, 28, 28), 100, 82.05e6, Adam::new, 1e-4));
        add(
                all,
                NetworkWorkload.training(
                        "cifar-deep-train", BenchNetworks.CIFAR, Shape.of(3, 32, 32), 64, 824.6e6, Adam::new, 1e-3));
        add(all, NetworkWorkload.forward("vgg16-forward", BenchNetworks.VGG16, Shape.of(3, 224, 224), 8, 30.94e9));
        add(
                all,
                NetworkWorkload.training(
                        VGG16_TRAIN, BenchNetworks.VGG16, Shape.of(3, 224, 224), 8, 92.65e9, Sgd::new, 1e-4));
        all.put("elementwise", ElementWiseWorkload.all());
        all.put(STARTUP, StartupWorkload.all());
        all.put(LADDER, Place.device() == Device.CPU ? LadderWorkload.all() : GpuLadderWorkload.all());
        return all;
    }

    private static void add(Map<String, List<Workload>> all, Workload workload) {
        all.put(workload.name(), List.of(workload));
    }
}
