package io.gradlab.nn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
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
    void refusesATensorWithTheNameOfTheMetadata() {
        assertThatThrownBy(() ->
                        Safetensors.write(folder.resolve("x"), Map.of("__metadata__", Tensor.vector(1)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
