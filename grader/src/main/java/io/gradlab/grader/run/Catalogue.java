package io.gradlab.grader.run;

import io.gradlab.grader.check.Task;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** All labs and tasks that there are checks for. */
public final class Catalogue {
    private final List<LabChecks> labs;

    private Catalogue(List<LabChecks> labs) {
        this.labs = labs;
    }

    /** Returns the labs of the class path, ordered by name. */
    public static Catalogue load() {
        return new Catalogue(ServiceLoader.load(LabChecks.class, Catalogue.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(LabChecks::lab))
                .toList());
    }

    /** Returns those of these labs that are named. */
    public Catalogue only(Collection<String> names) {
        return new Catalogue(
                labs.stream().filter(lab -> names.contains(lab.lab())).toList());
    }

    /** Returns the names of the labs. */
    public List<String> labs() {
        return labs.stream().map(LabChecks::lab).toList();
    }

    /** Returns the ids of a lab's tasks. */
    public static List<String> tasks(LabChecks lab) {
        return lab.classes().stream().map(type -> task(type).id()).toList();
    }

    /** Returns the lab of this name, or that with a task of this id. */
    public Optional<LabChecks> find(String labOrTask) {
        return labs.stream()
                .filter(lab -> lab.lab().equals(labOrTask) || tasks(lab).contains(labOrTask))
                .findFirst();
    }

    /** Returns the ids of all tasks. */
    public List<String> tasks() {
        return labs.stream().flatMap(lab -> tasks(lab).stream()).toList();
    }

    /** Returns the same for people: {@code 1.0 to 1.14, 2.0 to 2.16}. */
    public String tasksInWords() {
        return TaskRanges.of(tasks());
    }

    /** Returns a lab's check classes for a task, or for the whole lab: those that are worth points. */
    public static List<Class<?>> classes(LabChecks lab, String labOrTask) {
        Stream<Class<?>> classes = lab.classes().stream();
        return lab.lab().equals(labOrTask)
                ? classes.filter(type -> task(type).points() > 0).toList()
                : classes.filter(type -> task(type).id().equals(labOrTask)).toList();
    }

    private static Task task(Class<?> type) {
        return type.getAnnotation(Task.class);
    }
}
