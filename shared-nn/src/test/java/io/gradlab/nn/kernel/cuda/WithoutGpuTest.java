package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.kernel.Backend;
import io.gradlab.nn.kernel.DeviceUnavailable;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.tensor.Shape;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who trains on the host never notices that there are kernels for GPUs. */
class WithoutGpuTest {

    /** What another JVM runs: chooses where to train and computes there. */
    public static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            Backend.Chosen chosen = Backend.valueOf(arguments[0]).choose();
            System.out.println("chosen " + chosen.line());
            KernelRegistry.get(chosen.device()).allocate(Shape.of(3));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CPU", "AUTO"})
    void noClassThatMentionsJCudaIsLoaded(Backend backend) throws IOException, InterruptedException {
        List<String> mentioning = classesThatMentionJCuda();
        assertThat(mentioning)
                .contains("io.gradlab.nn.kernel.cuda.CudaDriver")
                .doesNotContain("io.gradlab.nn.kernel.cuda.CudaProvider", "io.gradlab.nn.kernel.cuda.CudaKernels");
        String log = loadedClasses(backend);
        if (backend == Backend.AUTO && !log.contains("no NVIDIA driver was found")) {
            return; // this machine may have a GPU
        }
        assertThat(log).contains("io.gradlab.nn.kernel.cpu.CpuKernels").doesNotContain(" jcuda.");
        for (String name : mentioning) {
            assertThat(log).doesNotContain(" " + name + " ");
        }
    }

    private static String loadedClasses(Backend backend) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        backend.name()))
                .redirectErrorStream(true);
        builder.environment().remove("LD_LIBRARY_PATH");
        Process process = builder.start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(log).contains("chosen cpu: ");
        return log;
    }

    private static List<String> classesThatMentionJCuda() throws IOException {
        File folder = Shim.resource("CudaProvider.class").getParent().toFile();
        List<String> names = new ArrayList<>();
        for (File file : Objects.requireNonNull(folder.listFiles((within, name) -> name.endsWith(".class")))) {
            if (Files.readString(file.toPath(), StandardCharsets.ISO_8859_1).contains("jcuda/")) {
                names.add(CudaProvider.class.getPackageName() + "."
                        + file.getName().replace(".class", ""));
            }
        }
        return names;
    }

    @Test
    void otherSystemsAreToldWhichThereAre() {
        assertThatThrownBy(() -> NvidiaDriver.requireLibraries("Mac OS X", "aarch64", false))
                .isInstanceOf(DeviceUnavailable.class)
                .hasMessage("CUDA's Java libraries exist for Linux and Windows on x86-64 alone, and this is Mac OS X on"
                        + " aarch64: use the CPU");
        assertThatThrownBy(() -> NvidiaDriver.requireLibraries("Linux", "aarch64", true))
                .hasMessageContaining("Linux on aarch64");
    }

    @Test
    void theLinkersListComesBeforeTheUsualFolders() {
        assertThat(NvidiaDriver.folders("/a::/b")).startsWith("/a", "/b", "/usr/lib/x86_64-linux-gnu");
        assertThat(Arrays.asList(NvidiaDriver.folders(null).toArray()))
                .doesNotContain("")
                .isNotEmpty();
    }
}
