package io.gradlab.course.core;

import io.gradlab.course.WeightFit;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Weights by name, and features in a cache. */
final class CoreWeights {
    private static final float LARGEST_HALF = 65504;

    private CoreWeights() {}

    static WeightFit fit(Map<String, Tensor> network, Map<String, Tensor> file, String head) {
        return new WeightFit(
                names(network, head, name -> !file.containsKey(name)),
                names(file, head, name -> !network.containsKey(name)),
                names(
                        network,
                        head,
                        name -> file.containsKey(name)
                                && !file.get(name)
                                        .shape()
                                        .equals(network.get(name).shape())));
    }

    private static List<String> names(Map<String, Tensor> tensors, String head, Predicate<String> wanted) {
        return tensors.keySet().stream()
                .filter(name -> head.isEmpty() || !name.startsWith(head))
                .filter(wanted)
                .toList();
    }

    static Map<String, Tensor> load(Map<String, Tensor> network, Map<String, Tensor> file, String head) {
        WeightFit fit = fit(network, file, head);
        Stream.of(fit.missing(), fit.extra(), fit.misshapen())
                .flatMap(List::stream)
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("The file's " + name + " does not fit the network");
                });
        Map<String, Tensor> loaded = new LinkedHashMap<>(network);
        names(network, head, _ -> true)
                .forEach(name -> loaded.put(name, file.get(name).copy()));
        return loaded;
    }

    static Map<String, Tensor> newHead(Map<String, Tensor> weights, String layer, int classes, Seed seed) {
        Map<String, Tensor> replaced = new LinkedHashMap<>(weights);
        Shape shape = weights.get(layer + ".weight").shape().withFirst(classes);
        replaced.put(layer + ".weight", seed.stream("head").gaussians(shape, 0.01));
        replaced.put(layer + ".bias", Tensor.zeros(classes));
        return replaced;
    }

    static String key(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    static byte[] toHalf(Tensor features) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * features.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (float x : features.data()) {
            bytes.putShort(Float.floatToFloat16(Math.clamp(x, -LARGEST_HALF, LARGEST_HALF)));
        }
        return bytes.array();
    }

    static Tensor fromHalf(byte[] bytes, int samples) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Tensor features = Tensor.zeros(samples, bytes.length / 2 / samples);
        for (int i = 0; i < features.size(); i++) {
            features.data()[i] = Float.float16ToFloat(buffer.getShort(2 * i));
        }
        return features;
    }
}
