package io.gradlab.lab3.visualize;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.lab3.features.Backbone;
import io.gradlab.lab3.features.Backbones;
import io.gradlab.lab3.features.EmbeddedWeights;
import io.gradlab.lab3.features.Head;
import io.gradlab.lab3.features.TransferNetwork;
import io.gradlab.lab3.vgg.SmallVgg;
import io.gradlab.lab3.vgg.Vgg;
import io.gradlab.lab3.vgg.VggFit;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.lab3.weights.NetworkWeights;
import io.gradlab.lab3.weights.WeightFile;
import io.gradlab.lab3.weights.WeightFolder;
import io.gradlab.nn.data.ClassNames;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.train.ModelState;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** Makes the networks that can be looked into. */
record Subjects(DataFolder data, Optional<Integer> size) {
    private static final int BUILT_IN_SIZE = 32;
    private static final int VGG_SIZE = 224;
    private static final int IMAGENET = 1000;
    private static final int ALL_DENSE = 3;
    private static final int CLASSES = 10;

    /** Returns the built-in small VGG with its classifier for CIFAR-10. */
    Subject builtIn() {
        int side = size.orElse(BUILT_IN_SIZE);
        Sequential network = SmallVgg.create(image(side), CLASSES, Initialization.ZERO, new Seed(1));
        try (WeightFile file = EmbeddedWeights.open()) {
            NetworkWeights.load(network, file, name -> true);
            return new Subject(
                    "the built-in " + EmbeddedWeights.NAME,
                    network,
                    file.requireConvention(),
                    ClassNames.CIFAR_10,
                    side);
        }
    }

    /** Returns a VGG with a file's weights: all of it, or the whole blocks that are there. */
    Subject ofWeights(String weights, Optional<String> convention) {
        int side = size.orElse(VGG_SIZE);
        try (WeightFile file = open(weights, convention)) {
            Optional<VggFit> fit = VggFit.best(file.tensors().tensors());
            if (fit.isPresent() && fit.get().hasAllFeatures() && fit.get().dense() == ALL_DENSE) {
                Vgg vgg = fit.get().network();
                Sequential network = vgg.create(image(side), IMAGENET, Initialization.ZERO, new Seed(1));
                NetworkWeights.load(network, file, name -> true);
                return new Subject(vgg.label(), network, file.requireConvention(), numbers(IMAGENET), side);
            }
            Backbone backbone = Backbones.vgg(file, image(side), CLASSES, 0, new Seed(1));
            SequencedMap<String, Layer> parts = new LinkedHashMap<>();
            parts.put("features", backbone.features());
            return new Subject(backbone.label(), new Sequential(parts), backbone.convention(), List.of(), side);
        }
    }

    /** Returns the network of a finished transfer, frozen and trained layers together. */
    Subject ofRun(Path folder) {
        PastRun run = PastRun.read(folder);
        if (!run.experiment().startsWith("fashion-vgg")) {
            throw new UserError("--run " + folder + ": a run of " + run.experiment()
                    + ", which is no transfer; name one of fashion-vgg or fashion-vgg-small");
        }
        int side = size.orElse(number(run, "--size"));
        Seed seed = new Seed(number(run, "--seed"));
        Backbone backbone = backbone(run, side, seed);
        TransferNetwork network = TransferNetwork.of(backbone, number(run, "--unfreeze"), head(run), CLASSES, seed);
        Path model = folder.resolve("model.safetensors");
        try {
            ModelState.load(network.trained(), Safetensors.read(model).tensors());
        } catch (IllegalArgumentException e) {
            throw new UserError(model + ": " + e.getMessage(), e);
        }
        List<String> classes = run.data().startsWith("Fashion-MNIST") ? ClassNames.FASHION : numbers(CLASSES);
        return new Subject("the network of " + folder, network.whole(), backbone.convention(), classes, side);
    }

    private Backbone backbone(PastRun run, int side, Seed seed) {
        int blocks = number(run, "--blocks");
        if (run.option("--weights").isEmpty()) {
            return Backbones.small(image(side), blocks, run.option("--features").equals("pretrained"), seed);
        }
        Optional<String> convention = Optional.of(run.option("--convention")).filter(name -> !name.isEmpty());
        try (WeightFile file = open(run.option("--weights"), convention)) {
            return Backbones.vgg(file, image(side), CLASSES, blocks, seed);
        }
    }

    private static Head head(PastRun run) {
        boolean own = !run.option("--hidden").isEmpty();
        return new Head(
                run.option("--train-head").equals("last"),
                own ? number(run, "--hidden") : 1,
                own ? Double.parseDouble(run.option("--dropout")) : 0);
    }

    private WeightFile open(String weights, Optional<String> convention) {
        Path file = new WeightFolder(data.root().resolve("weights")).find(weights);
        return WeightFile.open(file, convention.map(Convention::of).orElse(null));
    }

    private static int number(PastRun run, String option) {
        String value = run.option(option);
        if (!value.matches("\\d{1,9}")) {
            throw new UserError("--run " + run.folder() + ": its summary has no " + option + "; train it anew");
        }
        return Integer.parseInt(value);
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static Shape image(int side) {
        return Shape.of(3, side, side);
    }
}
