package io.gradlab.course.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import io.gradlab.nn.kernel.Backend;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.PretendDevice;
import io.gradlab.nn.tensor.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose training is on a device that computes as the host does leaves the same files, and no memory taken. */
class RunOnDeviceTest {
    private final StringWriter printed = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(printed), false);
    private final PretendDevice device = new PretendDevice();

    @BeforeEach
    void pretend() {
        KernelRegistry.use(device.kernels());
        KernelRegistry.trainOn(Backend.CUDA.choose());
    }

    @AfterEach
    void forget() {
        KernelRegistry.trainOn(Backend.CPU.choose());
        KernelRegistry.forget(Device.CUDA);
    }

    @Test
    void theSameModelsAndHistory(@TempDir Path folder) throws IOException {
        RunSpec there = ToyRuns.spec(folder.resolve("there"), 2, 0.1, false);
        Run.execute(there, terminal, "");
        assertThat(printed.toString()).contains("cuda: pretended");
        assertThat(there.network().device()).isEqualTo(Device.CPU);
        assertThat(device.most()).isPositive();
        assertThat(device.living()).isZero();

        KernelRegistry.trainOn(Backend.CPU.choose());
        Run.execute(ToyRuns.spec(folder.resolve("here"), 2, 0.1, false), terminal, "");
        assertThat(folder.resolve("there/model.safetensors"))
                .hasSameBinaryContentAs(folder.resolve("here/model.safetensors"));
        assertThat(folder.resolve("there/last.safetensors"))
                .hasSameBinaryContentAs(folder.resolve("here/last.safetensors"));
        assertThat(losses(folder.resolve("there"))).isEqualTo(losses(folder.resolve("here")));
    }

    @Test
    void spentMemoryIsSaidWithASmallerBatch(@TempDir Path folder) {
        device.limit(3);
        RunSpec spec = ToyRuns.spec(folder.resolve("run"), 1, 0.1, false);
        assertThatThrownBy(() -> Run.execute(spec, terminal, ""))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("memory is spent")
                .hasMessageContaining(
                        "give a smaller --batch, say " + spec.plan().batchSize() / 2);
        assertThat(device.living()).isZero();
    }

    /** Returns a history without its last two columns, which are times. */
    private static String losses(Path run) throws IOException {
        return Files.readString(run.resolve("history.csv")).replaceAll("(?m),[^,]*,[^,]*$", "");
    }
}
