package io.gradlab.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many parameters at one request become what they become one by one, to the bit. */
public class UpdateListTest {
    private static final int[] SIZES = {1, 5, 1024, 1025, 3, 5_123, 64, 4096};

    private final Kernels kernels = KernelChoices.fast();

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9})
    void gradientDescent(double momentum) {
        SgdStep weights = new SgdStep(0.1, momentum, 0.01);
        SgdStep others = new SgdStep(0.4, momentum, 0);
        int moments = momentum == 0 ? 0 : 1;
        List<Update> together = updates(moments);
        List<Update> single = updates(moments);
        for (int step = 0; step < 3; step++) {
            kernels.sgd(weights, others, together);
            for (Update update : single) {
                SgdStep own = update.decayed() ? weights : others;
                if (momentum == 0) {
                    kernels.sgd(own, update.value(), update.gradient());
                } else {
                    kernels.sgdMomentum(
                            own,
                            update.value(),
                            update.gradient(),
                            update.moments().getFirst());
                }
            }
        }
        requireSame(together, single);
    }

    @Test
    void adam() {
        List<Update> together = updates(2);
        List<Update> single = updates(2);
        for (int time = 1; time <= 3; time++) {
            AdamStep others = AdamStep.at(time, 1e-2, 0.9, 0.999, 1e-8, 0);
            AdamStep weights = others.withWeightDecay(0.01);
            kernels.adam(weights, others, together);
            for (Update update : single) {
                kernels.adam(
                        update.decayed() ? weights : others,
                        update.value(),
                        update.gradient(),
                        update.moments().get(0),
                        update.moments().get(1));
            }
        }
        requireSame(together, single);
    }

    @Test
    void noParameterAtAll() {
        kernels.sgd(new SgdStep(0.1, 0, 0), new SgdStep(0.1, 0, 0), List.of());
        AdamStep step = AdamStep.at(1, 1e-2, 0.9, 0.999, 1e-8, 0);
        kernels.adam(step, step, List.of());
    }

    private static List<Update> updates(int moments) {
        List<Update> updates = new ArrayList<>();
        for (int i = 0; i < SIZES.length; i++) {
            Shape shape = Shape.of(SIZES[i]);
            RandomStream random = new Seed(i).stream("update");
            List<Tensor> kept = new ArrayList<>();
            for (int moment = 0; moment < moments; moment++) {
                kept.add(Tensor.zeros(shape));
            }
            Tensor gradient = new Seed(i).stream("gradient").uniforms(shape, -1, 1);
            updates.add(new Update(random.uniforms(shape, -1, 1), gradient, kept, i % 2 == 0));
        }
        return updates;
    }

    private static void requireSame(List<Update> actual, List<Update> expected) {
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).value().data())
                    .containsExactly(expected.get(i).value().data());
            for (int moment = 0; moment < actual.get(i).moments().size(); moment++) {
                assertThat(actual.get(i).moments().get(moment).data())
                        .containsExactly(expected.get(i).moments().get(moment).data());
            }
        }
    }
}
