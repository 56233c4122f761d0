package io.gradlab.grader.compile;

import io.gradlab.course.probe.worker.OpenPackages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Gives the compiler sources from memory, shows it the core's open packages alone, and keeps the classes it makes. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, Compiled> classes = new TreeMap<>(); // by full name

    MemoryFiles(StandardJavaFileManager standard) {
        super(standard);
    }

    /** A class and the path of its source. */
    record Compiled(String source, ByteArrayOutputStream bytes) {}

    Map<String, Compiled> classes() {
        return classes;
    }

    /** A source; {@code path} begins at the root of the packages. */
    static final class Source extends SimpleJavaFileObject {
        private final String path;
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///").resolve(uri(path)), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        String path() {
            return path;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static URI uri(String path) {
        try {
            return new URI(null, null, "/" + path, null);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        boolean hidden = location == StandardLocation.CLASS_PATH && !OpenPackages.contains(packageName);
        return hidden ? List.of() : super.list(location, packageName, kinds, recurse);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String source = sibling instanceof Source known ? known.path() : "";
        return new SimpleJavaFileObject(uri(className.replace('.', '/') + kind.extension), kind) {
            @Override
            public OutputStream openOutputStream() {
                classes.put(className, new Compiled(source, bytes));
                return bytes;
            }
        };
    }
}
