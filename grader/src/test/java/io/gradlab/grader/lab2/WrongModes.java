package io.gradlab.grader.lab2;

import io.gradlab.grader.oracle.BatchNormOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Layers in the wrong mode, and a penalty on everything. */
final class WrongModes {

    private WrongModes() {}

    static Layer alwaysEvaluates(Layer right) {
        return new AlteredLayer(right) {
            @Override
            public Tensor forward(Tensor input, Pass pass) {
                return super.forward(input, Pass.evaluation());
            }
        };
    }

    static Layer alwaysTrains(Layer right) {
        return new AlteredLayer(right) {
            @Override
            public Tensor forward(Tensor input, Pass pass) {
                return super.forward(input, Pass.training(new Seed(1), 0));
            }
        };
    }

    static Layer neverMoves(Layer right) {
        return new AlteredLayer(right) {
            @Override
            public Tensor forward(Tensor input, Pass pass) {
                List<Tensor> buffers = List.copyOf(buffers().values());
                List<Tensor> before = buffers.stream().map(Tensor::copy).toList();
                Tensor output = super.forward(input, pass);
                for (int i = 0; i < buffers.size(); i++) {
                    buffers.get(i).copyFrom(before.get(i));
                }
                return output;
            }
        };
    }

    static Layer takesConstants(Layer right) {
        return Mistake.gradient(right, (layer, x, dy, dx) -> {
            DoubleTensor variance = BatchNormOracle.variance(DoubleTensor.of(x));
            float[] gamma = layer.parameters().getFirst().value().data();
            DoubleTensor wrong = BatchNormOracle.perChannel(
                    DoubleTensor.of(dy), (d, c) -> d * gamma[c] / Math.sqrt(variance.data()[c] + 1e-5));
            for (int i = 0; i < dx.size(); i++) {
                dx.data()[i] = (float) wrong.data()[i];
            }
            return dx;
        });
    }

    static Optimizer pullsAll(double lambda) {
        return (parameters, learningRate) -> {
            for (Parameter parameter : parameters) {
                Parameter weight = Parameter.weight(parameter.name(), parameter.value());
                weight.gradient().copyFrom(parameter.gradient());
                weight.freeze(parameter.frozen());
                new Sgd(0, lambda).step(List.of(weight), learningRate);
            }
        };
    }
}
