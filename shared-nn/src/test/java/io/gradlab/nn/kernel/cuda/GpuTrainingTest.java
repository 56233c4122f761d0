package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.optim.Sgd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whole trainings on a real GPU: the host's losses. */
@Tag("gpu")
@ExtendWith(NeedsGpu.class)
class GpuTrainingTest {

    @Test
    void momentum() {
        DeviceTraining.compare(2_000, 250, 0, () -> new Sgd(0.9, 1e-3), 2e-2);
    }

    @Test
    void adamWithSmoothedTargets() {
        DeviceTraining.compare(2_000, 250, 0.1, () -> new Adam(1e-3), 2e-2);
    }
}
