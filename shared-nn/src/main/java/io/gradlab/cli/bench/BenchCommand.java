package io.gradlab.cli.bench;

import io.gradlab.cli.UserError;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.cpu.FmaPeak;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradlab bench}: how fast the engine is here, beside what this machine can do at best. */
@Command(
        name = "bench",
        description = "Measure the engine's speed, as figures and as a share of this machine's own measured peak.")
public final class BenchCommand implements Callable<Integer> {
    private static final int PEAK_SAMPLES = 60;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description =
                    "Measure this workload alone: sgemm, conv, mlp-train, mnist-l2-train, cifar-deep-train, vgg16-forward, elementwise, startup or ladder. Default: all but ladder, which takes about five minutes.")
    private @Nullable String only;

    @Option(names = "--threads", paramLabel = "T", description = "Threads to compute with. Default: all cores.")
    private @Nullable Integer threads;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file, too.")
    private @Nullable Path json;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "Draw the figures as bars, too; with --only of a workload that has several.")
    private @Nullable Path picture;

    @Override
    public Integer call() {
        if (picture != null && only == null) {
            throw new UserError("--picture shows one workload's figures: name it with --only");
        }
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
            out.println(BenchReport.line(measured));
            if (only != null) { // among others, the peak might be theirs
                BenchReport.memoryLine(measured).ifPresent(out::println);
            }
            out.flush();
        }
        if (json != null) {
            BenchReport.write(json, measurements);
        }
        if (picture != null) {
            BenchReport.draw(picture, measurements).ifPresent(out::println);
        }
        return 0;
    }

    private List<Workload> chosen() {
        Map<String, List<Workload>> all = Workloads.all();
        if (only == null) {
            all.remove(Workloads.LADDER);
            return all.values().stream().flatMap(List::stream).toList();
        }
        if (!all.containsKey(only)) {
            throw new UserError(
                    "--only " + only + ": there is no such workload; there are: " + String.join(", ", all.keySet()));
        }
        return all.get(only);
    }
}
