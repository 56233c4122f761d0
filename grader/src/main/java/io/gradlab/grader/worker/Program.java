package io.gradlab.grader.worker;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gradlab.course.probe.worker.WorkerMain;
import io.gradlab.grader.compile.CompileMain;
import io.gradlab.nn.kernel.cpu.CpuProvider;
import io.gradlab.nn.tensor.Tensor;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a worker's JVM runs.
 *
 * @param main the class to start
 * @param classPath all that it can load
 * @param options of the JVM, beside those that all workers have
 */
record Program(Class<?> main, List<Path> classPath, List<String> options) {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final List<String> SHORT_LIVED = List.of(
            "-XX:TieredStopAtLevel=1", // no second compilation pays
            "-Djdk.reflect.useNativeAccessorOnly=true"); // nor a class for each method that is called by reflection

    /**
     * Returns the program that runs a submission: the core, and nothing of the grader.
     *
     * @param training whether it will compute for long, so that fast kernels are worth their start
     */
    static Program checks(boolean training) {
        List<String> options = new ArrayList<>(List.of("-D" + CpuProvider.EXACT_PROPERTY + "=true"));
        options.addAll(training ? List.of("--add-modules", "jdk.incubator.vector") : SHORT_LIVED);
        List<Path> classPath = Stream.of(
                        Tensor.class, // the core
                        NullMarked.class,
                        JsonMapper.class, // model files' headers
                        JsonParser.class,
                        JsonProperty.class)
                .map(Program::origin)
                .distinct()
                .toList();
        if (!training) {
            AotCache.place(classPath)
                    .filter(Files::isReadable)
                    .ifPresent(cache -> options.add("-XX:AOTCache=" + cache));
        }
        return new Program(WorkerMain.class, classPath, options);
    }

    /** Returns the program that does what {@link #checks} does, and at its end writes the file for later starts. */
    static Program rehearsal(Path cache) {
        Program checks = checks(false);
        List<String> options = new ArrayList<>(checks.options());
        options.add("-XX:AOTCacheOutput=" + cache);
        return new Program(checks.main(), checks.classPath(), options);
    }

    /** Returns the program that compiles submissions: the grader's own class path, for none of their code runs in it. */
    static Program compiler() {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
        return new Program(CompileMain.class, classPath, SHORT_LIVED);
    }

    /** Returns the JVM's command and arguments. */
    List<String> command(Limits limits) {
        List<String> command = new ArrayList<>();
        command.add(JAVA_HOME.resolve("bin").resolve("java").toString());
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=off", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-XX:-CreateCoredumpOnCrash"));
        command.addAll(
                List.of("-Xmx" + limits.heap() + "m", "-XX:MaxDirectMemorySize=16m", "-Djava.awt.headless=true"));
        command.addAll(options);
        command.addAll(List.of("-cp", path(), main.getName()));
        return command;
    }

    /** Returns what the JVM reads. */
    List<Path> readable() {
        List<Path> readable = new ArrayList<>(List.of(JAVA_HOME));
        readable.addAll(classPath);
        AotCache.place(classPath).filter(Files::isReadable).ifPresent(readable::add);
        return readable;
    }

    private String path() {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
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
