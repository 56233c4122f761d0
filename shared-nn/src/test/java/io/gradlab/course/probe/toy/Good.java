package io.gradlab.course.probe.toy;

import io.gradlab.course.Classifier;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.loss.LossResult;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;

/** An implementation that answers; its {@code twice} also overwrites its argument. */
public final class Good implements Toy {
    @Override
    public Tensor twice(Tensor input) {
        input.data()[0] *= 2;
        return input;
    }

    @Override
    public int describe(int count, double rate, long big, Seed seed, ActivationKind kind, int[] labels, Settings all) {
        boolean right = rate == 0.5
                && big == 1L << 40
                && seed.equals(new Seed(9))
                && kind == ActivationKind.TANH
                && labels[1] == 4
                && all.sizes().getLast() == 6
                && all.units() == 2
                && all.kind() == ActivationKind.RELU;
        return right ? count : -1;
    }

    @Override
    public Layer layer(Tensor weight) {
        return new Scale(weight);
    }

    @Override
    public Loss loss() {
        return (logits, targets) -> new LossResult(logits.at(0) - targets.at(0), logits);
    }

    @Override
    public Optimizer optimizer() {
        return new Sgd();
    }

    @Override
    public Classifier classifier() {
        return new Classifier() {
            private int fits;

            @Override
            public void fit(Tensor inputs, int[] labels) {
                fits++;
                labels[0] = 5;
            }

            @Override
            public Tensor predictProba(Tensor inputs) {
                return Tensor.vector(fits);
            }

            @Override
            public int[] predict(Tensor inputs) {
                return new int[] {fits, inputs.size()};
            }

            @Override
            public double score(Tensor inputs, int[] labels) {
                return labels[0] / 4.0;
            }
        };
    }
}
