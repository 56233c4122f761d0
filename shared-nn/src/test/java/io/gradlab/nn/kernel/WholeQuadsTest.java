package io.gradlab.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products whose rows are whole quads and fill large tiles, as tensor cores want them and random sizes seldom are. */
public class WholeQuadsTest {
    private static final double SUM =
            4 * Math.sqrt(268) * 0x1p-24 * 100; // as in Bound, for 268 products that add up to 100

    @Test
    void matricesMultiplyInEveryForm() {
        Kernels kernels = KernelChoices.exact();
        for (MatMul form : List.of(MatMul.NN, MatMul.NT, MatMul.TN, new MatMul(true, true, false))) {
            Tensor a = random("a", form.transposeA() ? 268 : 136, form.transposeA() ? 136 : 268);
            Tensor b = random("b", form.transposeB() ? 68 : 268, form.transposeB() ? 268 : 68);
            Tensor out = Tensor.zeros(136, 68);
            kernels.matmul(form, a, b, out);
            for (int i = 0; i < out.size(); i++) {
                int row = i / 68;
                int column = i % 68;
                double sum = IntStream.range(0, 268)
                        .mapToDouble(p -> (double) (form.transposeA() ? a.at(p, row) : a.at(row, p))
                                * (form.transposeB() ? b.at(column, p) : b.at(p, column)))
                        .sum();
                assertThat((double) out.data()[i]).as("%s, element %d", form, i).isCloseTo(sum, within(SUM));
            }
        }
    }

    /** With as many channels as fill the largest tiles, on maps of whole quads and on others. */
    @ParameterizedTest
    @ValueSource(ints = {6, 8})
    void weightGradientsAddUp(int width) {
        Kernels kernels = KernelChoices.exact();
        Tensor x = random("x", 2, 20, 7, width);
        Tensor dy = random("dy", 2, 70, 7, width);
        Tensor dw = Tensor.zeros(70, 20, 3, 3);
        kernels.conv2dWeightGradient(WindowGeometry.square(3, 1, 1), x, dy, dw);
        for (int i = 0; i < dw.size(); i++) {
            double sum = 0;
            for (int at = 0; at < 2 * 7 * width; at++) {
                int row = at / width % 7 + i / 3 % 3 - 1;
                int column = at % width + i % 3 - 1;
                if (row >= 0 && row < 7 && column >= 0 && column < width) {
                    int image = at / (7 * width);
                    sum += (double) x.at(image, i / 9 % 20, row, column)
                            * dy.at(image, i / 180, at / width % 7, at % width);
                }
            }
            assertThat((double) dw.data()[i]).as("element %d", i).isCloseTo(sum, within(SUM));
        }
    }

    private static Tensor random(String name, int... dimensions) {
        return KernelChoices.drawn(new Seed(1).stream(name).uniforms(Shape.of(dimensions), -1, 1));
    }
}
