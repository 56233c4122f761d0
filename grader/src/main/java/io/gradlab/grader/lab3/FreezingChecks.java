package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe.Step;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Comparison;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DenseOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.layer.Dropout;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Task 3.5. */
@Task(id = "3.5", title = "freezing", points = 9)
public class FreezingChecks {
    private static final String BASE = "conv 4 3x3 pad 1, batchnorm, relu, maxpool 2, flatten";
    private static final String DROPPING = "conv 4 3x3 pad 1, batchnorm, relu, dropout 0.5, maxpool 2, flatten";
    private static final String HEAD = "dense 3";
    private static final double RATE = 0.2;

    @Check(value = "forward", points = 2, rank = 1)
    void forward(Bench bench) {
        FreezingCase one = FreezingCase.random(bench, BASE, HEAD);
        Answer answer = one.drive(new Step.Train(one.images(), 1, 0), new Step.Evaluate(one.images()));
        var joint = one.base().engine();
        Tensor absorbed = joint.forward(one.images(), Pass.training(new Seed(1), 0));
        Misconception training = new Misconception(
                "the base ran in training mode: its batch norm used the batch's mean and variance",
                one.head().forward(absorbed));
        bench.compare("logits in training", bench.tensor(answer, "output.0"), one.logits(), List.of(training));
        bench.compare("logits in evaluation", bench.tensor(answer, "output.1"), one.logits(), List.of());
    }

    @Check(value = "dropout of base and head", points = 1.5, rank = 2)
    void dropoutOfBaseAndHead(Bench bench) {
        FreezingCase dropping = FreezingCase.random(bench, DROPPING, HEAD);
        Answer answer = dropping.drive(new Step.Train(dropping.images(), 1, 0));
        bench.require(
                near(bench.tensor(answer, "output.0"), dropping.logits()),
                "the base's dropout is on in training; a frozen base runs in evaluation mode.");
        FreezingCase head = FreezingCase.random(bench, BASE, "dropout 0.5, " + HEAD);
        answer = head.drive(new Step.Train(head.images(), 7, 3), new Step.Evaluate(head.images()));
        Tensor features = single(head.base().forward(head.images()));
        Pass pass = Pass.training(new Seed(7), 3).into("classifier").into("0");
        DoubleTensor dropped = DoubleTensor.of(new Dropout(0.5).forward(features, pass));
        DoubleTensor expected = DenseOracle.forward(
                dropped,
                DoubleTensor.of(head.head().tensors().get("1.weight")),
                DoubleTensor.of(head.head().tensors().get("1.bias")));
        bench.compare(
                "logits of a head with dropout, in training,",
                bench.tensor(answer, "output.0"),
                expected,
                List.of(new Misconception(
                        "the head ran in evaluation mode too; it is the one that is trained", head.logits())));
        bench.compare("logits of that head in evaluation", bench.tensor(answer, "output.1"), head.logits(), List.of());
    }

    @Check(value = "frozen parameters", points = 2, rank = 4)
    void frozenParameters(Bench bench) {
        FreezingCase one = FreezingCase.random(bench, BASE, HEAD);
        Tensor gradient = bench.gaussians("gradient", 5, 3);
        Answer answer = one.drive(new Step.Train(one.images(), 1, 0), new Step.Backward(gradient));
        for (String name : one.base().tensors().keySet()) {
            String full = "features." + name;
            bench.compare(
                    full,
                    bench.tensor(answer, full),
                    DoubleTensor.of(one.base().tensors().get(name)),
                    List.of());
            if (!name.contains("running")) {
                bench.require(
                        answer.has(full + ".frozen"),
                        full + " is not frozen; freeze every parameter of the base, biases too.");
                bench.require(
                        !answer.has(full + ".gradient.1"),
                        "a gradient of " + full + " was computed, which nobody needs.");
            }
        }
        DoubleTensor features = one.base().forward(one.images());
        bench.compare(
                "classifier.0.weight gradient",
                bench.tensor(answer, "classifier.0.weight.gradient.1"),
                DenseOracle.weightGradient(features, DoubleTensor.of(gradient)),
                List.of());
        bench.compare(
                "classifier.0.bias gradient",
                bench.tensor(answer, "classifier.0.bias.gradient.1"),
                DenseOracle.biasGradient(DoubleTensor.of(gradient)),
                List.of());
        bench.require(!answer.has("classifier.0.weight.frozen"), "the head is frozen as well; it must be trained.");
    }

    @Check(value = "input gradient", points = 1, rank = 5)
    void inputGradient(Bench bench) {
        FreezingCase one = FreezingCase.random(bench, BASE, HEAD);
        Tensor gradient = bench.gaussians("gradient", 5, 3);
        Answer answer = one.drive(new Step.Evaluate(one.images()), new Step.Backward(gradient));
        DoubleTensor features = one.base().forward(one.images());
        bench.compare(
                "input gradient",
                bench.tensor(answer, "inputGradient.1"),
                one.base()
                        .oracle()
                        .inputGradient(
                                DoubleTensor.of(one.images()),
                                one.head().oracle().inputGradient(features, DoubleTensor.of(gradient))),
                List.of());
    }

    @Check(value = "training", points = 2.5, rank = 3)
    void training(Bench bench) {
        FreezingCase one = FreezingCase.random(bench, BASE, HEAD);
        for (int steps : new int[] {1, 4}) {
            Map<String, Tensor> actual = one.trained(steps, RATE);
            Map<String, DoubleTensor> together = one.trainedTogether(steps, RATE, true);
            Map<String, DoubleTensor> training = one.trainedTogether(steps, RATE, false);
            for (String name : one.base().tensors().keySet()) {
                String full = "features." + name;
                List<Misconception> misconceptions = new ArrayList<>();
                misconceptions.add(
                        new Misconception("the base was trained together with the head", together.get(full)));
                misconceptions.add(new Misconception(
                        name.contains("running")
                                ? "the frozen base's batch norm still updates its running statistics"
                                : "the base was trained together with the head, in training mode",
                        training.get(full)));
                compare(
                        bench,
                        actual,
                        full,
                        DoubleTensor.of(one.base().tensors().get(name)),
                        misconceptions);
            }
            Map<String, DoubleTensor> expected = one.trainedHead(steps, RATE);
            Map<String, DoubleTensor> uphill = one.trainedHead(steps, -RATE);
            for (String name : expected.keySet().stream().sorted().toList()) {
                compare(
                        bench,
                        actual,
                        name,
                        expected.get(name),
                        List.of(
                                new Misconception(
                                        "the head was not trained",
                                        DoubleTensor.of(one.head().tensors().get(name.replace("classifier.", "")))),
                                new Misconception("the steps go uphill", uphill.get(name))));
            }
        }
    }

    private static void compare(
            Bench bench, Map<String, Tensor> actual, String name, DoubleTensor expected, List<Misconception> wrong) {
        bench.require(actual.containsKey(name), "there is no " + name + " in what train returns: " + actual.keySet());
        bench.compare(name + " after training", DoubleTensor.of(actual.get(name)), expected, wrong);
    }

    private static boolean near(DoubleTensor actual, DoubleTensor expected) {
        return new Comparison("logits", actual, expected).problem(List.of()).isEmpty();
    }

    private static Tensor single(DoubleTensor numbers) {
        Tensor single = Tensor.zeros(numbers.shape());
        for (int i = 0; i < single.size(); i++) {
            single.data()[i] = (float) numbers.data()[i];
        }
        return single;
    }
}
