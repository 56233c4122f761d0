package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Matrix products and dense layers of any sizes equal their definitions. */
@Tag("geometry")
public class RandomMatmulTest {
    private static final long MOST_PRODUCTS = 1_500_000;
    private static final List<MatMul> FORMS = List.of(MatMul.NN, MatMul.NT, MatMul.TN, new MatMul(true, true, false));

    private final Kernels kernels = KernelChoices.fast();

    @Test
    void products() {
        Geometry.forEach("matmul", geometry -> {
            int[] sizes = sizes(geometry);
            MatMul form = FORMS.get(geometry.below(FORMS.size()));
            form = geometry.below(2) == 0 ? form : form.accumulating();
            Tensor a = form.transposeA() ? geometry.tensor(sizes[2], sizes[0]) : geometry.tensor(sizes[0], sizes[2]);
            Tensor b = form.transposeB() ? geometry.tensor(sizes[1], sizes[2]) : geometry.tensor(sizes[2], sizes[1]);
            Tensor c = geometry.tensor(sizes[0], sizes[1]);
            Product expected = Product.of(form, a, b, sizes);
            if (form.accumulate()) {
                for (int i = 0; i < c.size(); i++) {
                    expected.plus(i, c.data()[i]);
                }
            }
            kernels.matmul(form, a, b, c);
            expected.requireEqual(c, form + " M, N, K = " + List.of(sizes[0], sizes[1], sizes[2]));
        });
    }

    @Test
    void denseLayers() {
        Geometry.forEach("dense", geometry -> {
            int[] sizes = sizes(geometry);
            Tensor x = geometry.tensor(sizes[0], sizes[2]);
            Tensor w = geometry.tensor(sizes[1], sizes[2]);
            Tensor bias = geometry.tensor(sizes[1]);
            Tensor out = Geometry.full(Shape.of(sizes[0], sizes[1]));
            Product expected = Product.of(MatMul.NT, x, w, sizes);
            for (int i = 0; i < out.size(); i++) {
                expected.plus(i, bias.data()[i % sizes[1]]);
            }
            kernels.dense(x, w, bias, out);
            expected.requireEqual(out, "dense N, O, K = " + List.of(sizes[0], sizes[1], sizes[2]));
        });
    }

    private static int[] sizes(Geometry geometry) {
        int[] sizes = {geometry.size(400), geometry.size(700), geometry.size(700)};
        while ((long) sizes[0] * sizes[1] * sizes[2] > MOST_PRODUCTS) {
            int shrunk = geometry.below(3);
            sizes[shrunk] = geometry.size(Math.max(1, sizes[shrunk] / 2));
        }
        return sizes;
    }

    /** Sums of products, and of their absolute values. */
    private record Product(int terms, double[] sums, double[] absolute) {
        static Product of(MatMul form, Tensor a, Tensor b, int[] sizes) {
            int n = sizes[1];
            int k = sizes[2];
            Product product = new Product(k + 1, new double[sizes[0] * n], new double[sizes[0] * n]);
            for (int i = 0; i < sizes[0]; i++) {
                for (int j = 0; j < n; j++) {
                    for (int p = 0; p < k; p++) {
                        double left = a.data()[form.transposeA() ? p * sizes[0] + i : i * k + p];
                        product.plus(i * n + j, left * b.data()[form.transposeB() ? j * k + p : p * n + j]);
                    }
                }
            }
            return product;
        }

        void plus(int at, double term) {
            sums[at] += term;
            absolute[at] += Math.abs(term);
        }

        void requireEqual(Tensor actual, String what) {
            Bound.require(actual, sums, i -> Bound.sum(terms, absolute[i]), what);
        }
    }
}
