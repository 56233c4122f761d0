package io.gradlab.grader.grading;

import io.gradlab.course.Labs;
import io.gradlab.course.Variant;
import io.gradlab.course.probe.wire.Start;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.worker.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rehearses a lab's checks with the core's own answers, so that workers start faster; once for each build of GradLab. */
public final class WarmStart {

    private WarmStart() {}

    /** Rehearses, if nobody has. */
    public static void prepare(LabChecks lab) {
        Workplace.warmUp(() -> answers(lab), subject -> {
            CheckRunner runner = new CheckRunner(subject, "rehearsal");
            lab.classes().stream()
                    .filter(type -> !type.getAnnotation(Task.class).training())
                    .forEach(runner::run);
        });
    }

    /** Returns the core's answers as if a student had handed them in: a worker takes a lab's classes in no other way. */
    private static Start answers(LabChecks lab) {
        Class<?> answers = Labs.find(lab.lab(), lab.contract(), Variant.CORE).getClass();
        try {
            URI jar =
                    answers.getProtectionDomain().getCodeSource().getLocation().toURI();
            try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
                return new Start(
                        lab.lab(),
                        lab.contract().getName(),
                        answers.getName(),
                        classes(files.getPath("/"), answers.getPackageName()));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, byte[]> classes(Path root, String name) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.list(root.resolve(name.replace('.', '/')))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String type = file.getFileName().toString().replace(".class", "");
                if (!type.equals("package-info")) {
                    classes.put(name + "." + type, Files.readAllBytes(file));
                }
            }
        }
        return classes;
    }
}
