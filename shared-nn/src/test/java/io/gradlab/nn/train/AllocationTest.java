package io.gradlab.nn.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A steady training step takes no memory worth speaking of, so the garbage collector has nothing to do. */
class AllocationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60); // code that is still being compiled takes memory
    private static final int STEPS = 600;
    private static final long MOST_BYTES_A_STEP = 16 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flatten, dense 64, relu, dense 10",
                "conv 32 3x3 pad 1, batchnorm, relu, maxpool 2, conv 64 3x3 pad 1, relu, dropout2d 0.1, flatten, dropout 0.5,"
                        + " dense 10",
            })
    void aSteadyStepAllocatesLittle(String text) {
        Seed seed = new Seed(1);
        Shape sample = Shape.of(1, 12, 12);
        Sequential network = NetworkText.parse(text, sample, Initialization.HE, seed);
        Tensor inputs = seed.stream("x").uniforms(sample.prepend(16), 0, 1);
        Tensor targets = Tensor.zeros(16, 10);
        for (int n = 0; n < 16; n++) {
            targets.data()[n * 10 + n % 10] = 1;
        }
        CrossEntropy loss = new CrossEntropy();
        Adam adam = new Adam();
        long least = Long.MAX_VALUE;
        Instant latest = Instant.now().plus(PATIENCE);
        while (least > MOST_BYTES_A_STEP && Instant.now().isBefore(latest)) {
            long before = allocated();
            for (int step = 0; step < STEPS; step++) {
                Tensor logits = network.forward(inputs, Pass.training(seed, step));
                network.backwardParameters(loss.compute(logits, targets).gradient());
                adam.step(network.parameters(), 1e-3);
            }
            least = Math.min(least, (allocated() - before) / STEPS);
        }
        assertThat(least).isLessThanOrEqualTo(MOST_BYTES_A_STEP);
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class)
                .getTotalThreadAllocatedBytes();
    }
}
