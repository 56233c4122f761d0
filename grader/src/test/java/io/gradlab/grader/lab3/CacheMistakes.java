package io.gradlab.grader.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What goes wrong when features are kept. */
final class CacheMistakes {

    private CacheMistakes() {}

    static List<Mistake> all() {
        return List.of(
                key(
                        "key: no preprocessing",
                        (w, _, d) -> sha(w + "\n" + d + "\n"),
                        "the preprocessing is not in the key"),
                key("key: no weights", (_, p, d) -> sha(p + "\n" + d + "\n"), "the weights are not in the key"),
                key("key: no data", (w, p, _) -> sha(w + "\n" + p + "\n"), "the data is not in the key"),
                key("key: no line feeds", (w, p, d) -> sha(w + p + d), "without line feeds"),
                key(
                        "key: no last line feed",
                        (w, p, d) -> sha(w + "\n" + p + "\n" + d),
                        "the last line feed is missing"),
                key(
                        "key: upper case",
                        (w, p, d) -> sha(w + "\n" + p + "\n" + d + "\n").toUpperCase(Locale.ROOT),
                        "the digits are upper case"),
                half("float16: big endian", CacheMistakes::exchanged, "the lower comes first"),
                bits("float16: cut off", x -> cut(Math.clamp(x, -65504, 65504)), "the last bits were cut off"),
                bits("float16: infinite", Float::floatToFloat16, "numbers beyond ±65504 became infinite"),
                back(),
                cached("cache: anything", false, "what lies under another key was taken"),
                cached("cache: always computes", true, "they were computed although the cache has them"));
    }

    private interface Key {
        String of(String weights, String preprocessing, String data);
    }

    private static Mistake key(String name, Key key, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public String cacheKey(String weights, String preprocessing, String data) {
                return key.of(weights, preprocessing, data);
            }
        };
        return new Mistake(name, CacheChecks.class, lab, says);
    }

    private static String sha(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mistake half(String name, UnaryOperator<byte[]> wrong, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public byte[] toHalf(Tensor features) {
                return wrong.apply(super.toHalf(features));
            }
        };
        return new Mistake(name, CacheChecks.class, lab, says);
    }

    private interface Bits {
        short of(float x);
    }

    private static Mistake bits(String name, Bits bits, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public byte[] toHalf(Tensor features) {
                byte[] bytes = new byte[2 * features.size()];
                for (int i = 0; i < features.size(); i++) {
                    short half = bits.of(features.data()[i]);
                    bytes[2 * i] = (byte) half;
                    bytes[2 * i + 1] = (byte) (half >> 8);
                }
                return bytes;
            }
        };
        return new Mistake(name, CacheChecks.class, lab, says);
    }

    /** Returns the float16 next to x on the side of 0. */
    private static short cut(float x) {
        short half = Float.floatToFloat16(x);
        return (short) (Math.abs(Float.float16ToFloat(half)) > Math.abs(x) ? half - 1 : half);
    }

    private static Mistake back() {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor fromHalf(byte[] bytes, int samples) {
                return super.fromHalf(exchanged(bytes), samples);
            }
        };
        return new Mistake("float16: read big endian", CacheChecks.class, lab, "were read in the wrong order");
    }

    private static byte[] exchanged(byte[] bytes) {
        byte[] exchanged = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            exchanged[i] = bytes[i ^ 1];
        }
        return exchanged;
    }

    private static Mistake cached(String name, boolean always, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor cached(Map<String, Tensor> cache, String key, Sequential base, Tensor images, Lab3 parts) {
                if (!always) {
                    return cache.values().iterator().next();
                }
                cache.put(key, parts.features(base, images, 100));
                return cache.get(key);
            }
        };
        return new Mistake(name, CacheChecks.class, lab, says);
    }
}
