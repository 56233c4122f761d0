package io.gradlab.grader.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compiles one submission: all files together; if that fails, without those that are at fault, until the rest compiles.
 * A file with errors that compiles beside the skeleton is not at fault: then another file's signatures are.
 */
final class Attempt {
    private final PackedSkeleton skeleton;
    private final MemoryCompiler compiler;
    private final Signatures signatures;
    private final Map<String, String> own = new TreeMap<>(); // the student's files that are still in
    private final Map<String, String> replaced = new TreeMap<>(); // why each of the others is not
    private final Set<String> dropped = new TreeSet<>(); // those of them that stood in an earlier round
    private final List<Problem> problems = new ArrayList<>();
    private Map<String, byte[]> classes = Map.of();

    Attempt(PackedSkeleton skeleton, MemoryCompiler compiler, Signatures signatures) {
        this.skeleton = skeleton;
        this.compiler = compiler;
        this.signatures = signatures;
    }

    void add(String path, String text) {
        own.put(path, text);
    }

    /** Leaves a file out, and says so. */
    void refuse(String path, String why) {
        own.remove(path);
        replaced.put(path, why);
        problems.add(new Problem(path, why));
    }

    void note(String path, String message) {
        problems.add(new Problem(path, message));
    }

    Map<String, byte[]> classes() {
        return new TreeMap<>(classes);
    }

    List<Problem> problems() {
        return problems;
    }

    /** Returns for each task with a file that was replaced, what is wrong with that file. */
    Map<String, String> brokenTasks() {
        Map<String, String> broken = new TreeMap<>();
        skeleton.filesOfTasks().forEach((task, files) -> {
            String why = files.stream()
                    .filter(replaced::containsKey)
                    .map(file -> file + " " + replaced.get(file))
                    .collect(Collectors.joining("\n"));
            if (!why.isEmpty()) {
                broken.put(task, why);
            }
        });
        return broken;
    }

    void run() {
        MemoryCompiler.Result result = compile(own.keySet());
        Map<String, String> faults = faults(result, own.keySet());
        while (!result.success() || !faults.isEmpty()) {
            replace(result.success() ? faults : guilty(faults));
            result = compile(own.keySet());
            faults = faults(result, own.keySet());
        }
        classes = bytes(result);
    }

    /** Returns which of the files with errors are at fault; of several possible answers the mildest. Never empty. */
    private Map<String, String> guilty(Map<String, String> faults) {
        Map<String, String> alone = new TreeMap<>();
        for (String file : faults.isEmpty() ? own.keySet() : faults.keySet()) {
            MemoryCompiler.Result result = compile(withHelpers(file));
            String why = faults(result, Set.of(file)).get(file);
            if (why != null || !result.success() && !faults.containsKey(file)) {
                alone.put(
                        file,
                        why == null ? "does not compile beside the skeleton's files" : faults.getOrDefault(file, why));
            }
        }
        if (!alone.isEmpty()) {
            return alone;
        }
        Map<String, String> changed = changedSignatures();
        changed.keySet().removeAll(faults.keySet());
        if (!changed.isEmpty()) {
            return changed;
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        return own.keySet().stream()
                .collect(Collectors.toMap(file -> file, file -> "does not compile with the others"));
    }

    /** Returns the files that compile beside the skeleton but no longer have what it has. */
    private Map<String, String> changedSignatures() {
        Map<String, String> changed = new TreeMap<>();
        for (String file : own.keySet()) {
            MemoryCompiler.Result result = compile(withHelpers(file));
            if (skeleton.files().containsKey(file) && result.success()) {
                String sentence = signatures.changes(bytes(result)).get(skeleton.className(file));
                if (sentence != null) {
                    changed.put(file, sentence);
                }
            }
        }
        return changed;
    }

    private void replace(Map<String, String> faults) {
        String gone = String.join(", ", dropped);
        faults.forEach((file, why) ->
                refuse(file, gone.isEmpty() ? why : why + "\n(perhaps only because of " + gone + ": mend that first)"));
        dropped.addAll(faults.keySet());
    }

    /** Compiles the given files of the student, with the skeleton's for those that are missing. */
    private MemoryCompiler.Result compile(Set<String> files) {
        // The skeleton's names first: a class that is declared twice is the helper's fault.
        Map<String, String> sources = new LinkedHashMap<>();
        skeleton.files()
                .forEach((name, text) ->
                        sources.put(skeleton.path(name), files.contains(name) ? own.getOrDefault(name, text) : text));
        for (String file : files) {
            sources.putIfAbsent(skeleton.path(file), own.getOrDefault(file, ""));
        }
        return compiler.compile(sources);
    }

    private Set<String> withHelpers(String file) {
        Set<String> files = new TreeSet<>(own.keySet());
        files.removeIf(other -> skeleton.files().containsKey(other) && !other.equals(file));
        return files;
    }

    /** Returns what is wrong with each of the given files: the compiler's errors, or classes of another package. */
    private Map<String, String> faults(MemoryCompiler.Result result, Set<String> files) {
        Map<String, String> faults = new TreeMap<>();
        for (String file : files) {
            List<CompilerMessage> errors = result.errors().getOrDefault(skeleton.path(file), List.of());
            boolean misplaced = result.classes().entrySet().stream()
                    .anyMatch(entry -> entry.getValue().source().equals(skeleton.path(file))
                            && !entry.getKey().startsWith(skeleton.studentPackage() + "."));
            boolean hollow = result.success()
                    && skeleton.files().containsKey(file)
                    && !file.equals("package-info.java")
                    && !result.classes().containsKey(skeleton.className(file));
            if (!errors.isEmpty()) {
                faults.put(file, "does not compile: " + CompilerMessage.join(errors));
            } else if (misplaced) {
                faults.put(file, "must begin with `package " + skeleton.studentPackage() + ";`");
            } else if (hollow) {
                faults.put(file, "does not declare the class " + file.replace(".java", ""));
            }
        }
        return faults;
    }

    static Map<String, byte[]> bytes(MemoryCompiler.Result result) {
        Map<String, byte[]> bytes = new TreeMap<>();
        result.classes()
                .forEach((name, compiled) -> bytes.put(name, compiled.bytes().toByteArray()));
        return bytes;
    }
}
