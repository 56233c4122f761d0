package io.gradlab.nn.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Shape SAMPLE = Shape.of(1, 8, 8);

    @Test
    void itTrainsItsOwnNetworkAndEnds() {
        AtomicReference<Layer> rehearsed = new AtomicReference<>();
        Layer network = network();

        Rehearsal rehearsal = Rehearsal.begin(
                () -> {
                    rehearsed.set(network());
                    return rehearsed.get();
                },
                Adam::new,
                SAMPLE,
                10,
                16);
        rehearsal.close();

        assertThat(rehearsed.get()).isNotNull();
        assertThat(network.parameters().getFirst().gradient().data()).containsOnly(0);
        assertThat(rehearsed.get().parameters().getFirst().gradient().data()).doesNotContain(Float.NaN);
        assertThat(rehearsed.get().parameters().getFirst().gradient().data()).isNotEqualTo(new float[64 * 12]);
    }

    @Test
    void aRehearsalThatFailsEndsQuietly() {
        Rehearsal rehearsal = Rehearsal.begin(
                () -> {
                    throw new IllegalStateException("no such network");
                },
                Adam::new,
                SAMPLE,
                10,
                16);

        rehearsal.close(); // returns; the training itself will say what is wrong
    }

    private static Layer network() {
        return NetworkText.parse("flatten, dense 12, relu, dense 10", SAMPLE, Initialization.HE, new Seed(1));
    }
}
