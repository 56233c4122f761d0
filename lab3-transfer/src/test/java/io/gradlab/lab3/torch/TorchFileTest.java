package io.gradlab.lab3.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.tensor.Shape;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that PyTorch 1.13 wrote, see src/test/python/make_torch_files.py. */
class TorchFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"weights-zip.pth", "weights-legacy.pth", "little-endian.pth"})
    void readsEveryNumberTypeAndStride(String name) throws IOException {
        try (TorchFile file = TorchFile.open(Recorded.copy(name, folder))) {
            assertThat(file.tensors().sequencedKeySet())
                    .containsExactly(
                            "plain",
                            "half",
                            "brain",
                            "double",
                            "count",
                            "transposed",
                            "sliced",
                            "column",
                            "parameter",
                            "empty");
            assertThat(file.read("plain").shape()).isEqualTo(Shape.of(3, 4));
            assertThat(file.read("plain").data())
                    .containsExactly(0f, .125f, .25f, .375f, .5f, .625f, .75f, .875f, 1f, 1.125f, 1.25f, 1.375f);
            assertThat(file.read("half").data()).containsExactly(1f, -0.5f, 65504f);
            assertThat(file.read("brain").data()).containsExactly(1f, -3.140625f);
            assertThat(file.read("double").data()).containsExactly(0.5f, 1e-3f);
            assertThat(file.read("count").at()).isEqualTo(261f);
            assertThat(file.read("transposed").shape()).isEqualTo(Shape.of(4, 3));
            assertThat(file.read("transposed").data())
                    .containsExactly(0f, .5f, 1f, .125f, .625f, 1.125f, .25f, .75f, 1.25f, .375f, .875f, 1.375f);
            assertThat(file.read("sliced").data()).containsExactly(.625f, .75f, 1.125f, 1.25f);
            assertThat(file.read("column").data()).containsExactly(.375f, .875f, 1.375f);
            assertThat(file.read("parameter").data()).containsExactly(7f);
            assertThat(file.read("empty").shape()).isEqualTo(Shape.of(0, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"module-zip.pth", "module-legacy.pth"})
    void readsAModulesStateDict(String name) throws IOException {
        try (TorchFile file = TorchFile.open(Recorded.copy(name, folder))) {
            assertThat(file.tensors().sequencedKeySet())
                    .containsExactly(
                            "0.weight",
                            "0.bias",
                            "1.weight",
                            "1.bias",
                            "1.running_mean",
                            "1.running_var",
                            "1.num_batches_tracked");
            assertThat(file.read("0.weight").shape()).isEqualTo(Shape.of(2, 1, 3, 3));
            assertThat(file.read("1.running_var").data()).containsExactly(1f, 1f);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrapped-zip.pth", "wrapped-legacy.pth"})
    void findsTheStateDictInsideACheckpoint(String name) throws IOException {
        try (TorchFile file = TorchFile.open(Recorded.copy(name, folder))) {
            assertThat(file.tensors().sequencedKeySet()).containsExactly("w");
            assertThat(file.read("w").data()).containsExactly(1f, 1f);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "system-zip.pth      | refuses to call posix.system: a file of weights needs nothing but tensors",
                "system-legacy.pth   | refuses to call posix.system",
                "eval-zip.pth        | refuses to call __builtin__.eval",
                "eval-legacy.pth     | refuses to call __builtin__.eval",
                "model-zip.pth       | holds no dictionary of tensors; save model.state_dict()",
                "model-legacy.pth    | holds no dictionary of tensors",
                "expanded-zip.pth    | tensor \"w\" lies outside of its storage of 1 numbers",
                "expanded-legacy.pth | tensor \"w\" lies outside of its storage of 1 numbers",
                "big-endian.pth      | has big-endian numbers",
                "compressed.pth      | has compressed parts",
                "no-storage.pth      | has 0 bytes in storage 0, not 48",
                "short-storage.pth   | has 8 bytes in storage 0, not 48",
            })
    void refuses(String name, String problem) throws IOException {
        assertProblem(Recorded.copy(name, folder), problem);
    }

    @Test
    void nothingIsRunWhenAHostileFileIsOpened() throws IOException {
        Path witness = Path.of("/tmp/gradlab-was-here"); // what system-*.pth would touch

        assertProblem(Recorded.copy("system-zip.pth", folder), "refuses to call posix.system");
        assertProblem(Recorded.copy("system-legacy.pth", folder), "refuses to call posix.system");

        assertThat(witness).doesNotExist();
    }

    @Test
    void knowsTheOpcodesOfProtocolFour() throws IOException {
        try (TorchFile file = TorchFile.open(Recorded.copy("protocol-4.pth", folder))) {
            assertThat(file.tensors()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights-zip.pth", "weights-legacy.pth"})
    void refusesEveryPrefixOfAFile(String name) throws IOException {
        Path cut = Recorded.copy(name, folder);
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            for (long length = channel.size() - 1; length >= 0; length--) {
                channel.truncate(length);
                assertThatThrownBy(() -> TorchFile.open(cut))
                        .as("first %d bytes", length)
                        .isInstanceOf(DataFormatException.class);
            }
        }
    }

    @Test
    void refusesTrailingBytesAndOtherFiles() throws IOException {
        byte[] whole = Recorded.bytes("weights-legacy.pth");
        assertProblem(
                Files.write(folder.resolve("long.pth"), Arrays.copyOf(whole, whole.length + 3)), "goes on for 3 bytes");
        assertProblem(Files.writeString(folder.resolve("text.pth"), "hello"), "does not begin as a file of torch.save");
        assertProblem(folder.resolve("none.pth"), "there is no such file");
    }

    private static void assertProblem(Path file, String problem) {
        DataFormatException error = catchThrowableOfType(
                DataFormatException.class, () -> TorchFile.open(file).close());

        assertThat(error).hasMessageStartingWith(file + ": ").hasMessageContaining(problem);
        assertThat(error.getMessage()).doesNotContain("\n");
    }
}
