package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gradlab.nn.kernel.Precision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jcuda.nvptxcompiler.JNvPTXCompiler;
import jcuda.nvptxcompiler.nvPTXCompileResult;
import jcuda.nvptxcompiler.nvPTXCompilerHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed PTX is what {@code shared-nn/scripts/ptx} makes of the sources, and old enough for students' drivers. */
class PtxTest {
    private static final Pattern INCLUDE = Pattern.compile("^ *#include \"(.*)\"", Pattern.MULTILINE);
    private static final List<String> CHIPS = List.of("sm_75", "sm_80", "sm_86", "sm_89", "sm_90");

    static List<String> modules() throws IOException {
        Path folder = Objects.requireNonNull(Shim.resource("elements.cu").getParent());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".cu"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .sorted()
                    .toList();
        }
    }

    private static String source(String name) throws IOException {
        return Files.readString(Shim.resource(name)).replace("\r", "");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void thePtxIsMadeOfTheSource(String module) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(source(module + ".cu").getBytes(StandardCharsets.UTF_8));
        TreeMap<String, String> headers = new TreeMap<>();
        collect(source(module + ".cu"), headers);
        headers.values().forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(Modules.ptx(module).lines().findFirst())
                .as("%s.cu or a header was changed: run shared-nn/scripts/ptx %s", module, module)
                .contains("// source-sha256 " + HexFormat.of().formatHex(digest.digest()));
    }

    /** Adds the headers that a text includes, and theirs, by name. */
    private static void collect(String text, TreeMap<String, String> headers) throws IOException {
        Matcher matcher = INCLUDE.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!headers.containsKey(name)) {
                headers.put(name, source(name));
                collect(headers.get(name), headers);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void itRunsOnTheChipsAndDriversThatTheSourceNames(String module) throws IOException {
        String source = source(module + ".cu");
        assertThat(Modules.ptx(module))
                .contains("\n.version " + setting(source, "version", "7.0") + "\n")
                .contains("\n.target " + setting(source, "target", "sm_75") + "\n");
    }

    private static String setting(String source, String word, String otherwise) {
        Matcher matcher = Pattern.compile("^// " + word + " ([a-z_0-9.]+)$", Pattern.MULTILINE)
                .matcher(source);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void anIndependentAssemblerTakesIt(String module) throws IOException {
        try {
            JNvPTXCompiler.setExceptionsEnabled(false);
        } catch (LinkageError e) {
            assumeTrue(false, "JCuda's compiler is not there for this machine: " + e.getMessage());
        }
        String least = setting(source(module + ".cu"), "target", "sm_75");
        byte[] ptx = (Modules.ptx(module) + '\0').getBytes(StandardCharsets.US_ASCII);
        for (String chip : Boolean.getBoolean("gradlab.thorough")
                ? CHIPS.subList(CHIPS.indexOf(least), CHIPS.size())
                : List.of(least, CHIPS.getLast())) {
            nvPTXCompilerHandle compiler = new nvPTXCompilerHandle();
            assertThat(JNvPTXCompiler.nvPTXCompilerCreate(compiler, ptx.length, ptx))
                    .isEqualTo(nvPTXCompileResult.NVPTXCOMPILE_SUCCESS);
            int result = JNvPTXCompiler.nvPTXCompilerCompile(compiler, 1, new String[] {"-arch=" + chip});
            JNvPTXCompiler.nvPTXCompilerDestroy(compiler);
            assertThat(result)
                    .as("%s for %s: %s", module, chip, nvPTXCompileResult.stringFor(result))
                    .isEqualTo(nvPTXCompileResult.NVPTXCOMPILE_SUCCESS);
        }
    }

    @Test
    void everyKernelThatJavaAsksForIsThere() {
        ShimKernels.requireCompiler();
        try (ShimDriver driver = new ShimDriver()) {
            List<Kernel> kernels =
                    new CudaKernels(driver, Precision.FP32).stream().kernels();
            assertThat(kernels).isNotEmpty();
            TreeSet<String> missing = new TreeSet<>();
            for (Kernel kernel : kernels) {
                if (!Modules.ptx(kernel.module()).contains(".entry " + kernel + "(")) {
                    missing.add(kernel.module() + "." + kernel);
                }
            }
            assertThat(missing).isEmpty();
        }
    }
}
