package io.gradlab.solutions.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Task 3.8: features are computed once and kept, in half the space, under a name that says what they depend on. */
public final class FeatureCache {
    private static final int BATCH = 100;
    private static final float LARGEST = 65504; // of float16

    /**
     * Returns SHA-256, as 64 lower-case hexadecimal digits, of the three texts in this order, each followed by a line feed,
     * in UTF-8. Whatever changes the features must change the key.
     *
     * @param weights which weights, for example a checksum of their file
     * @param preprocessing for example {@code resize 64, crop 56, torchvision}
     * @param data which images
     */
    public String key(String weights, String preprocessing, String data) {
        // BEGIN SOLUTION 3.8
        String all = weights + "\n" + preprocessing + "\n" + data + "\n";
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
        // END SOLUTION
    }

    /**
     * Writes numbers as float16, two bytes each, little endian, rounded to the nearest ({@link Float#floatToFloat16}).
     * Beyond ±65504, the largest of float16, that becomes infinite; write ±65504 instead.
     */
    public byte[] toHalf(Tensor features) {
        // BEGIN SOLUTION 3.8
        ByteBuffer bytes = ByteBuffer.allocate(2 * features.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (float feature : features.data()) {
            bytes.putShort(Float.floatToFloat16(Math.clamp(feature, -LARGEST, LARGEST)));
        }
        return bytes.array();
        // END SOLUTION
    }

    /**
     * Reads what {@link #toHalf} wrote.
     *
     * @param samples N, how many rows
     * @return {@code [N, D]}, D as many as there are
     */
    public Tensor fromHalf(byte[] bytes, int samples) {
        // BEGIN SOLUTION 3.8
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Tensor features = Tensor.zeros(samples, bytes.length / 2 / samples);
        for (int i = 0; i < features.size(); i++) {
            features.data()[i] = Float.float16ToFloat(buffer.getShort());
        }
        return features;
        // END SOLUTION
    }

    /**
     * Returns the features that the cache holds under the key. If there are none, computes them by {@code parts.features} in
     * batches of {@value #BATCH} images, and puts them there.
     */
    public Tensor find(Map<String, Tensor> cache, String key, Sequential base, Tensor images, Lab3 parts) {
        // BEGIN SOLUTION 3.8
        Tensor found = cache.get(key);
        if (found == null) {
            found = parts.features(base, images, BATCH);
            cache.put(key, found);
        }
        return found;
        // END SOLUTION
    }
}
