package io.gradlab.grader.compile;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which tasks a submission's answer to a task rests on, because its classes name those of other tasks: a cross-entropy
 * that calls the student's own softmax cannot be right while that is wrong.
 */
public final class TaskUses {
    private final CompiledSubmission submission;
    private final PackedSkeleton skeleton;
    private final Map<String, String> taskOfClass = new HashMap<>(); // by the full name of a top-level class

    /** Reads no class yet. */
    public TaskUses(CompiledSubmission submission) {
        this.submission = submission;
        this.skeleton = PackedSkeleton.of(submission.lab());
        skeleton.filesOfTasks()
                .forEach((task, files) -> files.forEach(file -> taskOfClass.put(skeleton.className(file), task)));
    }

    /** Returns the ids of the other tasks whose classes a task's classes name, directly or through more, in order. */
    public List<String> of(String task) {
        Deque<String> open = new ArrayDeque<>();
        TreeSet<String> seen = new TreeSet<>();
        taskOfClass.forEach((name, owner) -> {
            if (owner.equals(task)) {
                open.add(name);
                seen.add(name);
            }
        });
        while (!open.isEmpty()) {
            for (String name : named(open.remove())) {
                if (seen.add(name)) {
                    open.add(name);
                }
            }
        }
        return seen.stream()
                .map(taskOfClass::get)
                .filter(owner -> owner != null && !owner.equals(task))
                .distinct()
                .sorted(Comparator.comparingInt(id -> Integer.parseInt(id.substring(id.indexOf('.') + 1))))
                .toList();
    }

    /** Returns the student's top-level classes that a top-level class and those within it name. */
    private List<String> named(String topLevel) {
        TreeSet<String> names = new TreeSet<>();
        submission.classes().forEach((name, bytes) -> {
            if (topLevel(name).equals(topLevel)) {
                for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
                    if (entry instanceof ClassEntry type) {
                        names.add(topLevel(type.asInternalName().replace('/', '.')));
                    }
                }
            }
        });
        return names.stream()
                .filter(name -> name.startsWith(skeleton.studentPackage() + "."))
                .toList();
    }

    private static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }
}
