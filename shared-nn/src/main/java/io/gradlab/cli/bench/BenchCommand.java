package io.gradlab.cli.bench;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.cpu.FmaPeak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code gradlab bench}: how fast the engine is here, beside what this machine can do at best. */
@Command(
        name = "bench",
        description = "Measure the engine's speed, as figures and as a share of this machine's own measured peak.")
public final class BenchCommand implements Callable<Integer> {
    private static final int PEAK_SAMPLES = 60;
    private static final String CIFAR = "cifar-deep-train";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description =
                    "Measure this workload alone: sgemm, conv, mlp-train, mnist-l2-train, cifar-deep-train or vgg16-forward.")
    private @Nullable String only;

    @Option(names = "--threads", paramLabel = "T", description = "Threads to compute with. Default: all cores.")
    private @Nullable Integer threads;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file, too.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        if (threads != null) {
            if (threads < 1) {
                throw new UserError("--threads " + threads + ": give a number of at least 1");
            }
            KernelRegistry.useThreads(threads);
        }
        if (KernelRegistry.cpu().description().contains("plain loops")) {
            throw new UserError(
                    "bench needs the Vector API: " + KernelRegistry.cpu().description());
        }
        List<Workload> chosen = chosen();
        var out = spec.commandLine().getOut();
        int count = KernelRegistry.threads();
        out.println(KernelRegistry.cpu().description());
        double peak = FmaPeak.gigaFlops(count, PEAK_SAMPLES);
        out.printf(Locale.ROOT, "%-16s %10.0f GFLOP/s, this machine's own peak%n", "fma", peak);
        out.flush();
        List<Measurement> measurements = new ArrayList<>();
        for (Workload workload : chosen) {
            Measurement measured = Stopwatch.measure(workload, count, peak);
            measurements.add(measured);
            out.printf(
                    Locale.ROOT,
                    "%-16s %,10.0f %s, %.0f %% of the peak, %,d bytes a step (%s)%n",
                    measured.name(),
                    measured.value(),
                    measured.unit(),
                    100 * measured.peakFraction(),
                    measured.bytesPerStep(),
                    workload.description());
            out.flush();
        }
        if (json != null) {
            write(json, measurements);
        }
        if (CIFAR.equals(only)) {
            ResidentMemory.peakMegabytes()
                    .ifPresent(peakMemory ->
                            out.printf("%-16s %10d MB, the peak of resident memory%n", CIFAR, peakMemory));
        }
        return 0;
    }

    private List<Workload> chosen() {
        Map<String, List<Workload>> all = Workloads.all();
        if (only == null) {
            return all.values().stream().flatMap(List::stream).toList();
        }
        if (!all.containsKey(only)) {
            throw new UserError(
                    "--only " + only + ": there is no such workload; there are: " + String.join(", ", all.keySet()));
        }
        return all.get(only);
    }

    private static void write(Path file, List<Measurement> measurements) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Measurement measured : measurements) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", measured.name());
            row.put("description", measured.description());
            row.put("value", measured.value());
            row.put("unit", measured.unit());
            row.put("threads", measured.threads());
            row.put("fma_peak_gflops", measured.peakGflops());
            row.put("peak_fraction", measured.peakFraction());
            row.put("bytes_per_step", measured.bytesPerStep());
            rows.add(row);
        }
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            AtomicFiles.writeText(file, mapper.writeValueAsString(rows) + "\n");
        } catch (IOException e) {
            throw new UserError("--json " + file + " cannot be written: " + FileProblem.of(e), e);
        }
    }
}
