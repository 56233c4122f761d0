package io.gradlab.nn.kernel.cuda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles a {@code .cu} file for the host: g++ with {@code shim.h} in front, once for each content of the sources. The
 * library has a function {@code shim_NAME} for each kernel NAME.
 */
final class Shim {
    private static final Pattern KERNEL = Pattern.compile(
            "extern\\s+\"C\"\\s+__global__\\s+void\\s+(?:__launch_bounds__\\([^)]*\\)\\s*)?(\\w+)\\s*\\(");
    private static final Pattern DYNAMIC =
            Pattern.compile("extern\\s+__shared__\\s+(?:__align__\\(\\w+\\)\\s*)?(\\w+)\\s+(\\w+)\\s*\\[\\s*]\\s*;");
    private static final Pattern SHARED = Pattern.compile("__shared__\\s+(?:(?:__align__|alignas)\\((\\w+)\\)\\s*)?"
            + "([\\w:]+(?:\\s+(?:int|long|char))*)\\s+(\\w+[^;=]*);");
    private static final Pattern DECLARATOR = Pattern.compile("(\\w+)\\s*((?:\\[[^]]*]\\s*)*)(?:,\\s*|$)");
    private static final List<String> CHECKS = List.of(
            "-fsanitize=alignment,bounds,integer-divide-by-zero,signed-integer-overflow,shift",
            "-fsanitize-undefined-trap-on-error");
    private static final Path BUILT = Path.of("target", "shim");

    private Shim() {}

    /** Returns whether there is a compiler; {@code GRADLAB_CXX} names another than g++. */
    static boolean available() {
        try {
            return new ProcessBuilder(compiler(), "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the library of a module: the host's form of its {@code .cu} resource. */
    static Path library(String module) {
        return library(resource(module + ".cu"), module);
    }

    /** Returns the library of a source that may lie anywhere; its headers lie beside it or among the resources. */
    static Path library(Path source, String module) {
        try {
            Files.createDirectories(BUILT);
            Path library = BUILT.resolve(module + "-" + hash(source) + ".so");
            if (Files.notExists(library)) {
                Path host = library.resolveSibling(module + ".cpp");
                Files.writeString(host, hostForm(expanded(source)));
                build(List.of("-x", "c++", "-include", header().toString(), host.toString()), library);
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the library of {@code memory.cpp}. */
    static Path memory() {
        try {
            Files.createDirectories(BUILT);
            Path source = resource("memory.cpp");
            Path library = BUILT.resolve("memory-" + hash(source) + ".so");
            if (Files.notExists(library)) {
                build(List.of(source.toString()), library);
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the source with its own headers put in; CUDA's words for kernels and shared memory are still there. */
    private static String expanded(Path source) throws IOException {
        Path text = BUILT.resolve(source.getFileName() + ".ii");
        List<String> command = new ArrayList<>(List.of(compiler(), "-std=c++17", "-E", "-DSHIM=1", "-x", "c++"));
        includes(source).forEach(folder -> command.addAll(List.of("-I", folder.toString())));
        command.addAll(List.of(source.toString(), "-o", text.toString()));
        run(command);
        return Files.readString(text);
    }

    private static List<Path> includes(Path source) {
        Path own = Objects.requireNonNull(source.toAbsolutePath().getParent());
        return List.of(own, Objects.requireNonNull(resource("elements.cu").getParent()));
    }

    /** Returns C++ for the host: shared memory that all threads see, and an entry for each kernel. */
    private static String hostForm(String expanded) {
        String dynamic = DYNAMIC.matcher(expanded).replaceAll("$1* $2 = ($1*) shim::dynamicShared();");
        String text = SHARED.matcher(dynamic).replaceAll(Shim::shared);
        Set<String> kernels = new TreeSet<>();
        Matcher matcher = KERNEL.matcher(expanded);
        while (matcher.find()) {
            kernels.add(matcher.group(1));
        }
        String entries = kernels.stream()
                .map(name -> "extern \"C\" int shim_" + name
                        + "(const shim::Request* request, const char* slots, char* message) { return shim::launch("
                        + name + ", *request, slots, message); }\n")
                .collect(Collectors.joining());
        return "#define __global__\n" + text + "\n" + entries;
    }

    /** Returns a reference into the block's shared memory for each array that one declaration names. */
    private static String shared(MatchResult declaration) {
        String align = Objects.requireNonNullElse(declaration.group(1), "1");
        return DECLARATOR
                .matcher(declaration.group(3))
                .replaceAll(name -> "auto& %s = shim::shared<%s%s, %s>([] {}); "
                        .formatted(name.group(1), declaration.group(2), name.group(2), align))
                .replace("$", "\\$");
    }

    static void build(List<String> inputs, Path library) throws IOException {
        Path fresh = Files.createTempFile(BUILT, "fresh", ".so");
        List<String> command = new ArrayList<>(List.of(
                compiler(),
                "-std=c++17",
                "-O2",
                "-march=native",
                "-fPIC",
                "-shared",
                "-Wl,-Bsymbolic",
                "-Wno-unknown-pragmas"));
        command.addAll(CHECKS);
        command.addAll(inputs);
        command.addAll(List.of("-o", fresh.toString()));
        run(command);
        Files.move(fresh, library, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + "\n" + output);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a hash over a source, all headers that it may include, the shim, and the compiler's options. */
    private static String hash(Path source) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(source));
            digest.update(CHECKS.toString().getBytes(StandardCharsets.UTF_8));
            Set<Path> folders = new TreeSet<>(includes(source));
            folders.add(Objects.requireNonNull(header().getParent()));
            for (Path folder : folders) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.filter(Shim::isHeader).sorted().toList()) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isHeader(Path file) {
        return file.toString().endsWith(".h") || file.toString().endsWith(".cuh");
    }

    private static Path header() {
        return resource("shim.h");
    }

    /** Returns a file among the resources of this package, main or test. */
    static Path resource(String name) {
        URL url = Objects.requireNonNull(Shim.class.getResource(name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String compiler() {
        return System.getenv().getOrDefault("GRADLAB_CXX", "g++");
    }
}
