package io.gradlab.cli.bench;

import io.gradlab.cli.BackendOptions;
import io.gradlab.cli.UserError;
import io.gradlab.nn.kernel.Backend;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.kernel.cpu.FmaPeak;
import io.gradlab.nn.kernel.cuda.Ceilings;
import io.gradlab.nn.tensor.Device;
import java.io.PrintWriter;
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
                    "Measure this workload alone: sgemm, conv, mlp-train, mnist-l2-train, cifar-deep-train, vgg16-forward, vgg16-train, elementwise, startup or ladder. Default: all but vgg16-train (on a GPU all but startup) and ladder, which take minutes.")
    private @Nullable String only;

    @Option(names = "--threads", paramLabel = "T", description = "Threads to compute with. Default: all cores.")
    private @Nullable Integer threads;

    @Option(
            names = "--backend",
            paramLabel = "WHERE",
            description = "Where to compute: cpu (default), cuda (an NVIDIA GPU), or auto (a GPU if there is one).")
    private Backend backend = Backend.CPU;

    @Option(names = "--precision", paramLabel = "P", description = "How a GPU multiplies: fp32 (default) or tf32.")
    private @Nullable Precision precision;

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
        BackendOptions.choose(backend, precision);
        boolean onHost = Place.device() == Device.CPU;
        if (onHost && KernelRegistry.cpu().description().contains("plain loops")) {
            throw new UserError(
                    "bench needs the Vector API: " + KernelRegistry.cpu().description());
        }
        List<Workload> chosen = chosen();
        var out = spec.commandLine().getOut();
        int count = KernelRegistry.threads();
        out.println(KernelRegistry.training().line());
        double peak = onHost ? hostPeak(count, out) : devicePeak(out);
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

    private static double hostPeak(int threads, PrintWriter out) {
        double peak = FmaPeak.gigaFlops(threads, PEAK_SAMPLES);
        out.printf(Locale.ROOT, "%-16s %10.0f GFLOP/s, this machine's own peak%n", "fma", peak);
        return peak;
    }

    private double devicePeak(PrintWriter out) {
        Precision multiplied = precision == null ? Precision.FP32 : precision;
        Ceilings ceilings = Ceilings.of(Place.kernels());
        double peak = ceilings.gigaFlops(multiplied);
        out.printf(Locale.ROOT, "%-16s %,10.0f GFLOP/s, this GPU's own peak in %s%n", "fma", peak, multiplied.label());
        out.printf(
                Locale.ROOT,
                "%-16s %,10.0f GB/s, read and written by a plain copy%n",
                "bandwidth",
                ceilings.gigabytesPerSecond());
        return peak;
    }

    private List<Workload> chosen() {
        Map<String, List<Workload>> all = Workloads.all();
        if (only == null) {
            all.remove(Workloads.LADDER);
            all.remove(Place.device() == Device.CPU ? Workloads.VGG16_TRAIN : Workloads.STARTUP);
            return all.values().stream().flatMap(List::stream).toList();
        }
        if (!all.containsKey(only)) {
            throw new UserError(
                    "--only " + only + ": there is no such workload; there are: " + String.join(", ", all.keySet()));
        }
        if (Place.device() != Device.CPU && only.equals(Workloads.STARTUP)) {
            throw new UserError("--only " + only + " measures the host alone; leave --backend out");
        }
        return all.get(only);
    }
}
