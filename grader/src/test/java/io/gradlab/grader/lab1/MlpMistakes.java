package io.gradlab.grader.lab1;

import io.gradlab.course.Classifier;
import io.gradlab.course.Lab1;
import io.gradlab.course.MlpConfig;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.function.BiConsumer;

/** The mistakes that task 1.11's checks must recognise. */
final class MlpMistakes {

    private MlpMistakes() {}

    static List<Mistake> all() {
        return List.of(
                Mistake.mlp(
                        "MLP: hidden ignored",
                        c -> config(c, List.of(8), c.batchSize(), c.epochs()),
                        "without hidden layers"),
                Mistake.mlp(
                        "MLP: batch size ignored",
                        c -> config(c, c.hidden(), 1, c.epochs()),
                        "the batch size changes nothing"),
                Mistake.mlp(
                        "MLP: learning rate twice",
                        c -> new MlpConfig(
                                c.inputs(),
                                c.hidden(),
                                c.classes(),
                                c.activation(),
                                2 * c.learningRate(),
                                c.batchSize(),
                                c.epochs(),
                                c.seed()),
                        "all of it is 2 times too large"),
                dense(
                        "MLP: biases not 0",
                        (_, bias) -> bias.data()[0] = 1,
                        "expected ln 2 = 0.693: do all biases start at 0?"),
                dense(
                        "MLP: Xavier for He",
                        (weight, _) -> {
                            double ratio = Math.sqrt((double) weight.dim(1) / (weight.dim(0) + weight.dim(1)));
                            weight.copyFrom(Mistake.times(weight, weight.dim(0) > weight.dim(1) ? ratio : 1));
                        },
                        "take HE where ReLU follows"),
                new Mistake(
                        "MLP: first layer never learns",
                        MlpChecks.class,
                        new AlteredLab1() {
                            @Override
                            public Classifier mlp(MlpConfig config, Lab1 parts) {
                                return super.mlp(config, new AlteredLab1() {
                                    @Override
                                    public Optimizer sgd() {
                                        Optimizer right = super.sgd();
                                        return (p, rate) -> right.step(p.subList(p.size() - 2, p.size()), rate);
                                    }
                                });
                            }
                        },
                        "with one hidden unit and with all 21 samples in one batch"),
                predictions("MLP: last of equals", "of equals, take the smallest class"),
                Mistake.mlp("MLP: does not train", c -> config(c, c.hidden(), c.batchSize(), 0), "the very samples"));
    }

    /** A perceptron that does something to each dense layer's weight and bias first. */
    private static Mistake dense(String name, BiConsumer<Tensor, Tensor> change, String says) {
        Lab1 lab = new AlteredLab1() {
            @Override
            public Classifier mlp(MlpConfig config, Lab1 parts) {
                return super.mlp(config, new AlteredLab1() {
                    @Override
                    public Layer dense(Tensor weight, Tensor bias) {
                        change.accept(weight, bias);
                        return super.dense(weight, bias);
                    }
                });
            }
        };
        return new Mistake(name, MlpChecks.class, lab, says);
    }

    private static Mistake predictions(String name, String says) {
        Lab1 lab = new AlteredLab1() {
            @Override
            public Classifier mlp(MlpConfig config, Lab1 parts) {
                return new LastOfEquals(super.mlp(config, parts));
            }
        };
        return new Mistake(name, MlpChecks.class, lab, says);
    }

    private record LastOfEquals(Classifier right) implements Classifier {
        @Override
        public void fit(Tensor inputs, int[] labels) {
            right.fit(inputs, labels);
        }

        @Override
        public Tensor predictProba(Tensor inputs) {
            return right.predictProba(inputs);
        }

        @Override
        public int[] predict(Tensor inputs) {
            Tensor p = predictProba(inputs);
            int[] predictions = new int[p.dim(0)];
            for (int i = 0; i < p.size(); i++) {
                int n = i / p.dim(1);
                if (p.data()[i] >= p.at(n, predictions[n])) {
                    predictions[n] = i % p.dim(1);
                }
            }
            return predictions;
        }

        @Override
        public double score(Tensor inputs, int[] labels) {
            return right.score(inputs, labels);
        }
    }

    private static MlpConfig config(MlpConfig c, List<Integer> hidden, int batchSize, int epochs) {
        return new MlpConfig(
                c.inputs(), hidden, c.classes(), c.activation(), c.learningRate(), batchSize, epochs, c.seed());
    }
}
