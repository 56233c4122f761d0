package io.gradlab.lab3.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.cli.UserError;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConventionTest {
    private static final Tensor PIXEL = Tensor.of(Shape.of(1, 3, 1, 1), new float[] {1, 0.5f, 0}); // orange

    @Test
    void torchvisionKeepsRedFirstAndStandardizes() {
        assertThat(Convention.TORCHVISION.fromRgb(PIXEL).data())
                .containsExactly(
                        new float[] {(1 - 0.485f) / 0.229f, (0.5f - 0.456f) / 0.224f, -0.406f / 0.225f},
                        Offset.offset(1e-6f));
    }

    @Test
    void caffePutsBlueFirstAndKeepsTheScaleOfBytes() {
        assertThat(Convention.CAFFE.fromRgb(PIXEL).data())
                .containsExactly(new float[] {-103.939f, 127.5f - 116.779f, 255 - 123.68f}, Offset.offset(1e-4f));
    }

    @ParameterizedTest
    @EnumSource
    void everyConventionCanBeUndone(Convention convention) {
        Tensor images = new Seed(1).stream("x").uniforms(Shape.of(2, 3, 4, 5), 0, 1);
        Tensor back = convention.toRgb(convention.fromRgb(images));
        assertThat(back.data()).containsExactly(images.data(), Offset.offset(1e-6f));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThat(Convention.of("caffe")).isEqualTo(Convention.CAFFE);
        assertThatThrownBy(() -> Convention.of("keras"))
                .isInstanceOf(UserError.class)
                .hasMessage("There is no convention 'keras'; choose one of torchvision, caffe, plain");
    }
}
