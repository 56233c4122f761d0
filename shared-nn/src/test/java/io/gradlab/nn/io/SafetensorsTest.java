package io.gradlab.nn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void writesExactlyTheseBytes() throws IOException {
        Path file = folder.resolve("one.safetensors");

        Safetensors.write(file, Map.of("b", Tensor.vector(1f, -2f)), Map.of("k", "v"));

        byte[] header =
                "{\"__metadata__\":{\"k\":\"v\"},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} "
                        .getBytes();
        assertThat(header.length % 8).isZero();
        byte[] numbers = {0, 0, (byte) 0x80, 0x3F, 0, 0, 0, (byte) 0xC0};
        assertThat(Files.readAllBytes(file))
                .isEqualTo(HandMade.concatenate(HandMade.length(header.length), header, numbers));
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("z.weight", new Seed(1).stream("w").gaussians(Shape.of(700, 500), 1));
        tensors.put("a.bias", Tensor.vector(Float.NaN, Float.NEGATIVE_INFINITY, -0f, Float.MIN_VALUE));
        tensors.put("scalar", Tensor.of(Shape.of(), new float[] {7}));
        tensors.put("empty \"quoted\" ü", Tensor.zeros(0, 3));
        Path file = folder.resolve("all.safetensors");

        Safetensors.write(file, tensors, Map.of());
        SafetensorsFile read = Safetensors.read(file);

        assertThat(read.metadata()).isEmpty();
        assertThat(read.tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
        tensors.forEach((name, tensor) -> {
            assertThat(read.tensors().get(name).shape()).isEqualTo(tensor.shape());
            assertThat(read.tensors().get(name).data()).isEqualTo(tensor.data());
        });
    }

    @Test
    void writesTheSameBytesEachTime() throws IOException {
        Map<String, Tensor> tensors = Map.of("a", Tensor.vector(1, 2, 3));

        Safetensors.write(folder.resolve("1"), tensors, Map.of("k", "v"));
        Safetensors.write(folder.resolve("2"), tensors, Map.of("k", "v"));

        assertThat(folder.resolve("1")).hasSameBinaryContentAs(folder.resolve("2"));
    }

    @Test
    void readsHalfPrecisionInAnyOrderOfTheData() throws IOException {
        Path file = HandMade.file(
                folder,
                "{\"half\":{\"dtype\":\"F16\",\"shape\":[2,2],\"data_offsets\":[4,12]},"
                        + "\"one\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]},"
                        + "\"__metadata__\":{\"format\":\"pt\"}}",
                new byte[] {0, 0, (byte) 0x80, 0x3F, 0, 0x3C, 1, 0, 0, (byte) 0xC0, (byte) 0xFF, 0x7B});

        SafetensorsFile read = Safetensors.read(file);

        assertThat(List.copyOf(read.tensors().keySet())).containsExactly("half", "one");
        assertThat(read.tensors().get("half").data()).containsExactly(1f, 0x1p-24f, -2f, 65504f);
        assertThat(read.tensors().get("one").at()).isEqualTo(1f);
        assertThat(read.metadata()).containsExactly(Map.entry("format", "pt"));
    }

    @Test
    void readsBrainFloatsDoublesAndCounts() throws IOException {
        Path file = HandMade.file(
                folder,
                "{\"brain\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]},"
                        + "\"double\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[4,12]},"
                        + "\"count\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[12,20]}}",
                new byte[] {
                    (byte) 0x80, 0x3F, 0x49, (byte) 0xC0, 0, 0, 0, 0, 0, 0, (byte) 0xE0, 0x3F, 5, 1, 0, 0, 0, 0, 0, 0
                });

        SafetensorsFile read = Safetensors.read(file);

        assertThat(read.tensors().get("brain").data()).containsExactly(1f, -3.140625f);
        assertThat(read.tensors().get("double").data()).containsExactly(0.5f);
        assertThat(read.tensors().get("count").at()).isEqualTo(261f);
    }

    @Test
    void writesHalfPrecisionRoundedToTheNearest() throws IOException {
        Path file = folder.resolve("half.safetensors");
        Tensor numbers = new Seed(1).stream("w").gaussians(Shape.of(700, 500), 1);
        numbers.data()[0] = 2049; // half way between 2048 and 2050: to even
        numbers.data()[1] = 1e6f;

        Safetensors.write(file, Map.of("w", numbers), Map.of(), NumberType.F16);
        float[] read = Safetensors.read(file).tensors().get("w").data();

        assertThat(Files.size(file)).isLessThan(2 * numbers.size() + 200L);
        assertThat(read[0]).isEqualTo(2048f);
        assertThat(read[1]).isEqualTo(Float.POSITIVE_INFINITY);
        for (int i = 2; i < read.length; i++) {
            assertThat(read[i]).isEqualTo(Float.float16ToFloat(Float.floatToFloat16(numbers.data()[i])));
        }
    }

    @Test
    void readsOneTensorWithoutTheOthers() throws IOException {
        Path file = folder.resolve("sparse.safetensors");
        long large = 4_000_000_000L;
        byte[] header =
                HandMade.text("{\"large\":{\"dtype\":\"F32\",\"shape\":[1000000000],\"data_offsets\":[0,4000000000]},"
                        + "\"small\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4000000000,4000000008]}}");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(HandMade.concatenate(HandMade.length(header.length), header));
            out.seek(8 + header.length + large);
            out.write(new byte[] {0, 0, (byte) 0x80, 0x3F, 0, 0, 0, (byte) 0xC0});
        }

        try (TensorStore store = Safetensors.open(file)) {
            assertThat(store.tensors().sequencedKeySet()).containsExactly("large", "small");
            assertThat(store.read("small").data()).containsExactly(1f, -2f);
            assertThatThrownBy(() -> store.read("other"))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessage(file + ": has no tensor \"other\"");
        }
    }

    @Test
    void refusesATensorWithTheNameOfTheMetadata() {
        assertThatThrownBy(() ->
                        Safetensors.write(folder.resolve("x"), Map.of("__metadata__", Tensor.vector(1)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
