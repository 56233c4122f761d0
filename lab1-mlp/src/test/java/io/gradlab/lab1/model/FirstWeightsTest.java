package io.gradlab.lab1.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class FirstWeightsTest {

    @Test
    void aLabelIsReadAsItIsWritten() {
        for (String label : new String[] {"zero", "normal", "xavier", "he", "0.07"}) {
            assertThat(FirstWeights.parse(label).label()).isEqualTo(label);
        }
        assertThat(FirstWeights.parse("HE")).isEqualTo(new FirstWeights.OfKind(Initialization.HE));
        assertThat(FirstWeights.usual(ActivationKind.RELU).label()).isEqualTo("he");
        assertThat(FirstWeights.usual(ActivationKind.LINEAR).label()).isEqualTo("xavier");
    }

    @Test
    void aNumberIsTheDeviation() {
        Tensor weight = FirstWeights.parse("0.07").weight(Shape.of(100, 100), new RandomStream(1));
        double squares = 0;
        for (float number : weight.data()) {
            squares += number * number;
        }
        assertThat(Math.sqrt(squares / weight.size())).isEqualTo(0.07, within(0.07 * 0.03)); // 4 deviations of 1/√(2n)
    }

    @Test
    void anythingElseIsRefused() {
        for (String label : new String[] {"xavjer", "0", "-1", "NaN", "Infinity"}) {
            assertThatThrownBy(() -> FirstWeights.parse(label)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
