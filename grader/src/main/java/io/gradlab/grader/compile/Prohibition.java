package io.gradlab.grader.compile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What no answer needs, and what would hand the task to somebody else. Whatever stands here is also harmless to the grader:
 * the process that runs a submission can only answer. The prohibition is about whose work it is.
 */
final class Prohibition {
    private static final String ENGINE = "io.gradlab.";

    /** Beginnings of class names of the JDK, and why they are out. */
    private static final Map<String, String> PLATFORM = Map.ofEntries(
            Map.entry("java.lang.reflect.", "reflection"),
            Map.entry("java.lang.invoke.MethodHandles", "method handles"),
            Map.entry("java.lang.invoke.VarHandle", "method handles"),
            Map.entry("java.util.ServiceLoader", "loading other classes"),
            Map.entry("java.lang.ClassLoader", "loading other classes"),
            Map.entry("java.net.", "the network"),
            Map.entry("java.lang.Process", "starting processes"),
            Map.entry("java.lang.foreign.", "native code"),
            Map.entry("java.io.ObjectInputStream", "deserialization"),
            Map.entry("javax.", "services of the JVM"),
            Map.entry("sun.", "internals of the JVM"),
            Map.entry("jdk.", "internals of the JVM"));

    /** Methods of classes that are fine otherwise. */
    private static final Map<String, String> METHODS = Map.of(
            "java.lang.Runtime.exec", "starting processes",
            "java.lang.Runtime.load", "native code",
            "java.lang.Runtime.loadLibrary", "native code",
            "java.lang.System.load", "native code",
            "java.lang.System.loadLibrary", "native code");

    private static final Pattern REFLECTIVE = Pattern.compile(
            "forName|newInstance|get(Declared|Enclosing)?(Methods?|Fields?|Constructors?|Class(es|Loader))|getModule|getResource.*");

    /** What the compiler itself writes for lambdas, records, switches and string concatenation. */
    private static final Set<String> COMPILER = Set.of(
            "java.lang.invoke.MethodHandles$Lookup",
            "java.lang.invoke.LambdaMetafactory",
            "java.lang.invoke.StringConcatFactory",
            "java.lang.runtime.ObjectMethods",
            "java.lang.runtime.SwitchBootstraps");

    /** The engine's vocabulary, which every file may use; {@code nn.tensor} and the contracts belong to it too. */
    private static final Set<String> VOCABULARY = Set.of(
            "io.gradlab.nn.layer.Layer",
            "io.gradlab.nn.layer.Parameter",
            "io.gradlab.nn.layer.Pass",
            "io.gradlab.nn.layer.Mode",
            "io.gradlab.nn.layer.ShapeMismatch",
            "io.gradlab.nn.loss.Loss",
            "io.gradlab.nn.loss.LossResult",
            "io.gradlab.nn.optim.Optimizer",
            "io.gradlab.nn.kernel.ActivationKind",
            "io.gradlab.nn.kernel.WindowGeometry");

    private static final String INITIALIZATION =
            "io.gradlab.nn.layer.Initialization"; // a name is free, its work is not

    private final String studentPackage;

    Prohibition(String studentPackage) {
        this.studentPackage = studentPackage;
    }

    /**
     * Returns why a class or a member of it must not be used; empty if it may.
     *
     * @param owner the class's full name
     * @param member the method's or field's name; empty if only the class is named
     * @param imported classes that the skeleton of the file imports, and so offers
     * @param given members that the skeleton of the file uses itself, {@code Kernels.conv2d}
     */
    Optional<String> reason(String owner, String member, Set<String> imported, Set<String> given) {
        boolean outerOfLookup = owner.equals("java.lang.invoke.MethodHandles") && member.isEmpty();
        if (COMPILER.contains(owner) || outerOfLookup) {
            return Optional.empty();
        }
        if (owner.equals("java.lang.Class") && REFLECTIVE.matcher(member).matches()) {
            return Optional.of("reflection");
        }
        if (owner.startsWith(ENGINE)) {
            return engine(owner, member, imported, given);
        }
        String method = METHODS.get(owner + "." + member);
        return method != null
                ? Optional.of(method)
                : PLATFORM.entrySet().stream()
                        .filter(entry -> owner.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    private Optional<String> engine(String owner, String member, Set<String> imported, Set<String> given) {
        String outer = owner.contains("$") ? owner.substring(0, owner.indexOf('$')) : owner;
        boolean free = outer.startsWith(studentPackage + ".")
                || outer.startsWith("io.gradlab.nn.tensor.")
                || outer.matches("io\\.gradlab\\.course\\.\\w+")
                || VOCABULARY.contains(outer)
                || outer.equals(INITIALIZATION) && !member.equals("weight");
        if (free) {
            return Optional.empty();
        }
        boolean kernel = outer.startsWith("io.gradlab.nn.kernel.");
        boolean offered =
                imported.contains(outer) && (!kernel || member.isEmpty() || given.contains(owner + "." + member));
        return offered ? Optional.empty() : Optional.of("the engine's own " + simple(outer, kernel ? member : ""));
    }

    private static String simple(String name, String member) {
        return Stream.of(name.substring(name.lastIndexOf('.') + 1), member)
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + "." + b)
                .orElse(name);
    }
}
