package io.gradlab.lab2.experiment;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import java.util.Arrays;
import java.util.function.Function;

/** Report C's first weights: normal with deviation 0.1, drawn again beyond two deviations; biases 0.1. */
final class TruncatedStart {
    private static final float DEVIATION = 0.1f;
    private static final float BIAS = 0.1f;
    private static final int MOST = 2; // deviations

    private TruncatedStart() {}

    /** Returns a maker of the same network with these weights. */
    static Function<Seed, Layer> of(Function<Seed, Layer> maker) {
        return seed -> {
            Layer network = maker.apply(seed);
            network.parameters().forEach(parameter -> fill(parameter, seed));
            return network;
        };
    }

    private static void fill(Parameter parameter, Seed seed) {
        float[] data = parameter.value().data();
        if (!parameter.decayed()) {
            Arrays.fill(data, BIAS);
            return;
        }
        RandomStream random = seed.stream(parameter.name() + " truncated");
        long next = 0;
        for (int i = 0; i < data.length; i++) {
            float number = random.gaussian(next++);
            while (Math.abs(number) > MOST) {
                number = random.gaussian(next++);
            }
            data[i] = DEVIATION * number;
        }
    }
}
