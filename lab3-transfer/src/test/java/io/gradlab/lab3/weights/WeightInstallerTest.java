package io.gradlab.lab3.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.data.Checksum;
import io.gradlab.nn.data.Download;
import io.gradlab.nn.data.RangeReader;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.io.SafetensorsFile;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from a server on this machine that does what servers and networks do. */
class WeightInstallerTest {
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    @TempDir
    Path folder;

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private byte[] content;
    private String sum;
    private WeightServer server;
    private Download download;
    private RangeReader ranges;

    @BeforeEach
    void start() throws IOException {
        tensors.put("features.0.weight", random("a", 8, 3, 3, 3));
        tensors.put("features.0.bias", random("b", 8));
        tensors.put("pre_logits.fc1.weight", random("c", 100, 100));
        tensors.put("features.2.weight", random("d", 4, 8, 3, 3));
        Path original = folder.resolve("original");
        Safetensors.write(original, tensors, Map.of("format", "pt"));
        content = Files.readAllBytes(original);
        sum = Checksum.of(original);
        server = new WeightServer(content);
        download = new Download(PATIENCE);
        ranges = new RangeReader(PATIENCE);
    }

    @AfterEach
    void stop() {
        download.close();
        ranges.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"good", "moved", "no-range", "cut"})
    void aWholeFileArrives(String way) throws IOException {
        Path file = installer().install(known(sum.substring(0, 8), way), (f, bytes, before) -> {});

        assertThat(file).hasBinaryContent(content);
        assertThat(file.resolveSibling("net.safetensors.sha256")).hasContent(sum + "  net.safetensors\n");
    }

    @Test
    void aFileThatIsHereAndRightIsNotFetchedAgainButAChangedOneIs() throws IOException {
        KnownWeights known = known("", "good");
        installer().install(known, (f, bytes, before) -> {});
        int sent = server.sent().size();
        Path file = installer().install(known, (f, bytes, before) -> {});
        assertThat(server.sent()).hasSize(sent);

        content[content.length - 1] ^= 1;
        Files.write(file, content);
        content[content.length - 1] ^= 1;
        assertThat(installer().isRight(known)).isFalse();
        assertThat(installer().install(known, (f, bytes, before) -> {})).hasBinaryContent(content);
    }

    @Test
    void anEarlierTryIsTakenUp() throws IOException {
        Files.createDirectories(folder.resolve("weights"));
        Files.write(folder.resolve("weights/net.safetensors.part"), Arrays.copyOf(content, 20_000));

        installer().install(known(sum.substring(0, 8), "good"), (f, bytes, before) -> {});

        assertThat(server.sent()).last().isEqualTo("20000-" + content.length);
    }

    @Test
    void theNextMirrorHelps() throws IOException {
        KnownWeights known = known(sum.substring(0, 8), "gone", "corrupt", "good");
        assertThat(installer().install(known, (f, bytes, before) -> {})).hasBinaryContent(content);
    }

    @ParameterizedTest
    @CsvSource({"corrupt, another SHA-256", "gone, HTTP status 404", "stalled, sent nothing for 1 s"})
    void aBadServerIsNamedWithTheReason(String way, String problem) {
        assertThatThrownBy(() -> installer().install(known(sum.substring(0, 8), way), (f, bytes, before) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot download net (127.0.0.1: ")
                .hasMessageContaining(problem);
        assertThat(folder.resolve("weights/net.safetensors")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"good", "moved", "cut"})
    void theFeaturesAloneAreFetchedByRanges(String way) throws IOException {
        Path file = installer().installFeatures(known("", way), (bytes, all) -> {});

        SafetensorsFile read = Safetensors.read(file);
        assertThat(read.tensors().keySet())
                .containsExactly("features.0.weight", "features.0.bias", "features.2.weight");
        read.tensors().forEach((name, tensor) -> {
            assertThat(tensor.shape()).isEqualTo(tensors.get(name).shape());
            assertThat(tensor.data()).containsExactly(tensors.get(name).data());
        });
        assertThat(read.metadata())
                .containsEntry("format", "pt")
                .containsEntry("gradlab.convention", "torchvision")
                .containsEntry("gradlab.source", server.uri(way).toString());
        assertThat(file).hasFileName("net-features.safetensors");
    }

    @Test
    void onlyTheWantedBytesTravel() throws IOException {
        installer().installFeatures(known("", "good"), (bytes, all) -> {});
        int travelled = server.sent().stream()
                .map(part -> part.split("-"))
                .mapToInt(ends -> Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]))
                .sum();
        int wanted = 4 * (8 * 27 + 8 + 4 * 72);
        assertThat(travelled).isBetween(wanted, wanted + 600); // the header is the rest
        assertThat(server.sent()).hasSize(5); // size, length, header, and two runs of neighbours
    }

    @ParameterizedTest
    @CsvSource({
        "no-range, whole files only",
        "gone, HTTP status 404",
        "corrupt-header, its header is not valid JSON",
        "stalled, sent nothing for 1 s"
    })
    void withoutRangesOrWithABrokenFileNoPartIsLeft(String way, String problem) {
        assertThatThrownBy(() -> installer().installFeatures(known("", way), (bytes, all) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot download net (127.0.0.1: ")
                .hasMessageContaining(problem);
        assertThat(folder.resolve("weights/net-features.safetensors")).doesNotExist();
        assertThat(folder.resolve("weights/net-features.safetensors.part")).doesNotExist();
    }

    private WeightInstaller installer() {
        return new WeightInstaller(new WeightFolder(folder.resolve("weights")), download, ranges);
    }

    private KnownWeights known(String digits, String... ways) {
        List<URI> mirrors = Arrays.stream(ways).map(server::uri).toList();
        return new KnownWeights(
                "net", "net.safetensors", 1, Convention.TORCHVISION, new Checksum(digits, false), mirrors);
    }

    private static Tensor random(String name, int... shape) {
        return new Seed(1).stream(name).uniforms(Shape.of(shape), -1, 1);
    }
}
