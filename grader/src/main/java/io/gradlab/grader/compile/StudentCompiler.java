package io.gradlab.grader.compile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Compiles the student packages of one lab. Sources that do not compile are replaced by the skeleton's, so that one
 * slip costs no more than its own tasks.
 */
public final class StudentCompiler implements SourceCompiler {
    private static final int MOST_FILES = 200;
    private static final int LARGEST_FILE = 1_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int PATIENCE = 10; // times the limit, by the clock of a busy machine
    private static final int WATCH_MILLIS = 50;
    private static final long STACK_BYTES = 16L << 20; // deeply nested expressions

    private final PackedSkeleton skeleton;
    private final MemoryCompiler compiler = MemoryCompiler.onCore();
    private final Map<String, byte[]> skeletonClasses; // with LabKMine
    private final Duration limit;
    private volatile boolean gaveUp;

    private StudentCompiler(PackedSkeleton skeleton, Duration limit) {
        this.skeleton = skeleton;
        this.limit = limit;
        this.skeletonClasses = compileSkeleton();
    }

    /**
     * Creates the compiler of a lab, with 10 seconds of CPU time for each submission.
     *
     * @throws IllegalArgumentException if there is no such lab; the message is one line
     */
    public static StudentCompiler of(String lab) {
        return within(lab, LIMIT);
    }

    /** Creates the compiler of a lab with another limit of CPU time; otherwise as {@link #of}. */
    static StudentCompiler within(String lab, Duration limit) {
        return new StudentCompiler(PackedSkeleton.of(lab), limit);
    }

    /** Returns what a submission's classes depend on besides its sources: skeleton, core and Java, as a text. */
    static String environment(String lab) {
        StringBuilder text = new StringBuilder(Runtime.version().toString());
        text.append(PackedSkeleton.of(lab));
        for (Path path : MemoryCompiler.onCore().classPath()) {
            text.append(path).append(' ').append(path.toFile().lastModified());
        }
        return text.toString();
    }

    /** Returns the labs that can be compiled. */
    public static List<String> labs() {
        return PackedSkeleton.labs();
    }

    /** Returns whether a compilation took too long: its thread may compute on. */
    boolean gaveUp() {
        return gaveUp;
    }

    @Override
    public CompiledSubmission compile(Map<String, String> sources) {
        if (sources.size() > MOST_FILES) {
            return refused(sources.size() + " files are too many for a student package; at most " + MOST_FILES
                    + " are compiled, so none was");
        }
        FutureTask<Attempt> task = new FutureTask<>(() -> attempt(sources));
        Thread thread = new Thread(null, task, "compile", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            Optional<Attempt> attempt = await(task, thread);
            if (attempt.isPresent()) {
                return finish(attempt.get());
            }
            gaveUp = true;
            return refused(String.format(
                    Locale.ROOT,
                    "the compiler did not end within %s s, so nothing was compiled; is an expression nested deeply?",
                    limit.toMillis() / 1000.0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while compiling", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                return refused("the compiler's memory ran out, so nothing was compiled");
            }
            throw new IllegalStateException("The compiler failed", e.getCause());
        }
    }

    /** Waits for a compilation; empty if it takes too much CPU time, or ten times as long by the clock. */
    private Optional<Attempt> await(FutureTask<Attempt> task, Thread thread)
            throws InterruptedException, ExecutionException {
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long watch = Math.clamp(limit.toMillis(), 1, WATCH_MILLIS);
        while (true) {
            try {
                return Optional.of(task.get(watch, TimeUnit.MILLISECONDS));
            } catch (TimeoutException stillBusy) {
                boolean computed = times.getThreadCpuTime(thread.threadId()) > limit.toNanos();
                if (computed || System.nanoTime() - start > PATIENCE * limit.toNanos()) {
                    return Optional.empty();
                }
            }
        }
    }

    private Attempt attempt(Map<String, String> sources) {
        Attempt attempt = new Attempt(skeleton, compiler, new Signatures(skeletonClasses));
        sources.forEach((path, text) -> {
            if (text.length() > LARGEST_FILE) {
                attempt.refuse(path, "has more than 1,000,000 characters; such a file is not compiled");
            } else if (path.endsWith("module-info.java")) {
                attempt.refuse(path, "has no place in a student package and was left out");
            } else {
                attempt.add(path, text);
            }
        });
        attempt.run();
        new TreeSet<>(skeleton.filesOfTasks().values().stream()
                        .flatMap(Set::stream)
                        .toList())
                .stream()
                        .filter(file -> !sources.isEmpty() && !sources.containsKey(file))
                        .forEach(file -> attempt.note(file, "is missing, so the skeleton's stands in for it"));
        return attempt;
    }

    private CompiledSubmission finish(Attempt attempt) {
        Map<String, byte[]> classes = attempt.classes();
        skeletonClasses.forEach((name, bytes) -> {
            if (!name.startsWith(skeleton.studentPackage() + ".")) {
                classes.put(name, bytes); // LabKMine and what it consists of
            }
        });
        Map<String, String> signatures = new Signatures(skeletonClasses).changes(classes);
        signatures.forEach((name, sentence) -> attempt.note(fileOf(name), sentence));
        return new CompiledSubmission(
                skeleton.lab(),
                classes,
                attempt.problems(),
                attempt.brokenTasks(),
                signatures,
                new ForbiddenUses(skeleton, skeletonClasses).tasks(classes));
    }

    /** Returns what a submission comes to of which nothing was compiled. */
    public CompiledSubmission refused(String why) {
        Map<String, String> broken = new TreeMap<>();
        skeleton.filesOfTasks().keySet().forEach(task -> broken.put(task, why));
        return new CompiledSubmission(
                skeleton.lab(), skeletonClasses, List.of(new Problem("", why)), broken, Map.of(), Map.of());
    }

    private String fileOf(String className) {
        return className.substring(skeleton.studentPackage().length() + 1).replace('.', '/') + ".java";
    }

    private Map<String, byte[]> compileSkeleton() {
        Map<String, String> sources = new TreeMap<>();
        skeleton.files().forEach((name, text) -> sources.put(skeleton.path(name), text));
        sources.put(skeleton.givenClass().replace('.', '/') + ".java", skeleton.given());
        MemoryCompiler.Result result = compiler.compile(sources);
        if (!result.success()) {
            throw new IllegalStateException("The grader's own skeleton does not compile: " + result.errors());
        }
        return Attempt.bytes(result);
    }
}
