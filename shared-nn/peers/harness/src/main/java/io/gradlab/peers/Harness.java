package io.gradlab.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** Measures a peer's workloads and prints one line of JSON for each: the stopwatch all Java peers share. */
public final class Harness {
    private static final double WARM_UP_SECONDS = 3;
    private static final double SAMPLE_SECONDS = 0.2;
    private static final int FEWEST_SAMPLES = 5;
    private static final int WARM_UP_STEPS = 2;

    private Harness() {}

    /** Runs the workloads asked for; {@code workloads} maps a name to what builds it for a number of threads. */
    public static void run(String peer, Options options, Map<String, IntFunction<Workload>> workloads) {
        if (options.only() != null && !workloads.containsKey(options.only())) {
            System.err.println(peer + " does not offer " + options.only() + "; it has: "
                    + String.join(", ", workloads.keySet()));
            System.exit(3);
        }
        workloads.forEach((name, build) -> {
            if (options.only() == null || options.only().equals(name)) {
                Workload workload = build.apply(options.threads());
                double value = workload.images() / secondsPerStep(workload, options.seconds());
                System.out.printf(
                        Locale.ROOT,
                        "{\"peer\":\"%s\",\"name\":\"%s\",\"value\":%.3f,\"unit\":\"images/s\",\"threads\":%d,"
                                + "\"parameters\":%d,\"peak_rss_mb\":%d}%n",
                        peer,
                        name,
                        value,
                        options.threads(),
                        workload.parameters(),
                        peakResidentMegabytes());
            }
        });
    }

    /** The median over samples of at least 0.2 s, for {@code seconds} after a warm-up. */
    private static double secondsPerStep(Workload workload, double seconds) {
        long steps = 0;
        long start = System.nanoTime();
        while (since(start) < WARM_UP_SECONDS || steps < WARM_UP_STEPS) {
            workload.step();
            steps++;
        }
        long perSample = (long) Math.ceil(SAMPLE_SECONDS * steps / since(start) * 1.1);
        List<Double> samples = new ArrayList<>();
        start = System.nanoTime();
        while (since(start) < seconds || samples.size() < FEWEST_SAMPLES) {
            long begin = System.nanoTime();
            long done = 0;
            while (done < perSample || since(begin) < SAMPLE_SECONDS) {
                workload.step();
                done++;
            }
            samples.add(since(begin) / done);
        }
        Collections.sort(samples);
        return samples.get(samples.size() / 2);
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static long peakResidentMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
