package io.gradlab.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeReaderTest {
    private final byte[] content = new byte[300_000];
    private MirrorServer server;
    private RangeReader reader;

    @BeforeEach
    void start() throws IOException {
        new SplittableRandom(1).nextBytes(content);
        server = new MirrorServer(content);
        reader = new RangeReader(Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        reader.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"good", "no-range", "moved"})
    void learnsTheSize(String way) throws IOException {
        assertThat(reader.size(server.uri(way))).isEqualTo(content.length);
    }

    @ParameterizedTest
    @CsvSource({"good", "moved"})
    void readsThePartThatIsAskedForAndNoMore(String way) throws IOException {
        assertThat(reader.read(server.uri(way), 1000, 50_000)).isEqualTo(Arrays.copyOfRange(content, 1000, 51_000));
        assertThat(server.requests()).last().isEqualTo("good bytes=1000-50999");
    }

    @Test
    void takesABrokenConnectionUpAgain() throws IOException {
        assertThat(reader.read(server.uri("cut-parts"), 7, 4)).isEqualTo(Arrays.copyOfRange(content, 7, 11));
        assertThat(server.requests())
                .containsExactly("cut-parts bytes=7-10", "cut-parts bytes=9-10", "cut-parts bytes=10-10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-range | whole files only",
                "gone     | HTTP status 404",
                "shifted  | another part of the file",
            })
    void refusesWhatIsNotThePart(String way, String problem) {
        assertThatThrownBy(() -> reader.read(server.uri(way), 7, 100))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void givesUpOnASilentServer() {
        try (RangeReader impatient = new RangeReader(Duration.ofMillis(1500))) {
            assertThatThrownBy(() -> impatient.read(server.uri("silent-part"), 7, 100))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("sent nothing for 1 s");
        }
    }
}
