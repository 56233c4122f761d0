package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Optimizer steps equal their definitions for any hyperparameters and lengths. */
@Tag("geometry")
public class RandomOptimizerTest {
    private static final int LONGEST = 3000;

    private final Kernels kernels = KernelChoices.fast();

    @Test
    void gradientDescentWithAndWithoutMomentum() {
        Geometry.forEach("sgd", geometry -> {
            int size = geometry.size(LONGEST);
            double momentum = geometry.below(2) * geometry.below(100) / 100.0;
            SgdStep step = new SgdStep(geometry.below(1000) / 1000.0, momentum, geometry.below(50) / 1000.0);
            Tensor w = geometry.tensor(size);
            Tensor g = geometry.tensor(size);
            Tensor v = geometry.tensor(size);
            double[] velocity = new double[size];
            double[] value = new double[size];
            for (int i = 0; i < size; i++) {
                double gradient = g.data()[i] + step.weightDecay() * w.data()[i];
                velocity[i] = momentum * v.data()[i] + gradient;
                value[i] = w.data()[i] - step.learningRate() * velocity[i];
            }
            if (momentum == 0) {
                kernels.sgd(step, w, g);
            } else {
                kernels.sgdMomentum(step, w, g, v);
                Bound.require(v, velocity, _ -> Bound.few(3), "velocity " + step + " " + size);
            }
            Bound.require(w, value, _ -> Bound.few(1 + 3 * step.learningRate()), "value " + step + " " + size);
        });
    }

    @Test
    void adam() {
        Geometry.forEach("adam", geometry -> {
            int size = geometry.size(LONGEST);
            double learningRate = Math.pow(10, -1 - geometry.below(4));
            long time = 1 + geometry.below(2000);
            AdamStep step = AdamStep.at(
                    time,
                    learningRate,
                    geometry.below(2) == 0 ? 0.9 : 0.5,
                    geometry.below(2) == 0 ? 0.999 : 0.9,
                    1e-8,
                    geometry.below(50) / 1000.0);
            Tensor w = geometry.tensor(size);
            Tensor g = geometry.tensor(size);
            Tensor m = geometry.tensor(size);
            Tensor v = geometry.tensor(Shape.of(size), 0, 1);
            double[] first = new double[size];
            double[] second = new double[size];
            double[] value = new double[size];
            double[] terms = new double[size];
            double correction1 = 1 - Math.pow(step.beta1(), time);
            double correction2 = 1 - Math.pow(step.beta2(), time);
            for (int i = 0; i < size; i++) {
                double gradient = g.data()[i] + step.weightDecay() * w.data()[i];
                first[i] = step.beta1() * m.data()[i] + (1 - step.beta1()) * gradient;
                second[i] = step.beta2() * v.data()[i] + (1 - step.beta2()) * gradient * gradient;
                double rate = learningRate / correction1 / (Math.sqrt(second[i] / correction2) + step.epsilon());
                value[i] = w.data()[i] - rate * first[i];
                terms[i] = 1 + 2 * rate; // |w| + rate · (|m| + |g|), each at most 1
            }
            kernels.adam(step, w, g, m, v);
            Bound.require(m, first, _ -> Bound.few(2), "first moment " + step + " " + size);
            Bound.require(v, second, _ -> Bound.few(2), "second moment " + step + " " + size);
            Bound.require(w, value, i -> Bound.few(terms[i]), "value " + step + " " + size);
        });
    }
}
