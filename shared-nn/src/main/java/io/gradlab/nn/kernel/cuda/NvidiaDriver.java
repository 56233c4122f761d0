package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.DeviceUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells from files alone whether an NVIDIA driver may be here, so that nobody without one waits for a library to fail. */
final class NvidiaDriver {
    private static final String LIBRARY = "libcuda.so.1";
    private static final List<String> USUAL_FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/lib/wsl/lib", "/usr/local/nvidia/lib64");

    private NvidiaDriver() {}

    /** Throws {@link DeviceUnavailable} if there is none, or this is no machine that JCuda has libraries for. */
    static void require() {
        String system = System.getProperty("os.name", "");
        String processor = System.getProperty("os.arch", "");
        boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        requireLibraries(system, processor, windows || system.equals("Linux"));
        boolean found = windows
                ? Files.exists(
                        Path.of(System.getenv().getOrDefault("SystemRoot", "C:\\Windows"), "System32", "nvcuda.dll"))
                : folders(System.getenv("LD_LIBRARY_PATH")).anyMatch(folder -> Files.exists(Path.of(folder, LIBRARY)));
        if (!found) {
            throw new DeviceUnavailable("no NVIDIA driver was found: install one if there is such a card"
                    + " (in a container, start it with --gpus all), or use the CPU");
        }
    }

    static void requireLibraries(String system, String processor, boolean known) {
        if (!known || !List.of("amd64", "x86_64").contains(processor)) {
            throw new DeviceUnavailable(
                    "CUDA's Java libraries exist for Linux and Windows on x86-64 alone, and this is " + system + " on "
                            + processor + ": use the CPU");
        }
    }

    /** Returns where the system's linker may find a library: a colon's list first, then the usual places. */
    static Stream<String> folders(@Nullable String listed) {
        Stream<String> first = listed == null ? Stream.of() : Stream.of(listed.split(":"));
        return Stream.concat(first.filter(folder -> !folder.isEmpty()), USUAL_FOLDERS.stream());
    }
}
