package io.gradlab.grader.student;

import io.gradlab.grader.compile.StudentCompiler;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which stubs a lab's skeleton has, by their text, and which of them are still there in a student's files. */
final class Stubs {
    private static final Pattern STUB = Pattern.compile("new NotImplemented\\(\"(\\d+\\.\\d+)\"\\)");

    private final Map<String, String> skeleton;

    /**
     * Reads a lab's skeleton.
     *
     * @throws IllegalArgumentException if there is no such lab; the message is one line
     */
    Stubs(String lab) {
        this.skeleton = StudentCompiler.skeleton(lab);
    }

    /** Returns the files with stubs of a task, each with the skeleton's text; none if there is no such task. */
    Map<String, String> files(String task) {
        Map<String, String> files = new TreeMap<>();
        skeleton.forEach((name, text) -> {
            if (tasks(text).contains(task)) {
                files.put(name, text);
            }
        });
        return files;
    }

    /** Returns the tasks whose stubs stand in a text, in order. */
    static Set<String> tasks(String text) {
        Set<String> tasks = new TreeSet<>(Tasks.IN_ORDER);
        Matcher stub = STUB.matcher(text);
        while (stub.find()) {
            tasks.add(stub.group(1));
        }
        return tasks;
    }

    /** Returns all tasks of the skeleton, in order. */
    Set<String> tasks() {
        return tasks(String.join("\n", skeleton.values()));
    }

    /** Returns the tasks of which no stub was replaced, in order; a file that is not there is graded as the skeleton's. */
    Set<String> untouched(Map<String, String> sources) {
        Set<String> untouched = new TreeSet<>(Tasks.IN_ORDER);
        for (String task : tasks()) {
            if (files(task).entrySet().stream()
                    .allMatch(file -> count(sources.getOrDefault(file.getKey(), file.getValue()), task)
                            >= count(file.getValue(), task))) {
                untouched.add(task);
            }
        }
        return untouched;
    }

    private static long count(String text, String task) {
        return STUB.matcher(text)
                .results()
                .filter(stub -> stub.group(1).equals(task))
                .count();
    }
}
