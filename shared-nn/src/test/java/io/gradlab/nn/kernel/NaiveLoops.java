package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** The definitions, as plain loops in double precision. */
final class NaiveLoops {

    private NaiveLoops() {}

    /** C[i, j] = Σ_p op(A)[i, p] · op(B)[p, j]. */
    static double[] matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
        int m = a.dim(transposeA ? 1 : 0);
        int k = a.dim(transposeA ? 0 : 1);
        int n = b.dim(transposeB ? 0 : 1);
        double[] c = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = 0; p < k; p++) {
                    double left = transposeA ? a.at(p, i) : a.at(i, p);
                    c[i * n + j] += left * (transposeB ? b.at(j, p) : b.at(p, j));
                }
            }
        }
        return c;
    }

    /** What to do with one product of a convolution: an output's place, an input's and a weight's. */
    interface Product {
        void visit(int out, int in, int weight);
    }

    static void eachProduct(WindowGeometry window, Shape input, Shape weight, Product product) {
        Shape out = window.output(input, weight.dim(0));
        for (int n = 0; n < out.dim(0); n++) {
            for (int o = 0; o < out.dim(1); o++) {
                for (int y = 0; y < out.dim(2); y++) {
                    for (int x = 0; x < out.dim(3); x++) {
                        int outAt = ((n * out.dim(1) + o) * out.dim(2) + y) * out.dim(3) + x;
                        for (int c = 0; c < input.dim(1); c++) {
                            for (int i = 0; i < weight.dim(2); i++) {
                                for (int j = 0; j < weight.dim(3); j++) {
                                    int line = y * window.stride() + i - window.padding();
                                    int column = x * window.stride() + j - window.padding();
                                    if (line >= 0 && line < input.dim(2) && column >= 0 && column < input.dim(3)) {
                                        product.visit(
                                                outAt,
                                                ((n * input.dim(1) + c) * input.dim(2) + line) * input.dim(3) + column,
                                                ((o * input.dim(1) + c) * weight.dim(2) + i) * weight.dim(3) + j);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
