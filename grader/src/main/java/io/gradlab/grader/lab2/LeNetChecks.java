package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Answer;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;

/** Task 2.13. The network is built of the engine's parts, so that mistakes in 2.0, 2.4 and 2.5 cost nothing here. */
@Task(id = "2.13", title = "LeNet", points = 6)
public class LeNetChecks {

    @Check(value = "parameters", points = 1, rank = 1)
    void parameters(Bench bench) {
        LeNetCase one = LeNetCase.random(bench, 2, 1, 16, 3, 4);
        Answer answer = one.layer().ask(LayerCase.training(one.input()));
        one.parameters()
                .forEach((name, value) ->
                        bench.compare(name, bench.tensor(answer, name), DoubleTensor.of(value), java.util.List.of()));
    }

    @Check(value = "forward", points = 2.5, rank = 2)
    void forward(Bench bench) {
        LeNetCase.random(bench, 4, 2, 14, 3, 5).checkForward();
    }

    @Check(value = "gradients", points = 1.5, rank = 3)
    void gradients(Bench bench) {
        LeNetCase.random(bench, 3, 2, 14, 3, 5).checkGradients();
    }

    @Check(value = "for other images and classes", points = 1, rank = 4)
    void forOtherImagesAndClasses(Bench bench) {
        for (LeNetCase other :
                new LeNetCase[] {LeNetCase.random(bench, 1, 1, 17, 4, 10), LeNetCase.random(bench, 2, 3, 16, 5, 2)}) {
            other.checkForward();
            other.checkGradients();
        }
    }
}
