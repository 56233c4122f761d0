package io.gradlab.grader.worker;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gradlab.course.probe.worker.WorkerMain;
import io.gradlab.nn.kernel.cpu.CpuProvider;
import io.gradlab.nn.tensor.Tensor;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** The command line of a worker's JVM: the core on its class path, and nothing of the grader. */
final class WorkerCommand {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    private WorkerCommand() {}

    /**
     * Returns the JVM's command and arguments.
     *
     * @param training whether it will compute for long, so that fast kernels are worth their start
     */
    static List<String> java(Limits limits, boolean training) {
        List<String> command = new ArrayList<>();
        command.add(JAVA_HOME.resolve("bin").resolve("java").toString());
        command.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-Xlog:all=off", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-XX:-CreateCoredumpOnCrash"));
        command.addAll(List.of(
                "-Xmx" + limits.heap() + "m",
                "-XX:MaxDirectMemorySize=16m",
                "-Djava.awt.headless=true",
                "-D" + CpuProvider.EXACT_PROPERTY + "=true"));
        if (training) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        } else {
            command.add("-XX:TieredStopAtLevel=1"); // checks are short: no second compilation pays
        }
        command.addAll(List.of("-cp", path(classPath()), WorkerMain.class.getName()));
        return command;
    }

    /** Returns what the worker's JVM reads. */
    static List<Path> readable() {
        return Stream.concat(Stream.of(JAVA_HOME), classPath().stream()).toList();
    }

    private static List<Path> classPath() {
        return Stream.of(
                        Tensor.class, // the core
                        NullMarked.class,
                        JsonMapper.class, // model files' headers
                        JsonParser.class,
                        JsonProperty.class)
                .map(WorkerCommand::origin)
                .distinct()
                .toList();
    }

    private static String path(List<Path> places) {
        return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
