package io.gradlab.grader.lab1;

import io.gradlab.course.MlpConfig;
import java.util.List;

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
                Mistake.mlp("MLP: does not train", c -> config(c, c.hidden(), c.batchSize(), 0), "the very samples"));
    }

    private static MlpConfig config(MlpConfig c, List<Integer> hidden, int batchSize, int epochs) {
        return new MlpConfig(
                c.inputs(), hidden, c.classes(), c.activation(), c.learningRate(), batchSize, epochs, c.seed());
    }
}
