package io.gradlab.nn.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradlab.nn.plot.LineChart;
import io.gradlab.nn.tensorboard.EventReader.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written comes back through a reader that knows the published format only. */
class EventFileTest {
    private static final float[] NUMBERS = {-1, 0, 0.5f, 0.5f, 2, Float.NaN, Float.POSITIVE_INFINITY};

    @TempDir
    Path folder;

    @Test
    void numbersComeBack() throws IOException {
        Path path;
        try (EventFile file = new EventFile(folder.resolve("new/run"))) {
            path = file.path();
            file.startAt(300);
            file.scalar("loss/train", 300, 0.25);
            file.scalar("ä", 1L << 40, Double.NaN);
        }
        assertThat(path.getFileName().toString()).contains("tfevents");
        List<Fields> events = EventReader.read(path);
        assertThat(events).hasSize(4);
        assertThat(events.get(0).text(3)).isEqualTo("brain.Event:2");
        assertThat((double) events.get(0).get(1)).isBetween(1.7e9, System.currentTimeMillis() / 1e3);
        assertThat(events.get(1).message(7).get(1)).isEqualTo(1L); // SessionLog.START
        assertThat(events.get(2).get(2)).isEqualTo(300L);
        Fields value = events.get(2).message(5).message(1);
        assertThat(value.text(1)).isEqualTo("loss/train");
        assertThat(value.get(2)).isEqualTo(0.25f);
        assertThat(events.get(3).get(2)).isEqualTo(1L << 40);
        assertThat(events.get(3).message(5).message(1).text(1)).isEqualTo("ä");
        assertThat((float) events.get(3).message(5).message(1).get(2)).isNaN();
    }

    @Test
    void aHistogramHoldsEachFiniteNumberOnce() throws IOException {
        Fields histogram = histogram(NUMBERS);
        assertThat(histogram.get(1)).isEqualTo(-1.0);
        assertThat(histogram.get(2)).isEqualTo(2.0);
        assertThat(histogram.get(3)).isEqualTo(5.0);
        assertThat(histogram.get(4)).isEqualTo(2.0);
        assertThat(histogram.get(5)).isEqualTo(5.5);
        double[] limits = histogram.float64s(6);
        double[] counts = histogram.float64s(7);
        assertThat(limits).hasSameSizeAs(counts).isSorted().endsWith(2.0);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(5);
        for (double number : new double[] {-1, 0, 0.5, 2}) {
            int bin = 0;
            while (bin < limits.length - 1 && number >= limits[bin]) {
                bin++;
            }
            assertThat(counts[bin]).as("bin of " + number).isEqualTo(number == 0.5 ? 2 : 1);
        }
    }

    @Test
    void equalNumbersAndNoneAreHistogramsToo() throws IOException {
        assertThat(histogram(new float[] {3, 3}).float64s(7)).containsExactly(2);
        assertThat(histogram(new float[] {Float.NaN}).get(3)).isEqualTo(0.0);
    }

    @Test
    void aPictureSaysItsSize() throws IOException {
        Path png = LineChart.of("t", "x", "y")
                .with("a", new double[] {1}, new double[] {1})
                .save(folder.resolve("p"))
                .png()
                .orElseThrow();
        Path path;
        try (EventFile file = new EventFile(folder)) {
            path = file.path();
            file.picture("pictures/p", 7, Files.readAllBytes(png));
        }
        Fields image = EventReader.read(path).get(1).message(5).message(1).message(4);
        assertThat(image.get(2)).isEqualTo(1600L);
        assertThat((long) image.get(1)).isBetween(100L, 1600L);
        assertThat((byte[]) image.get(4)).isEqualTo(Files.readAllBytes(png));
    }

    @Test
    void theReaderSeesAChangedByte() throws IOException {
        Path path;
        try (EventFile file = new EventFile(folder)) {
            path = file.path();
            file.scalar("a", 1, 2);
        }
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - 6] ^= 1;
        Files.write(path, bytes);
        assertThatIllegalArgumentException().isThrownBy(() -> EventReader.read(path));
    }

    private Fields histogram(float[] numbers) throws IOException {
        Path path;
        try (EventFile file = new EventFile(folder)) {
            path = file.path();
            file.histogram("w", 1, numbers);
        }
        return EventReader.read(path).get(1).message(5).message(1).message(5);
    }
}
