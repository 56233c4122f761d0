package io.gradlab.lab3.vgg;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** The numbers that src/test/python/make_vgg_values.py fills its networks with: a hash of each place. */
final class TestNumbers {

    private TestNumbers() {}

    /** Returns {@code center + bound · u}, with u in [-1, 1). */
    static Tensor tensor(Shape shape, int salt, double center, double bound) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = (float) (center + bound * mixed(i, salt));
        }
        return tensor;
    }

    /** Fills parameters by their place in the list; warm ones are positive on the whole. */
    static void fill(List<Parameter> parameters, boolean warm) {
        for (int salt = 0; salt < parameters.size(); salt++) {
            Parameter parameter = parameters.get(salt);
            Shape shape = parameter.value().shape();
            boolean matrix = shape.rank() > 1;
            boolean scale = !matrix && parameter.name().endsWith("weight");
            double bound = scale ? 0.25 : 0.125;
            double center = scale ? 1 : 0;
            if (matrix) {
                double inputs = shape.withoutFirst().size();
                bound = warm ? 0.25 * Math.sqrt(3 / inputs) : Math.sqrt(6 / inputs);
                center = warm ? 1 / inputs : 0;
            }
            parameter.value().copyFrom(tensor(shape, salt, center, bound));
        }
    }

    private static double mixed(int index, int salt) {
        int h = index * 0x9E3779B1 + salt * 0x85EBCA77;
        h ^= h >>> 15;
        h *= 0x2C1B3C6D;
        h ^= h >>> 12;
        h *= 0x297A2D39;
        h ^= h >>> 15;
        return Integer.toUnsignedLong(h) / 0x1p31 - 1;
    }
}
