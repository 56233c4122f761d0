package io.gradlab.nn.kernel.cuda;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Starts Java where {@code libcuda.so.1} is a library of ours that runs kernels by the shim, see {@code libcuda.cpp}: JCuda,
 * its native library and all that is ours are the real ones.
 */
final class FakeCuda {
    private static final Path FOLDER = Path.of("target", "shim", "fake");

    private FakeCuda() {}

    /** What a program printed (with its errors), and how it ended. */
    record Outcome(int status, String output) {}

    /** Prints what a shell has to export, for {@code shared-nn/scripts/fake-gpu}. */
    public static void main(String[] arguments) throws IOException {
        environment(modules()).forEach((name, value) -> System.out.println("export " + name + "='" + value + "'"));
    }

    /** Compiles what is missing and returns the variables that make a program find it. */
    private static Map<String, String> environment(List<String> modules) throws IOException {
        Files.createDirectories(FOLDER);
        Shim.build(
                List.of("-Wl,-soname,libcuda.so.1", Shim.resource("libcuda.cpp").toString(), "-ldl"),
                FOLDER.resolve("libcuda.so.1"));
        String libraries = modules.stream()
                .map(module -> Shim.library(module).toAbsolutePath().toString())
                .collect(Collectors.joining(":"));
        return Map.of(
                "FAKE_CUDA_LIBRARIES",
                libraries,
                "LD_LIBRARY_PATH",
                FOLDER.toAbsolutePath().toString());
    }

    /** Runs a main class with the whole class path. */
    static Outcome run(List<String> modules, Map<String, String> settings, List<String> command) throws IOException {
        return run(modules, settings, command, jar -> true);
    }

    /** Runs a main class; {@code settings} are the library's, without {@code FAKE_CUDA_}, and the class path has
     * what the predicate lets through. */
    static Outcome run(
            List<String> modules, Map<String, String> settings, List<String> command, Predicate<String> classPath)
            throws IOException {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(classPath)
                        .collect(Collectors.joining(File.pathSeparator))));
        java.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(java).redirectErrorStream(true);
        builder.environment().putAll(environment(modules));
        settings.forEach((name, value) -> builder.environment().put("FAKE_CUDA_" + name, value));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), output);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the names of the modules there are: of the PTX resources. */
    static List<String> modules() {
        File[] files = Shim.resource("elements.cu").getParent().toFile().listFiles();
        return Arrays.stream(files == null ? new File[0] : files)
                .map(File::getName)
                .filter(name -> name.endsWith(".ptx"))
                .map(name -> name.substring(0, name.length() - ".ptx".length()))
                .sorted()
                .toList();
    }
}
