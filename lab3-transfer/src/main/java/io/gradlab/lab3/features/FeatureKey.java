package io.gradlab.lab3.features;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.ModelState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What features depend on, as one short name: the network's layers and weights, the preparation, and the images.
 *
 * @param text 32 hexadecimal digits
 */
record FeatureKey(String text) {
    private static final String FORMAT = "gradlab features 1";
    private static final int BYTES = 16;

    static FeatureKey of(Layer network, Preparation preparation, Dataset images) {
        MessageDigest digest = sha256();
        add(digest, FORMAT + "\n" + network + "\n" + preparation + "\n" + images.size() + images.sampleShape());
        if (KernelRegistry.training().device() != Device.CPU) { // whose rounding is another
            add(digest, "cuda " + KernelRegistry.precision());
        }
        ModelState.view(network).forEach((name, tensor) -> {
            add(digest, name);
            add(digest, tensor.toHost());
        });
        Tensor image = Tensor.zeros(images.sampleShape());
        for (int i = 0; i < images.size(); i++) {
            images.read(i, image.data(), 0);
            add(digest, image);
        }
        return new FeatureKey(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(MessageDigest digest, Tensor tensor) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(tensor.size(), Float.BYTES));
        bytes.asFloatBuffer().put(tensor.data());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
