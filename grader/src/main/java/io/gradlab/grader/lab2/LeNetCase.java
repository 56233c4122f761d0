package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.LeNetOracle;
import io.gradlab.grader.oracle.LeNetOracle.Form;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small LeNet with an input to try it with. */
record LeNetCase(Bench bench, Map<String, Tensor> parameters, Tensor input) {

    /** Returns random numbers; {@code size} is the images' height and width, and pools may drop rows and columns. */
    static LeNetCase random(Bench bench, int samples, int channels, int size, int kernel, int classes) {
        int map = ((size - kernel + 1) / 2 - kernel + 1) / 2;
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        put(bench, parameters, "conv1", 3, channels, kernel, kernel);
        put(bench, parameters, "conv2", 4, 3, kernel, kernel);
        put(bench, parameters, "fc1", 7, 4 * map * map);
        put(bench, parameters, "fc2", 6, 7);
        put(bench, parameters, "fc3", classes, 6);
        return new LeNetCase(bench, parameters, bench.gaussians("images", samples, channels, size, size));
    }

    LayerCase layer() {
        return new LayerCase(bench, "lenet", List.of(Value.of(parameters), Value.Parts.CORE));
    }

    LeNetOracle oracle(Form form) {
        Map<String, DoubleTensor> doubles = new LinkedHashMap<>();
        parameters.forEach((name, tensor) -> doubles.put(name, DoubleTensor.of(tensor)));
        return new LeNetOracle(doubles, form);
    }

    void checkForward() {
        bench.compare(
                "logits",
                bench.tensor(layer().ask(LayerCase.training(input)), "output.0"),
                logits(Form.RIGHT),
                List.of(
                        new Misconception("average pooling was built in, not max pooling", logits(Form.AVERAGES)),
                        new Misconception(
                                "an activation follows fc3; logits may be negative", logits(Form.ACTIVATED_LOGITS)),
                        new Misconception("the activations are missing", logits(Form.LINEAR))));
    }

    void checkGradients() {
        Tensor gradient = bench.gaussians("gradient", logits(Form.RIGHT).shape().toArray());
        Map<String, DoubleTensor> expected =
                oracle(Form.RIGHT).gradients(DoubleTensor.of(input), DoubleTensor.of(gradient));
        var answer = layer().both(input, gradient);
        for (String name : parameters.keySet()) {
            bench.compare(
                    name + " gradient", bench.tensor(answer, name + ".gradient.1"), expected.get(name), List.of());
        }
        bench.compare("input gradient", bench.tensor(answer, "inputGradient.1"), expected.get("input"), List.of());
    }

    private DoubleTensor logits(Form form) {
        return oracle(form).forward(DoubleTensor.of(input));
    }

    private static void put(Bench bench, Map<String, Tensor> parameters, String name, int... shape) {
        Tensor weight = bench.gaussians(name, shape);
        float scale = (float) Math.sqrt(2.0 * shape[0] / weight.size());
        for (int i = 0; i < weight.size(); i++) {
            weight.data()[i] *= scale;
        }
        parameters.put(name + ".weight", weight);
        parameters.put(name + ".bias", bench.gaussians(name + " bias", shape[0]));
    }
}
