package io.gradlab.grader.compile;

import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Runs the JDK's compiler on sources in memory. Writes no file and runs no annotation processor. */
final class MemoryCompiler {
    private static final List<String> OPTIONS =
            List.of("-g", "-proc:none", "-nowarn", "-Xlint:none", "-parameters", "-implicit:none", "-Xmaxerrs", "1000");

    private final List<Path> classPath;

    private MemoryCompiler(List<Path> classPath) {
        this.classPath = classPath;
    }

    /** Creates a compiler whose class path is the jars or folders that this process has the core from. */
    static MemoryCompiler onCore() {
        return new MemoryCompiler(Stream.of(Tensor.class, NullMarked.class)
                .map(MemoryCompiler::origin)
                .distinct()
                .toList());
    }

    /** Returns the class path. */
    List<Path> classPath() {
        return classPath;
    }

    /**
     * What came out.
     *
     * @param success whether all compiled
     * @param classes by full name
     * @param errors by the source's path; empty path for those that belong to none
     */
    record Result(
            boolean success, Map<String, MemoryFiles.Compiled> classes, Map<String, List<CompilerMessage>> errors) {}

    /** Compiles sources, given by their paths from the root of the packages. */
    Result compile(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("This Java has no compiler: run GradLab with a JDK, not with a JRE");
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard =
                        compiler.getStandardFileManager(found, Locale.ENGLISH, StandardCharsets.UTF_8);
                MemoryFiles files = new MemoryFiles(standard)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            standard.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            List<MemoryFiles.Source> units = sources.entrySet().stream()
                    .map(source -> new MemoryFiles.Source(source.getKey(), source.getValue()))
                    .toList();
            boolean success = run(compiler, files, found, units);
            return new Result(success, files.classes(), errors(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean run(
            JavaCompiler compiler,
            MemoryFiles files,
            DiagnosticCollector<JavaFileObject> found,
            List<MemoryFiles.Source> units) {
        try {
            return compiler.getTask(Writer.nullWriter(), files, found, OPTIONS, null, units)
                    .call();
        } catch (RuntimeException | StackOverflowError crash) { // the compiler's own fault, but some source's doing
            return false;
        }
    }

    private static Map<String, List<CompilerMessage>> errors(DiagnosticCollector<JavaFileObject> found) {
        Map<String, List<CompilerMessage>> errors = new LinkedHashMap<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : found.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                String path = diagnostic.getSource() instanceof MemoryFiles.Source source ? source.path() : "";
                errors.computeIfAbsent(path, key -> new ArrayList<>()).add(CompilerMessage.of(diagnostic));
            }
        }
        return errors;
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
