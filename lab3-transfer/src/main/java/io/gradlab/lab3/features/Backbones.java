package io.gradlab.lab3.features;

import io.gradlab.cli.UserError;
import io.gradlab.lab3.vgg.SmallVgg;
import io.gradlab.lab3.vgg.Vgg;
import io.gradlab.lab3.vgg.VggFit;
import io.gradlab.lab3.weights.NetworkWeights;
import io.gradlab.lab3.weights.WeightFile;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.NetworkSummary;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.train.ModelState;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Makes networks of files of weights. */
public final class Backbones {
    private static final int ALL_DENSE = 3;
    private static final String LAST = "classifier.6";

    private Backbones() {}

    /**
     * Returns as many whole blocks of a VGG as the file has; with its dense layers if all of them are there.
     *
     * @param image the shape of one image, {@code [3, H, W]}
     * @param outputs units of the new last layer
     * @param blocks 1 or more; 0 for all that the file has
     * @throws UserError if the file fits no VGG, has not as many blocks, or does not say its convention
     */
    public static Backbone vgg(WeightFile file, Shape image, int outputs, int blocks, Seed seed) {
        VggFit fit = VggFit.best(file.tensors().tensors())
                .orElseThrow(() -> new UserError(
                        file.path() + " fits no VGG network; see ./gradlab weights check " + file.path()));
        int there = wholeBlocks(fit, image);
        int wanted = checkedBlocks(blocks, there, file.path().toString());
        NetworkText text = fit.network().features(image, wanted);
        Sequential features = text.create(Initialization.ZERO, seed);
        boolean dense = fit.hasAllFeatures() && fit.dense() == ALL_DENSE && wanted == there;
        Sequential classifier = dense
                ? fit.network().classifier(Vgg.HIDDEN, outputs).create(Initialization.HE, seed.derive("classifier"))
                : new Sequential(new LinkedHashMap<>());
        SequencedMap<String, Layer> parts = new LinkedHashMap<>();
        parts.put("features", features);
        parts.put("classifier", classifier);
        load(new Sequential(parts), file);
        return new Backbone(
                fit.network().label() + ", " + wanted + " of 5 blocks",
                features,
                wanted,
                image,
                file.requireConvention(),
                dense ? Optional.of(classifier) : Optional.empty());
    }

    /**
     * Returns the small VGG's first blocks, as the project ships them or at random.
     *
     * @param image the shape of one image, {@code [3, H, W]}
     * @param blocks 1 to 4; 0 for all
     * @param pretrained whether with the weights learned on CIFAR-10
     */
    public static Backbone small(Shape image, int blocks, boolean pretrained, Seed seed) {
        int wanted = checkedBlocks(blocks, SmallVgg.BLOCKS, "the small VGG");
        Sequential features = SmallVgg.features(image, wanted).create(Initialization.HE, seed.derive("features"));
        SequencedMap<String, Layer> parts = new LinkedHashMap<>();
        parts.put("features", features);
        if (pretrained) {
            try (WeightFile file = EmbeddedWeights.open()) {
                load(new Sequential(parts), file);
            }
        }
        return new Backbone(
                "small VGG, " + wanted + " of 4 blocks, " + (pretrained ? "pretrained on CIFAR-10" : "random weights"),
                features,
                wanted,
                image,
                EmbeddedWeights.CONVENTION,
                Optional.empty());
    }

    private static void load(Sequential network, WeightFile file) {
        Set<String> own = ModelState.view(network).keySet();
        NetworkWeights.load(network, file, name -> own.contains(name) && !name.startsWith(LAST));
    }

    private static int checkedBlocks(int wanted, int there, String whose) {
        if (there == 0) {
            throw new UserError(whose + " has no whole block of convolutions; see ./gradlab weights check " + whose);
        }
        if (wanted < 0 || wanted > there) {
            throw new UserError(
                    "--blocks " + wanted + ": " + whose + " has " + there + " whole blocks; give 1 to " + there);
        }
        return wanted == 0 ? there : wanted;
    }

    private static int wholeBlocks(VggFit fit, Shape image) {
        int blocks = 0;
        while (blocks < 5 && convolutions(fit.network(), image, blocks + 1) <= fit.convolutions()) {
            blocks++;
        }
        return blocks;
    }

    private static int convolutions(Vgg network, Shape image, int blocks) {
        int count = 0;
        for (NetworkSummary.Row row : network.features(image, blocks).summary().rows()) {
            count += row.layer().startsWith("Conv2d") ? 1 : 0;
        }
        return count;
    }
}
