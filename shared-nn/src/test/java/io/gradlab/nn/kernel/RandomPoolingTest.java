package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pooling and its gradients equal their definitions for any windows, overlapping or with gaps. */
@Tag("geometry")
public class RandomPoolingTest {
    private static final int LARGEST_MAP = 40;

    private final Kernels kernels = KernelChoices.fast();

    @Test
    void maxima() {
        Geometry.forEach("max pooling", geometry -> {
            Pool pool = Pool.draw(geometry);
            double[] y = new double[pool.out.size()];
            double[] dx = new double[pool.x.size()];
            Tensor dy = geometry.tensor(pool.out.toArray());
            pool.each((out, inputs) -> {
                int best = -1;
                for (int at : inputs) {
                    best = at >= 0 && (best < 0 || pool.x.data()[at] > pool.x.data()[best]) ? at : best;
                }
                y[out] = pool.x.data()[best];
                dx[best] += dy.data()[out];
            });
            Tensor out = Geometry.full(pool.out);
            kernels.maxPool(pool.window, pool.x, out);
            Bound.require(out, y, _ -> 0, "maximum " + pool);
            Tensor gradient = Geometry.full(pool.x.shape());
            kernels.maxPoolGradient(pool.window, pool.x, dy, gradient);
            int most = pool.area();
            Bound.require(gradient, dx, _ -> Bound.sum(most, most), "gradient of the maximum " + pool);
        });
    }

    @Test
    void means() {
        Geometry.forEach("average pooling", geometry -> {
            Pool pool = Pool.draw(geometry);
            double[] y = new double[pool.out.size()];
            double[] dx = new double[pool.x.size()];
            Tensor dy = geometry.tensor(pool.out.toArray());
            int area = pool.area();
            pool.each((out, inputs) -> {
                for (int at : inputs) {
                    if (at >= 0) {
                        y[out] += (double) pool.x.data()[at] / area;
                        dx[at] += (double) dy.data()[out] / area;
                    }
                }
            });
            Tensor out = Geometry.full(pool.out);
            kernels.averagePool(pool.window, pool.x, out);
            Bound.require(out, y, _ -> Bound.sum(area + 1, 1), "mean " + pool);
            Tensor gradient = Geometry.full(pool.x.shape());
            kernels.averagePoolGradient(pool.window, dy, gradient);
            Bound.require(gradient, dx, _ -> Bound.sum(area + 1, 1), "gradient of the mean " + pool);
        });
    }

    private interface Place {
        void visit(int out, int[] inputs);
    }

    private record Pool(WindowGeometry window, Tensor x, Shape out) {
        static Pool draw(Geometry geometry) {
            boolean usual = geometry.below(3) == 0;
            int height = usual ? 2 : 1 + geometry.below(7);
            int width = usual ? 2 : 1 + geometry.below(7);
            int stride = usual ? 2 : 1 + geometry.below(3);
            int padding = usual ? 0 : geometry.below(Math.min(height, width) / 2 + 1);
            WindowGeometry window = new WindowGeometry(height, width, stride, padding);
            Tensor x = geometry.tensor(
                    1 + geometry.below(4),
                    geometry.size(9),
                    Math.max(height, geometry.size(LARGEST_MAP)),
                    Math.max(width, geometry.size(LARGEST_MAP)));
            boolean equals = geometry.below(2) == 0;
            for (int i = 0; i < x.size() && equals; i++) {
                x.data()[i] = Math.round(4 * x.data()[i]) / 4f; // many are equal, so which is the first counts
            }
            return new Pool(window, x, window.output(x.shape(), x.dim(1)));
        }

        int area() {
            return window.kernelHeight() * window.kernelWidth();
        }

        /** Visits each output with its inputs in row order; -1 stands for padding. */
        void each(Place place) {
            int[] inputs = new int[area()];
            int pixels = out.dim(2) * out.dim(3);
            for (int o = 0; o < out.size(); o++) {
                int plane = o / pixels * x.dim(2) * x.dim(3);
                int top = o % pixels / out.dim(3) * window.stride() - window.padding();
                int left = o % out.dim(3) * window.stride() - window.padding();
                for (int i = 0; i < inputs.length; i++) {
                    int row = top + i / window.kernelWidth();
                    int column = left + i % window.kernelWidth();
                    boolean inside = row >= 0 && row < x.dim(2) && column >= 0 && column < x.dim(3);
                    inputs[i] = inside ? plane + row * x.dim(3) + column : -1;
                }
                place.visit(o, inputs);
            }
        }

        @Override
        public String toString() {
            return window + " on " + x.shape();
        }
    }
}
