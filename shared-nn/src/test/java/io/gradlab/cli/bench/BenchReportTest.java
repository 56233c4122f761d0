package io.gradlab.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchReportTest {
    private static final Measurement TRAINING =
            new Measurement("cifar-deep-train", "steps", 250, "images/s", 2, 400, 200, 123, OptionalLong.of(700));
    private static final Measurement PASS =
            new Measurement("elementwise", "relu, 64 Ki floats", 150, "GB/s", 1, 200, 0, 0, OptionalLong.empty());

    @Test
    void linesSayTheShareOfThePeakOnlyWhereOperationsAreTheLimit() {
        assertThat(BenchReport.line(TRAINING))
                .isEqualTo("cifar-deep-train        250 images/s, 50 % of the peak, 123 bytes a step (steps)");
        assertThat(BenchReport.line(PASS))
                .isEqualTo("elementwise             150 GB/s, 0 bytes a step (relu, 64 Ki floats)");
    }

    @Test
    void trainingSaysItsMemoryWhereTheSystemTells() {
        assertThat(BenchReport.memoryLine(TRAINING))
                .hasValueSatisfying(line -> assertThat(line).contains("700 MB"));
        assertThat(BenchReport.memoryLine(PASS)).isEmpty();
    }

    @Test
    void theFileHasOneObjectForEachFigure(@TempDir Path folder) {
        Path file = folder.resolve("bench.json");
        BenchReport.write(file, List.of(TRAINING, PASS));
        JsonNode rows = JsonMapper.shared().readTree(file.toFile());
        assertThat(rows.get(0).propertyNames())
                .containsExactly(
                        "name",
                        "description",
                        "value",
                        "unit",
                        "threads",
                        "fma_peak_gflops",
                        "peak_fraction",
                        "bytes_per_step",
                        "peak_rss_mb");
        assertThat(rows.get(0).get("peak_fraction").asDouble()).isEqualTo(0.5);
        assertThat(rows.get(0).get("peak_rss_mb").asLong()).isEqualTo(700);
        assertThat(rows.get(1).has("peak_rss_mb")).isFalse();
    }
}
