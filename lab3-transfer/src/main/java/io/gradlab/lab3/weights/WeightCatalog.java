package io.gradlab.lab3.weights;

import io.gradlab.cli.UserError;
import io.gradlab.nn.data.Checksum;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The public files of VGG weights, all trained on ImageNet by torchvision's authors (BSD-3-Clause). The digits in
 * torchvision's file names are the first of the file's SHA-256; none of the files was at hand to compute the rest.
 */
public final class WeightCatalog {
    private static final List<KnownWeights> ALL = List.of(
            torchvision("vgg11", "8a719046", 132_863_336),
            torchvision("vgg11_bn", "6002323d", 132_868_840),
            torchvision("vgg13", "19584684", 133_047_848),
            torchvision("vgg13_bn", "abd245e5", 133_053_736),
            torchvision("vgg16", "397923af", 138_357_544),
            torchvision("vgg16_bn", "6c64b313", 138_365_992),
            torchvision("vgg19", "dcbb9e9d", 143_667_240),
            torchvision("vgg19_bn", "c79401a0", 143_678_248),
            safetensors("vgg16", 138_357_544),
            safetensors("vgg19", 143_667_240));

    private WeightCatalog() {}

    /** Returns all files. */
    public static List<KnownWeights> all() {
        return ALL;
    }

    /** Returns the file of this name in commands, if there is one. */
    public static Optional<KnownWeights> find(String name) {
        return ALL.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /**
     * Returns the file of this name in commands.
     *
     * @throws UserError if there is none; it names them all
     */
    public static KnownWeights of(String name) {
        return find(name)
                .orElseThrow(() -> new UserError("There are no weights '" + name + "'; choose one of "
                        + ALL.stream().map(KnownWeights::name).collect(Collectors.joining(", "))));
    }

    /** Returns what is known about a file by its own name, whole or a part. */
    public static Optional<KnownWeights> byFile(String file) {
        return ALL.stream().filter(known -> known.file().equals(file)).findFirst();
    }

    private static KnownWeights torchvision(String network, String digits, long parameters) {
        String file = network + "-" + digits + ".pth";
        return new KnownWeights(
                network,
                file,
                parameters,
                Convention.TORCHVISION,
                new Checksum(digits, false),
                List.of(URI.create("https://download.pytorch.org/models/" + file)));
    }

    private static KnownWeights safetensors(String network, long parameters) {
        return new KnownWeights(
                network + "-safetensors",
                network + ".tv_in1k.safetensors",
                parameters,
                Convention.TORCHVISION,
                new Checksum("", false),
                List.of(URI.create(
                        "https://huggingface.co/timm/" + network + ".tv_in1k/resolve/main/model.safetensors")));
    }
}
