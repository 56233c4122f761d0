package io.gradlab.cli.bench;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.plot.BarChart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Figures as lines for people and as JSON for programs. */
final class BenchReport {
    private static final String TRAINING = "-train";

    private BenchReport() {}

    static String line(Measurement measured) {
        String share =
                measured.gflops() == 0 ? "" : String.format(Locale.ROOT, ", %.0f %% of the peak", percent(measured));
        return String.format(
                Locale.ROOT,
                "%-16s %,10.0f %s%s, %,d bytes a step (%s)",
                measured.name(),
                measured.value(),
                measured.unit(),
                share,
                measured.bytesPerStep(),
                measured.description());
    }

    /** Returns what training has needed of the machine's memory, where the system tells. */
    static Optional<String> memoryLine(Measurement measured) {
        if (!measured.name().endsWith(TRAINING)
                || measured.peakResidentMegabytes().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%-16s %,10d MB, the peak of resident memory (peak_rss_mb)",
                measured.name(),
                measured.peakResidentMegabytes().getAsLong()));
    }

    /** Writes an array of objects, one for each figure. */
    static void write(Path file, List<Measurement> measurements) {
        List<Map<String, Object>> rows =
                measurements.stream().map(BenchReport::row).toList();
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            AtomicFiles.writeText(file, mapper.writeValueAsString(rows) + "\n");
        } catch (IOException e) {
            throw new UserError("--json " + file + " cannot be written: " + FileProblem.of(e), e);
        }
    }

    /** Draws the figures of one workload as bars; returns why that cannot be done, if it cannot. */
    static Optional<String> draw(Path file, List<Measurement> measurements) {
        Measurement first = measurements.getFirst();
        List<BarChart.Bar> bars = measurements.stream()
                .map(measured -> new BarChart.Bar(measured.description(), measured.value()))
                .toList();
        String title = String.format(
                Locale.ROOT,
                "%s: %d thread%s, FMA peak %.0f GFLOP/s",
                first.name(),
                first.threads(),
                first.threads() == 1 ? "" : "s",
                first.peakGflops());
        try {
            return new BarChart(title, first.name(), "speed (" + first.unit() + ")", bars)
                    .save(file)
                    .skipped();
        } catch (IOException e) {
            throw new UserError("--picture " + file + " cannot be written: " + FileProblem.of(e), e);
        }
    }

    private static Map<String, Object> row(Measurement measured) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", measured.name());
        row.put("description", measured.description());
        row.put("value", measured.value());
        row.put("unit", measured.unit());
        row.put("threads", measured.threads());
        row.put("fma_peak_gflops", measured.peakGflops());
        row.put("peak_fraction", measured.peakFraction());
        row.put("bytes_per_step", measured.bytesPerStep());
        measured.peakResidentMegabytes().ifPresent(megabytes -> row.put("peak_rss_mb", megabytes));
        return row;
    }

    private static double percent(Measurement measured) {
        return 100 * measured.peakFraction();
    }
}
