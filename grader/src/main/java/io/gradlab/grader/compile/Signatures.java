package io.gradlab.grader.compile;

import io.gradlab.course.probe.worker.StudentClassLoader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares a submission's classes with the skeleton's: what others may call must still be there. */
final class Signatures {
    private final Map<String, byte[]> skeleton;

    /** Creates the comparison with the skeleton's classes, compiled with the names of their parameters. */
    Signatures(Map<String, byte[]> skeleton) {
        this.skeleton = skeleton;
    }

    /** Returns by class name what each changed class lacks: {@code must have: public Dense(Tensor weight)}. */
    Map<String, String> changes(Map<String, byte[]> classes) {
        StudentClassLoader expected = new StudentClassLoader(skeleton);
        StudentClassLoader actual = new StudentClassLoader(classes);
        Map<String, String> changes = new TreeMap<>();
        for (String name : skeleton.keySet()) {
            List<String> missing = missing(load(name, expected), name, actual);
            if (!missing.isEmpty()) {
                changes.put(name, "must have: " + String.join("; ", missing));
            }
        }
        return changes;
    }

    private static List<String> missing(Class<?> expected, String name, ClassLoader loader) {
        if (!Modifier.isPublic(expected.getModifiers()) || expected.isSynthetic()) {
            return List.of();
        }
        try {
            return missing(expected, load(name, loader));
        } catch (LinkageError | TypeNotPresentException e) {
            return List.of(declaration(expected));
        }
    }

    private static List<String> missing(Class<?> expected, Class<?> actual) {
        List<String> missing = new ArrayList<>();
        boolean open = Modifier.isPublic(actual.getModifiers())
                && (!Modifier.isAbstract(actual.getModifiers()) || Modifier.isAbstract(expected.getModifiers()));
        if (!open || !supertypes(actual).containsAll(supertypes(expected))) {
            missing.add(declaration(expected));
        }
        for (Constructor<?> constructor : expected.getConstructors()) {
            if (Arrays.stream(actual.getConstructors()).noneMatch(other -> same(constructor, other))) {
                missing.add("public " + expected.getSimpleName() + parameters(constructor));
            }
        }
        for (Method method : expected.getDeclaredMethods()) {
            boolean counts = Modifier.isPublic(method.getModifiers()) && !method.isSynthetic();
            if (counts && Arrays.stream(actual.getMethods()).noneMatch(other -> same(method, other))) {
                missing.add("public " + (Modifier.isStatic(method.getModifiers()) ? "static " : "")
                        + method.getReturnType().getSimpleName() + " " + method.getName() + parameters(method));
            }
        }
        return missing;
    }

    private static boolean same(Method one, Method other) {
        return one.getName().equals(other.getName())
                && one.getReturnType().getName().equals(other.getReturnType().getName())
                && Modifier.isStatic(one.getModifiers()) == Modifier.isStatic(other.getModifiers())
                && types(one).equals(types(other));
    }

    private static boolean same(Constructor<?> one, Constructor<?> other) {
        return types(one).equals(types(other));
    }

    private static List<String> types(Executable executable) {
        return Arrays.stream(executable.getParameterTypes()).map(Class::getName).toList();
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getParameters())
                .map(parameter -> parameter.getType().getSimpleName() + " " + parameter.getName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String declaration(Class<?> type) {
        String kind = type.isRecord() ? "record " : type.isInterface() ? "interface " : "class ";
        String interfaces =
                Arrays.stream(type.getInterfaces()).map(Class::getSimpleName).collect(Collectors.joining(", "));
        return "public " + kind + type.getSimpleName() + (interfaces.isEmpty() ? "" : " implements " + interfaces);
    }

    private static TreeSet<String> supertypes(Class<?> type) {
        TreeSet<String> names = new TreeSet<>();
        for (Class<?> each = type.getSuperclass(); each != null; each = each.getSuperclass()) {
            names.add(each.getName());
            names.addAll(supertypes(each));
        }
        for (Class<?> each : type.getInterfaces()) {
            names.add(each.getName());
            names.addAll(supertypes(each));
        }
        return names;
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new NoClassDefFoundError(name);
        }
    }
}
