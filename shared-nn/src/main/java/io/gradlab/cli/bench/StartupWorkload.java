package io.gradlab.cli.bench;

import io.gradlab.cli.UserError;
import io.gradlab.nn.kernel.KernelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A command in a fresh JVM, from the shell's call of the launcher to its end. */
record StartupWorkload(List<String> arguments) implements Workload {
    private static final int WORST_GOOD_END = 1; // a check ends with 1 where a task does not pass yet
    private static final String OUT = "OUT"; // stands for a folder that is new each time

    static List<Workload> all() {
        return List.of(
                new StartupWorkload(List.of("--help")),
                new StartupWorkload(List.of("check", "1.8")),
                new StartupWorkload(List.of("train", "digits-mlp", "--quick", "--out", OUT)));
    }

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String description() {
        return "gradlab " + String.join(" ", arguments).replace(" --out " + OUT, "") + ", wall time";
    }

    /** Runs once, which may make the archive of classes that later runs start from. */
    @Override
    public void prepare() {
        step();
    }

    @Override
    public void step() {
        try {
            Path folder = Files.createTempDirectory("gradlab-startup");
            try {
                run(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UserError("startup cannot be measured: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("startup: interrupted", e);
        }
    }

    private void run(Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(launcher().toString());
        arguments.forEach(
                word -> command.add(word.equals(OUT) ? folder.resolve("run").toString() : word));
        if (arguments.contains("train")) {
            command.addAll(List.of("--threads", Integer.toString(KernelRegistry.threads())));
        }
        Path said = folder.resolve("said.txt");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (code > WORST_GOOD_END) {
            throw new UserError("startup: gradlab " + String.join(" ", arguments) + " ended with exit code " + code
                    + ": " + Files.readString(said).strip());
        }
    }

    private static Path launcher() {
        String home = System.getProperty("gradlab.home", "");
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path launcher = Path.of(home, windows ? "gradlab.cmd" : "gradlab");
        if (home.isEmpty() || !Files.isRegularFile(launcher)) {
            throw new UserError("startup measures the launcher and must be started by it: ./gradlab bench");
        }
        return launcher;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public double flops() {
        return 0;
    }

    @Override
    public double value(double seconds) {
        return 1000 * seconds;
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public double warmUpSeconds() {
        return 0;
    }
}
