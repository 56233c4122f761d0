package io.gradlab.grader.lab1;

import static io.gradlab.nn.layer.Initialization.HE;
import static io.gradlab.nn.layer.Initialization.NORMAL;
import static io.gradlab.nn.layer.Initialization.XAVIER;
import static io.gradlab.nn.layer.Initialization.ZERO;

import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** The mistakes that task 1.7's checks must recognise. */
final class InitialWeightMistakes {

    private InitialWeightMistakes() {}

    static List<Mistake> all() {
        return List.of(
                deviation("NORMAL: variance", NORMAL, (_, _) -> Math.sqrt(0.1), "0.1 was taken for the variance"),
                deviation("NORMAL: not scaled", NORMAL, (_, _) -> 1, "the numbers were not scaled"),
                deviation("Xavier: variance", XAVIER, (out, in) -> 2.0 / (in + out), "take its square root"),
                deviation("Xavier: inputs", XAVIER, (_, in) -> Math.sqrt(2.0 / in), "only the inputs were counted"),
                deviation("Xavier: outputs", XAVIER, (out, _) -> Math.sqrt(2.0 / out), "only the outputs were counted"),
                deviation("He: swapped", HE, (out, _) -> Math.sqrt(2.0 / out), "outputs were taken for inputs"),
                deviation("He: Xavier", HE, (out, in) -> Math.sqrt(2.0 / (in + out)), "this is Xavier"),
                deviation("He: no 2", HE, (_, in) -> Math.sqrt(1.0 / in), "the 2 is missing in 2 / inputs"),
                draws(
                        "uniform",
                        (random, shape, deviation) -> random.uniforms(
                                shape, (float) (-Math.sqrt(3) * deviation), (float) (Math.sqrt(3) * deviation)),
                        "they were uniform; take gaussian(i)"),
                draws(
                        "equal rows",
                        (random, shape, deviation) -> {
                            Tensor weight = Tensor.zeros(shape);
                            for (int i = 0; i < weight.size(); i++) {
                                weight.data()[i] = (float) (deviation * random.gaussian(i % shape.dim(1)));
                            }
                            return weight;
                        },
                        "the weight needs an index of its own"),
                draws(
                        "seed ignored",
                        (_, shape, deviation) -> new Seed(1).stream("weight").gaussians(shape, deviation),
                        "the same numbers for another seed"));
    }

    private interface Deviation {
        double of(int outputs, int inputs);
    }

    private interface Draws {
        Tensor of(RandomStream random, Shape shape, double deviation);
    }

    private static Mistake deviation(String name, Initialization altered, Deviation deviation, String says) {
        return new Mistake(
                name,
                InitialWeightChecks.class,
                new AlteredLab1() {
                    @Override
                    public Tensor initialWeight(Initialization kind, int outputs, int inputs, Seed seed) {
                        return kind == altered
                                ? seed.stream("weight")
                                        .gaussians(Shape.of(outputs, inputs), deviation.of(outputs, inputs))
                                : super.initialWeight(kind, outputs, inputs, seed);
                    }
                },
                says);
    }

    private static Mistake draws(String name, Draws draws, String says) {
        return new Mistake(
                name,
                InitialWeightChecks.class,
                new AlteredLab1() {
                    @Override
                    public Tensor initialWeight(Initialization kind, int outputs, int inputs, Seed seed) {
                        Shape shape = Shape.of(outputs, inputs);
                        return kind == ZERO
                                ? super.initialWeight(kind, outputs, inputs, seed)
                                : draws.of(seed.stream("weight"), shape, deviation(kind, outputs, inputs));
                    }
                },
                says);
    }

    private static double deviation(Initialization kind, int outputs, int inputs) {
        return switch (kind) {
            case ZERO -> 0;
            case NORMAL -> 0.1;
            case XAVIER -> Math.sqrt(2.0 / (inputs + outputs));
            case HE -> Math.sqrt(2.0 / inputs);
        };
    }
}
