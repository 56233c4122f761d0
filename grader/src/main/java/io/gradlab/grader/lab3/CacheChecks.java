package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.HalfOracle;
import io.gradlab.nn.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Task 3.8. */
@Task(id = "3.8", title = "feature cache", points = 8)
public class CacheChecks {

    @Check(value = "key", points = 2, rank = 1)
    void key(Bench bench) {
        key(bench, "vgg16", "resize 64, crop 56", "fashion-mnist");
        key(bench, "größe", "", "digits " + bench.seed().value());
    }

    @Check(value = "float16", points = 2, rank = 2)
    void half(Bench bench) {
        toHalf(bench, bench.gaussians("numbers", 5, 7));
        toHalf(bench, bench.gaussians("column", 6, 1));
        toHalf(
                bench,
                Tensor.vector(0, 1, -2, 0.1f, -0.33f, 1000.3f, 65504, 2049, 2051, 3e-5f, 4e-7f, -1e-6f)
                        .reshape(3, 4));
    }

    @Check(value = "numbers too large for float16", points = 0.75, rank = 3)
    void tooLarge(Bench bench) {
        toHalf(bench, Tensor.vector(1e5f, -7e4f, 65520, -3e38f, 65504, -65504).reshape(2, 3));
    }

    @Check(value = "back from float16", points = 1, rank = 4)
    void backFromHalf(Bench bench) {
        for (int samples : new int[] {1, 4, 12}) {
            byte[] bytes = new byte[24];
            DoubleTensor expected = DoubleTensor.zeros(samples, 12 / samples);
            DoubleTensor exchanged = DoubleTensor.zeros(samples, 12 / samples);
            for (int i = 0; i < 12; i++) {
                int bits = HalfOracle.bits(10 * bench.gaussians("half", 12).data()[i]);
                bytes[2 * i] = (byte) bits;
                bytes[2 * i + 1] = (byte) (bits >> 8);
                expected.data()[i] = HalfOracle.value(bits);
                exchanged.data()[i] = Float.float16ToFloat(Short.reverseBytes((short) bits));
            }
            bench.compare(
                    "numbers",
                    Calls.tensor(bench, "fromHalf", Value.of(bytes), Value.of(samples)),
                    expected,
                    List.of(new Misconception("the two bytes of each number were read in the wrong order", exchanged)));
        }
    }

    @Check(value = "computes once", points = 2, rank = 5)
    void computesOnce(Bench bench) {
        NetworkCase base = NetworkCase.random(bench, "base", "conv 2 3x3 pad 1, relu, flatten", 1, 3, 3);
        Tensor images = bench.gaussians("images", 4, 1, 3, 3);
        Tensor kept = bench.gaussians("kept", 4, 18);
        Map<String, Tensor> cache = new LinkedHashMap<>();
        cache.put("another key", kept);
        Answer miss = find(bench, cache, "key", base, images);
        bench.compare(
                "features that the cache does not have",
                bench.tensor(miss, "result"),
                base.forward(images),
                List.of(new Misconception("what lies under another key was taken", DoubleTensor.of(kept))));
        Map<String, Tensor> after = miss.tensors("argument.0");
        bench.require(
                after.containsKey("key"),
                "features that were computed are not in the cache afterwards, so they are computed again each time.");
        bench.compare("features in the cache", DoubleTensor.of(after.get("key")), base.forward(images), List.of());
        bench.require(after.containsKey("another key"), "what lay in the cache under another key is gone.");
        cache.put("key", kept);
        bench.compare(
                "features that the cache has",
                bench.tensor(find(bench, cache, "key", base, images), "result"),
                DoubleTensor.of(kept),
                List.of(new Misconception("they were computed although the cache has them", base.forward(images))));
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 6)
    void onlyReadsItsArguments(Bench bench) {
        Calls.onlyReads(bench, "features", bench.gaussians("read only", 2, 3), "toHalf");
    }

    private static Answer find(Bench bench, Map<String, Tensor> cache, String key, NetworkCase base, Tensor images) {
        return Calls.ask(
                bench,
                "cached",
                Value.of(cache),
                new Value.Text(key),
                base.value(),
                Value.of(images),
                Value.Parts.CORE);
    }

    private static void key(Bench bench, String weights, String preprocessing, String data) {
        String actual = ask(bench, weights, preprocessing, data);
        String expected = sha(weights + "\n" + preprocessing + "\n" + data + "\n");
        if (actual.equals(expected)) {
            return;
        }
        String likeness = likeness(actual, weights, preprocessing, data);
        bench.require(
                false,
                "the key of \"" + weights + "\", \"" + preprocessing + "\" and \"" + data + "\" is " + actual
                        + ", expected " + expected + likeness + ".");
    }

    private static String likeness(String actual, String weights, String preprocessing, String data) {
        Map<String, String> guesses = new LinkedHashMap<>();
        guesses.put("the preprocessing is not in the key", weights + "\n" + data + "\n");
        guesses.put("the weights are not in the key", preprocessing + "\n" + data + "\n");
        guesses.put("the data is not in the key", weights + "\n" + preprocessing + "\n");
        guesses.put(
                "the texts follow each other without line feeds, so that \"ab\", \"c\" and \"a\", \"bc\" have the same"
                        + " key",
                weights + preprocessing + data);
        guesses.put("the last line feed is missing", weights + "\n" + preprocessing + "\n" + data);
        for (Map.Entry<String, String> guess : guesses.entrySet()) {
            if (actual.equals(sha(guess.getValue()))) {
                return ": it looks as if " + guess.getKey();
            }
        }
        return actual.equals(
                        sha(weights + "\n" + preprocessing + "\n" + data + "\n").toUpperCase(Locale.ROOT))
                ? ": it looks as if the digits are upper case"
                : "";
    }

    private static String ask(Bench bench, String weights, String preprocessing, String data) {
        return Calls.ask(
                        bench, "cacheKey", new Value.Text(weights), new Value.Text(preprocessing), new Value.Text(data))
                .text("result");
    }

    private static String sha(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void toHalf(Bench bench, Tensor numbers) {
        byte[] actual = Calls.ask(bench, "toHalf", Value.of(numbers)).bytes("result");
        bench.compareExactly(
                "bytes",
                unsigned(actual),
                bytes(numbers, HalfOracle::bits, false),
                List.of(
                        new Misconception(
                                "the two bytes of each number are in the wrong order; the lower comes first",
                                bytes(numbers, HalfOracle::bits, true)),
                        new Misconception(
                                "the last bits were cut off; a number is rounded to the nearest float16",
                                bytes(
                                        numbers,
                                        x -> HalfOracle.bits(Math.clamp(x, -65504.0, 65504.0), Math::floor),
                                        false)),
                        new Misconception(
                                "numbers beyond ±65504 became infinite",
                                bytes(numbers, x -> HalfOracle.bits(x, Math::rint), false))));
    }

    private interface Bits {
        int of(double x);
    }

    private static DoubleTensor bytes(Tensor numbers, Bits bits, boolean upperFirst) {
        DoubleTensor bytes = DoubleTensor.zeros(2 * numbers.size());
        for (int i = 0; i < bytes.data().length; i++) {
            int half = bits.of(numbers.data()[i / 2]);
            bytes.data()[i] = (i % 2 == 0) == upperFirst ? half >> 8 : half & 0xFF;
        }
        return bytes;
    }

    private static DoubleTensor unsigned(byte[] bytes) {
        DoubleTensor numbers = DoubleTensor.zeros(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            numbers.data()[i] = bytes[i] & 0xFF;
        }
        return numbers;
    }
}
