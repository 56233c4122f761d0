package io.gradlab.course.probe.toy;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.loss.LossResult;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;
import org.jspecify.annotations.NullUnmarked;

/** An implementation with which everything goes wrong, in a different way for each input. */
@NullUnmarked
public final class Broken implements Toy {
    @Override
    public Tensor twice(Tensor input) {
        return switch ((int) input.at(0)) {
            case 0 -> throw new NotImplemented("1.5");
            case 1 -> null;
            case 2 -> twice(input);
            case 3 -> throw new OutOfMemoryError("Java heap space");
            case 4 -> throw new NoSuchMethodError("Tensor.plus");
            case 5 -> throw new IllegalStateException("first line\nsecond line" + "!".repeat(1000));
            case 6 -> spin();
            case 7 -> input.reshape(1, 1, 77);
            case 8 -> throw new RuntimeException(new NotImplemented("1.6"));
            default -> print();
        };
    }

    @Override
    public Loss loss() {
        return (logits, targets) -> new LossResult(1, null);
    }

    @Override
    public Layer layer(Tensor weight) {
        return null;
    }

    @Override
    public Optimizer optimizer() {
        return (parameters, learningRate) -> parameters.get(7).value();
    }

    private static Tensor spin() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return Tensor.zeros(1);
    }

    private static Tensor print() {
        System.out.println("zero is " + 0);
        System.out.print("ä".repeat(20_000));
        return Tensor.zeros(1);
    }
}
