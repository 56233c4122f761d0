package io.gradlab.grader.compile;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a submission's classes, without running them, for what {@link Prohibition} forbids. */
final class ForbiddenUses {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+?)(?:\\.[a-z]\\w*)?;");

    private final PackedSkeleton skeleton;
    private final Prohibition prohibition;
    private final Map<String, byte[]> skeletonClasses;

    /**
     * Creates the reader.
     *
     * @param skeletonClasses the compiled skeleton, by full name
     */
    ForbiddenUses(PackedSkeleton skeleton, Map<String, byte[]> skeletonClasses) {
        this.skeleton = skeleton;
        this.prohibition = new Prohibition(skeleton.studentPackage());
        this.skeletonClasses = skeletonClasses;
    }

    /**
     * Returns for each task with a forbidden use what it is: in its own files, or in helper classes of the student's that
     * these use.
     */
    Map<String, String> tasks(Map<String, byte[]> classes) {
        Map<String, String> uses = of(classes);
        Map<String, String> tasks = new TreeMap<>();
        if (uses.isEmpty()) {
            return tasks;
        }
        skeleton.filesOfTasks().forEach((task, own) -> {
            Set<String> files = new TreeSet<>(own);
            Deque<String> open = new ArrayDeque<>(own);
            while (!open.isEmpty()) {
                for (String named : named(open.remove(), classes)) {
                    if (!skeleton.files().containsKey(named) && files.add(named)) {
                        open.add(named);
                    }
                }
            }
            files.stream()
                    .filter(uses::containsKey)
                    .findFirst()
                    .ifPresent(file -> tasks.put(task, file + " " + uses.get(file)));
        });
        return tasks;
    }

    /** Returns the student's files whose classes those of a file name. */
    private Set<String> named(String file, Map<String, byte[]> classes) {
        Set<String> files = new TreeSet<>();
        classes.forEach((name, bytes) -> {
            if (name.startsWith(skeleton.studentPackage() + ".") && file(name).equals(file)) {
                for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
                    if (entry instanceof ClassEntry type && name(type).startsWith(skeleton.studentPackage() + ".")) {
                        files.add(file(name(type)));
                    }
                }
            }
        });
        return files;
    }

    /** Returns for each file with a forbidden use the first one, in words for the student. */
    Map<String, String> of(Map<String, byte[]> classes) {
        Map<String, String> uses = new TreeMap<>();
        classes.forEach((name, bytes) -> {
            if (name.startsWith(skeleton.studentPackage() + ".")) {
                String file = file(name);
                first(ClassFile.of().parse(bytes), imports(file), given(file))
                        .ifPresent(why -> uses.putIfAbsent(file, why));
            }
        });
        return uses;
    }

    private Optional<String> first(ClassModel type, Set<String> imported, Set<String> given) {
        for (PoolEntry entry : type.constantPool()) {
            String owner = switch (entry) {
                case MemberRefEntry member -> name(member.owner());
                case ClassEntry named -> name(named);
                default -> "";
            };
            String member =
                    entry instanceof MemberRefEntry reference ? reference.name().stringValue() : "";
            Optional<String> why = owner.isEmpty() || owner.startsWith("[")
                    ? Optional.empty()
                    : prohibition.reason(owner, member, imported, given);
            if (why.isPresent()) {
                return Optional.of("uses " + why.get() + line(type, owner)
                        + ", which this task does not allow: write it yourself");
            }
        }
        return type.methods().stream()
                .filter(method -> method.flags().has(AccessFlag.NATIVE))
                .findFirst()
                .map(method ->
                        "has the native method " + method.methodName().stringValue() + "; native code is not allowed");
    }

    /** Returns where a class's members are used first, {@code  (line 12)}; empty if no instruction does. */
    private static String line(ClassModel type, String owner) {
        for (MethodModel method : type.methods()) {
            int line = 0;
            for (CodeElement element : method.code().map(CodeModel::elementList).orElse(List.of())) {
                String used = switch (element) {
                    case InvokeInstruction call -> name(call.owner());
                    case FieldInstruction field -> name(field.owner());
                    default -> "";
                };
                line = element instanceof LineNumber number ? number.line() : line;
                if (used.equals(owner) && line > 0) {
                    return " (line " + line + ")";
                }
            }
        }
        return "";
    }

    private Set<String> imports(String file) {
        Set<String> imports = new TreeSet<>();
        Matcher matcher = IMPORT.matcher(skeleton.files().getOrDefault(file, ""));
        while (matcher.find()) {
            imports.add(matcher.group(1));
        }
        return imports;
    }

    /** Returns the members that the skeleton's own classes of a file use. */
    private Set<String> given(String file) {
        Set<String> given = new TreeSet<>();
        skeletonClasses.forEach((name, bytes) -> {
            if (name.startsWith(skeleton.studentPackage() + ".") && file(name).equals(file)) {
                for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
                    if (entry instanceof MemberRefEntry member) {
                        given.add(name(member.owner()) + "." + member.name().stringValue());
                    }
                }
            }
        });
        return given;
    }

    private String file(String className) {
        String simple = className.substring(skeleton.studentPackage().length() + 1);
        int nested = simple.indexOf('$');
        return (nested < 0 ? simple : simple.substring(0, nested)).replace('.', '/') + ".java";
    }

    private static String name(ClassEntry type) {
        return type.asInternalName().replace('/', '.');
    }
}
