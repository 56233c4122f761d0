package io.gradlab.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DownloadTest {
    private static final byte[] CONTENT = content();

    @TempDir
    Path folder;

    private MirrorServer server;
    private Path target;
    private Path part;

    @BeforeEach
    void start() throws IOException {
        server = new MirrorServer(CONTENT);
        target = folder.resolve("set/file.gz");
        part = folder.resolve("set/file.gz.part");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void downloadsAndTellsHowFarItIs() throws IOException {
        long[] received = new long[1];
        try (Download download = new Download()) {
            download.get(file("good"), target, (file, bytes) -> received[0] = bytes);
        }

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(part).doesNotExist();
        assertThat(received[0]).isEqualTo(CONTENT.length);
    }

    @Test
    void followsARedirect() throws IOException {
        get("moved");

        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void takesUpWhereAnEarlierTryBrokeOff() throws IOException {
        leavePart(Arrays.copyOf(CONTENT, 12_345));

        get("good");

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests()).containsExactly("good bytes=12345-");
    }

    @Test
    void takesUpAfterABrokenConnection() throws IOException {
        get("cut");

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests()).containsExactly("cut", "cut bytes=" + CONTENT.length / 2 + "-");
    }

    @Test
    void beginsAnewWhenTheServerIgnoresTheRange() throws IOException {
        leavePart(Arrays.copyOf(CONTENT, 12_345));

        get("no-range");

        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void beginsAnewWhenTheOldPieceWasWrong() throws IOException {
        leavePart(new byte[5000]);

        get("good");

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests()).containsExactly("good bytes=5000-", "good");
    }

    @Test
    void usesACompletePieceWithoutAsking() throws IOException {
        leavePart(CONTENT);

        get("gone");

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void deletesACorruptFileAndTriesTheNextMirror() throws IOException {
        get("gone", "corrupt", "good");

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests()).containsExactly("gone", "corrupt", "good");
    }

    @Test
    void saysWhatEachMirrorSaid() {
        assertThatThrownBy(() -> get("gone", "corrupt", "endless", "always-cut"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot download file.gz (127.0.0.1: HTTP status 404; "
                        + "127.0.0.1: the file there has another SHA-256 than expected; "
                        + "127.0.0.1: the file there is larger than the expected " + CONTENT.length + " bytes; "
                        + "127.0.0.1: the connection broke off)")
                .hasMessageContaining(target.toString())
                .hasMessageNotContaining("\n");
        assertThat(target).doesNotExist();
    }

    @Test
    void givesUpOnASilentServer() throws IOException {
        try (Download download = new Download(Duration.ofMillis(1200))) {
            download.get(file("silent", "good"), target, (file, bytes) -> {});
        }

        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void saysThatThereIsNoConnection() throws IOException {
        KnownFile file = file("good");
        server.close();

        assertThatThrownBy(() -> {
                    try (Download download = new Download()) {
                        download.get(file, target, (known, bytes) -> {});
                    }
                })
                .hasMessageContaining("127.0.0.1: no connection");
    }

    private void get(String... ways) throws IOException {
        try (Download download = new Download()) {
            download.get(file(ways), target, (file, bytes) -> {});
        }
    }

    private KnownFile file(String... ways) throws IOException {
        Path original = Files.write(folder.resolve("original"), CONTENT);
        Checksum checksum = new Checksum(Checksum.of(original), true);
        return new KnownFile(
                "file.gz", CONTENT.length, checksum, Stream.of(ways).map(server::uri).toList());
    }

    private void leavePart(byte[] bytes) throws IOException {
        Files.createDirectories(part.getParent());
        Files.write(part, bytes);
    }

    private static byte[] content() {
        byte[] content = new byte[200_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) new Seed(1).stream("content").bits(i);
        }
        return content;
    }
}
