package io.gradlab.lab3.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoRatesTest {
    private final Parameter pretrained =
            Parameter.weight("weight", Tensor.vector(1, 2)).inside("features.21");
    private final Parameter fresh =
            Parameter.weight("weight", Tensor.vector(1, 2)).inside("classifier.1");
    private final Parameter frozen =
            Parameter.weight("weight", Tensor.vector(1, 2)).inside("features.0");

    @Test
    void pretrainedLayersTakeSmallerStepsAndFrozenOnesNone() {
        frozen.freeze(true);
        step(new TwoRates(0.1), 0.01);

        assertThat(1 - fresh.value().at(0)).isCloseTo(0.01f, org.assertj.core.data.Offset.offset(1e-5f));
        assertThat(1 - pretrained.value().at(0)).isCloseTo(0.001f, org.assertj.core.data.Offset.offset(1e-5f));
        assertThat(frozen.value().data()).containsExactly(1, 2);
    }

    @Test
    void whatItRemembersIsSavedAndRestored() {
        TwoRates first = new TwoRates(0.1);
        step(first, 0.01);
        TwoRates second = new TwoRates(0.1);
        second.restore(List.of(pretrained, fresh, frozen), first.state());
        float[] before = {pretrained.value().at(0), fresh.value().at(0)};

        step(second, 0.01);

        assertThat(second.state()).containsOnlyKeys(first.state().keySet());
        assertThat(second.state().get("fine.time").data()).containsExactly(0, 2);
        assertThat(pretrained.value().at(0)).isLessThan(before[0]);
        assertThat(fresh.value().at(0)).isLessThan(before[1]);
    }

    private void step(TwoRates optimizer, double rate) {
        for (Parameter parameter : List.of(pretrained, fresh, frozen)) {
            parameter.gradient().copyFrom(Tensor.vector(1, -1));
        }
        optimizer.step(List.of(pretrained, fresh, frozen), rate);
    }
}
