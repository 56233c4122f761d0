package io.gradlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Scaling by a fixed factor, both ways. */
class ScaleTest {
    @Test
    void multipliesNumbersAndGradients() {
        Layer scale = NetworkText.parse("scale 0.25", Shape.of(2), Initialization.HE, new Seed(1));
        assertThat(scale.forward(Tensor.vector(8, -2).reshape(Shape.of(1, 2)), Pass.evaluation())
                        .data())
                .containsExactly(2, -0.5f);
        assertThat(scale.backward(Tensor.vector(4, 1).reshape(Shape.of(1, 2))).data())
                .containsExactly(1, 0.25f);
        assertThat(scale).hasToString("Scale(0.2500)");
        assertThatThrownBy(() -> new Scale(Double.NaN)).hasMessageContaining("finite");
    }
}
