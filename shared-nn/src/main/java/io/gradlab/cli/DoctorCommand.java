package io.gradlab.cli;

import io.gradlab.nn.data.DataCatalog;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.data.KnownFile;
import io.gradlab.nn.data.KnownSet;
import io.gradlab.nn.kernel.Backend;
import io.gradlab.nn.kernel.DeviceUnavailable;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.plot.Pictures;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradlab doctor}: what this machine has, and the mend for each thing that it lacks. */
@Command(
        name = "doctor",
        description = "Look at this machine: Java, vectors, memory, data; say how to mend what is missing.")
final class DoctorCommand implements Callable<Integer> {
    private static final long ENOUGH_MEMORY = 1L << 30;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data sets.")
    private @Nullable Path data;

    private boolean healthy = true;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("ok    Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch"));
        String backend = KernelRegistry.cpu().description();
        row(out, !backend.contains("plain loops"), "backend " + backend, "start through ./gradlab");
        out.println("ok    " + gpu());
        long heap = Runtime.getRuntime().maxMemory();
        row(
                out,
                heap >= ENOUGH_MEMORY,
                String.format(
                        "%d cores, %.1f GB of memory, of which Java may use %.1f",
                        Runtime.getRuntime().availableProcessors(), physicalMemory() / 1e9, heap / 1e9),
                "set GRADLAB_JAVA_OPTS=-Xmx2g");
        Pictures.Availability pictures = Pictures.available();
        row(
                out,
                pictures.available(),
                pictures.available() ? "pictures can be drawn" : pictures.reason(),
                pictures.mend());
        DataFolder folder = DataFolder.resolve(data);
        for (KnownSet set : DataCatalog.sets()) {
            long found = set.files().stream()
                    .filter(file -> present(folder, set, file))
                    .count();
            boolean all = found == set.files().size();
            String state = all ? "complete" : found == 0 ? "not there" : "partly there";
            row(
                    out,
                    all,
                    set.name() + " data: " + state,
                    "./gradlab data get " + set.name() + ", or name the folder with GRADLAB_DATA or --data");
        }
        out.println("ok    built-in digits and shapes: always there, no file needed");
        out.println(healthy ? "All is well." : "What is marked `mend` limits some commands; all others work.");
        out.flush();
        return 0;
    }

    /** Returns what {@code --backend cuda} would say; nobody needs a GPU, so lacking one is well. */
    private static String gpu() {
        try {
            return "backend " + Backend.CUDA.choose().line() + ", with --backend cuda";
        } catch (DeviceUnavailable why) {
            return "no GPU for --backend cuda, which nothing needs: " + why.getMessage();
        }
    }

    private void row(PrintWriter out, boolean good, String what, String mend) {
        healthy &= good;
        out.println((good ? "ok    " : "mend  ") + what + (good ? "" : ": " + mend));
    }

    private static boolean present(DataFolder folder, KnownSet set, KnownFile file) {
        return Files.exists(folder.locate(set, file));
    }

    private static long physicalMemory() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }
}
