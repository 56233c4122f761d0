package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way through JCuda to a driver, with a driver of ours at its end. */
@Tag("shim")
class CudaDriverTest {

    @BeforeAll
    static void needsACompiler() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "JCuda's library for Linux on x86-64 is tried");
        assumeTrue(Shim.available(), "no g++ to compile the kernels for the host");
    }

    @Test
    void kernelsCopiesGraphsAndMemory() throws IOException {
        FakeCuda.Outcome outcome = run(Map.of("MEMORY", "1000000000"));
        assertThat(outcome.output())
                .contains("cuda: Fake GPU, compute capability 9.0, 953 MB, fp32")
                .contains("leaky [-1.0, -0.5, 0.0, 1.0, 2.0]")
                .contains("copied true")
                .contains("step 1 [-1.0, -2.0, 3.0], graphs 0")
                .contains("step 2 [-32.0, -64.0, 3.0], graphs 1")
                .contains("step 3 [-243.0, -486.0, 3.0], graphs 1")
                .contains("step 5 [-3125.0, -6250.0, 3.0], graphs 1")
                .contains("step 6 [-0.0, -0.0, 3.0], graphs 0")
                .contains("The GPU's memory is spent: 2,048 MB more were asked for, ")
                .contains("in tensors at the end: 0")
                .doesNotContain("fake CUDA:");
        assertThat(outcome.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INIT       | 100   | the NVIDIA driver finds no GPU: see whether nvidia-smi lists one
            INIT       | 803   | the NVIDIA driver's parts are of different versions: restart the machine
            INIT       | 999   | the NVIDIA driver does not start: see what nvidia-smi says (CUDA_ERROR_UNKNOWN)
            CAPABILITY | 61    | the GPU (Fake GPU, compute capability 6.1) is older than these kernels can use
            VERSION    | 10020 | the NVIDIA driver is too old: it knows CUDA 10.2, and these kernels need 11.0
            """)
    void whatStandsInTheWayIsSaid(String setting, String value, String words) throws IOException {
        FakeCuda.Outcome outcome = run(Map.of(setting, value));
        assertThat(outcome.output()).contains("unavailable: " + words);
        assertThat(outcome.status()).isZero();
    }

    @Test
    void aCardWithoutTf32IsSaid() throws IOException {
        FakeCuda.Outcome outcome = FakeCuda.run(
                List.of("elements"), Map.of("CAPABILITY", "75"), List.of(CudaDriverMain.class.getName(), "TF32"));
        assertThat(outcome.output()).contains("(Fake GPU, compute capability 7.5) has no TF32, which came with 8.0");
    }

    private static FakeCuda.Outcome run(Map<String, String> settings) throws IOException {
        return FakeCuda.run(List.of("elements"), settings, List.of(CudaDriverMain.class.getName()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jcuda-1         | JCuda's jar is not on the class path: take a release of the course that was made with --cuda
            jcuda-natives-1 | JCuda's native library is not on the class path: take a release
            """)
    void aMissingJarIsSaid(String jar, String words) throws IOException {
        FakeCuda.Outcome outcome = FakeCuda.run(
                List.of("elements"),
                Map.of(),
                List.of(CudaDriverMain.class.getName()),
                path -> !path.contains("/" + jar));
        assertThat(outcome.output()).contains("unavailable: " + words);
        assertThat(outcome.status()).isZero();
    }
}
