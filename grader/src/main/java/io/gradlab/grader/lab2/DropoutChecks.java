package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe.Step;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Task 2.8. Chance is the student's; what must be true of it is measured. */
@Task(id = "2.8", title = "dropout", points = 6)
public class DropoutChecks {

    @Check(value = "in evaluation", points = 1, rank = 1)
    void inEvaluation(Bench bench) {
        DropoutCase one = DropoutCase.random(bench, 0.3, false, 6, 10);
        DoubleTensor x = DoubleTensor.of(one.input());
        DoubleTensor output =
                bench.tensor(one.layer().ask(one.training(0), new Step.Evaluate(one.input())), "output.1");
        bench.compare(
                "output in evaluation",
                output,
                x,
                List.of(
                        new Misconception(
                                "it was scaled in evaluation too; the division in training is all there is",
                                x.times(0.7)),
                        new Misconception("it was divided by 1 - rate in evaluation too", x.times(1 / 0.7)),
                        new Misconception(
                                "numbers were dropped in evaluation; ask pass.training()", one.kept(output, 1 / 0.7))));
    }

    @Check(value = "in training", points = 1.5, rank = 2)
    void inTraining(Bench bench) {
        for (double rate : new double[] {0.2, 0.6}) {
            DropoutCase one = DropoutCase.random(bench, rate, false, 20, 50);
            one.checkOutput(bench.tensor(one.layer().ask(one.training(0)), "output.0"));
        }
    }

    @Check(value = "share of what is dropped", points = 0.75, rank = 3)
    void shareOfWhatIsDropped(Bench bench) {
        for (double rate : new double[] {0.2, 0.6, 0}) {
            DropoutCase one = DropoutCase.random(bench, rate, false, 40, 50);
            one.checkShare(bench.tensor(one.layer().ask(one.training(0)), "output.0"));
        }
    }

    @Check(value = "input gradient", points = 1, rank = 4)
    void inputGradient(Bench bench) {
        DropoutCase one = DropoutCase.random(bench, 0.4, false, 8, 10);
        Tensor gradient = bench.gaussians("gradient", 8, 10);
        Answer answer = one.layer().ask(one.training(3), new Step.Backward(gradient));
        DoubleTensor dy = DoubleTensor.of(gradient);
        DoubleTensor output = bench.tensor(answer, "output.0");
        bench.compare(
                "input gradient",
                bench.tensor(answer, "inputGradient.1"),
                output.with(dy, (y, d) -> y == 0 ? 0 : d / 0.6),
                List.of(
                        new Misconception("the gradient passes unchanged; it takes the same factors", dy),
                        new Misconception(
                                "the gradient was dropped, but not divided by 1 - rate",
                                output.with(dy, (y, d) -> y == 0 ? 0 : d))));
    }

    @Check(value = "chance from step to step", points = 0.75, rank = 5)
    void chanceFromStepToStep(Bench bench) {
        DropoutCase one = DropoutCase.random(bench, 0.5, false, 20, 20);
        Answer answer = one.layer().ask(one.training(1), one.training(2), one.training(1));
        double[] first = bench.tensor(answer, "output.0").data();
        bench.require(
                !Arrays.equals(first, bench.tensor(answer, "output.1").data()),
                "steps 1 and 2 drop the same numbers: chance must come from pass.random().");
        bench.require(
                Arrays.equals(first, bench.tensor(answer, "output.2").data()),
                "step 1 drops other numbers when it is run again with the same seed: chance must come from"
                        + " pass.random(), not from a generator of your own.");
        long both = 0;
        for (int i = 0; i < first.length / 2; i++) {
            both += (first[i] == 0) == (first[i + first.length / 2] == 0) ? 1 : 0;
        }
        bench.require(
                both < first.length / 2, "all samples lose the same numbers: each number needs a draw of its own.");
    }

    @Check(value = "of whole channels", points = 0.75, rank = 6)
    void ofWholeChannels(Bench bench) {
        DropoutCase one = DropoutCase.random(bench, 0.4, true, 20, 30, 2, 3);
        Tensor gradient = bench.gaussians("gradient of channels", 20, 30, 2, 3);
        Answer answer = one.layer().ask(one.training(0), new Step.Backward(gradient));
        DoubleTensor output = bench.tensor(answer, "output.0");
        for (int i = 0; i < output.data().length; i++) {
            bench.require(
                    (output.data()[i] == 0) == (output.data()[i / 6 * 6] == 0),
                    "in one channel some numbers are dropped and some are not: draw once for each channel.");
        }
        one.checkOutput(output);
        one.checkShare(output);
        DoubleTensor expected = output.with(DoubleTensor.of(gradient), (y, d) -> y == 0 ? 0 : d / 0.6);
        bench.compare("input gradient", bench.tensor(answer, "inputGradient.1"), expected, List.of());
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 7)
    void onlyReadsItsArguments(Bench bench) {
        DropoutCase.random(bench, 0.5, false, 4, 5)
                .layer()
                .onlyReads(bench.gaussians("read only", 4, 5), bench.gaussians("read only gradient", 4, 5));
    }
}
