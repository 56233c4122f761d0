package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Probe.Step;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.oracle.DenseOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.SoftmaxOracle;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.ModelState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A base with batch normalization, a head of one dense layer, and a batch. */
record FreezingCase(Bench bench, NetworkCase base, NetworkCase head, Tensor images) {
    private static final int CLASSES = 3;

    static FreezingCase random(Bench bench, String base, String head) {
        NetworkCase below = NetworkCase.random(bench, "base", base, 2, 6, 6);
        Tensor images = bench.gaussians("images", 5, 2, 6, 6);
        int features = below.forward(images).dim(1);
        return new FreezingCase(bench, below, NetworkCase.random(bench, "head", head, features), images);
    }

    Answer drive(Step... script) {
        return bench.ask(new Probe.OfLayer("transfer", List.of(base.value(), head.value()), List.of(script)));
    }

    DoubleTensor logits() {
        return head.oracle().forward(base.forward(images));
    }

    Tensor targets() {
        Tensor targets = Tensor.zeros(images.dim(0), CLASSES);
        for (int n = 0; n < images.dim(0); n++) {
            targets.data()[n * CLASSES + n % CLASSES] = 1;
        }
        return targets;
    }

    Map<String, Tensor> trained(int steps, double rate) {
        return Calls.ask(
                        bench,
                        "train",
                        base.value(),
                        head.value(),
                        Value.of(images),
                        Value.of(targets()),
                        Value.of(steps),
                        Value.of(rate))
                .tensors("result");
    }

    /** The head's weight and bias after gradient descent on features that stay. */
    Map<String, DoubleTensor> trainedHead(int steps, double rate) {
        DoubleTensor features = base.forward(images);
        DoubleTensor weight = DoubleTensor.of(head.tensors().get("0.weight"));
        DoubleTensor bias = DoubleTensor.of(head.tensors().get("0.bias"));
        for (int step = 0; step < steps; step++) {
            DoubleTensor gradient = SoftmaxOracle.crossEntropyGradient(
                    DenseOracle.forward(features, weight, bias), DoubleTensor.of(targets()));
            weight = weight.with(DenseOracle.weightGradient(features, gradient), (w, g) -> w - rate * g);
            bias = bias.with(DenseOracle.biasGradient(gradient), (b, g) -> b - rate * g);
        }
        return Map.of("classifier.0.weight", weight, "classifier.0.bias", bias);
    }

    /** All tensors after training in which nothing was frozen, by the engine. */
    Map<String, DoubleTensor> trainedTogether(int steps, double rate, boolean evaluation) {
        Sequential below = base.engine();
        Sequential above = head.engine();
        Map<String, Layer> parts = new LinkedHashMap<>();
        parts.put("features", below);
        parts.put("classifier", above);
        Sequential both = new Sequential(new LinkedHashMap<>(parts));
        for (int step = 0; step < steps; step++) {
            Pass pass = Pass.training(new Seed(1), step);
            Tensor logits = above.forward(below.forward(images, evaluation ? Pass.evaluation() : pass), pass);
            Tensor gradient = new CrossEntropy().compute(logits, targets()).gradient();
            below.backwardParameters(above.backward(gradient));
            new Sgd().step(both.parameters(), rate);
        }
        Map<String, DoubleTensor> tensors = new LinkedHashMap<>();
        ModelState.view(both).forEach((name, tensor) -> tensors.put(name, DoubleTensor.of(tensor)));
        return tensors;
    }
}
