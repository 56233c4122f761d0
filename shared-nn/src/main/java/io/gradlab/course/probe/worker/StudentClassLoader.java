package io.gradlab.course.probe.worker;

import java.util.Map;

/**
 * Defines a submission's classes; every submission has a loader of its own. Beside them it sees {@code java.base} and
 * its like, and the core's open packages: neither checks nor solutions.
 */
public final class StudentClassLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    /** Creates the loader of classes by full name. */
    public StudentClassLoader(Map<String, byte[]> classes) {
        super("student", ClassLoader.getPlatformClassLoader());
        this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes != null) {
            return defineClass(name, bytes, 0, bytes.length);
        }
        if (OpenPackages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
            return Class.forName(name, false, StudentClassLoader.class.getClassLoader());
        }
        throw new ClassNotFoundException(name);
    }
}
