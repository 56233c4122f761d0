package io.gradlab.grader.lab2;

import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.nn.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Task 2.1. */
@Task(id = "2.1", title = "output size", points = 3)
public class OutputSizeChecks {

    @Check(value = "of known layers", points = 0, rank = 1)
    void ofKnownLayers(Bench bench) {
        SizeCase.check(
                bench,
                List.of(new SizeCase(28, 5, 1, 0, 24), new SizeCase(32, 3, 1, 1, 32), new SizeCase(224, 7, 2, 3, 112)));
    }

    @Check(value = "without padding", points = 1, rank = 2)
    void withoutPadding(Bench bench) {
        SizeCase.check(bench, random(bench, 0));
    }

    @Check(value = "with padding", points = 1, rank = 3)
    void withPadding(Bench bench) {
        SizeCase.check(bench, random(bench, 1));
        SizeCase.check(bench, random(bench, 3));
    }

    @Check(value = "where windows hardly fit", points = 1, rank = 4)
    void whereWindowsHardlyFit(Bench bench) {
        SizeCase.check(
                bench,
                List.of(
                        new SizeCase(2, 2, 2, 0, 1),
                        new SizeCase(3, 2, 2, 0, 1),
                        new SizeCase(1, 3, 1, 1, 1),
                        new SizeCase(2, 3, 2, 0, 0), // floor(-1/2) + 1
                        new SizeCase(1, 5, 3, 0, -1))); // floor(-4/3) + 1
    }

    private static List<SizeCase> random(Bench bench, int padding) {
        RandomStream random = bench.seed().stream("padding " + padding);
        List<SizeCase> cases = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int kernel = 1 + random.below(4L * i, 7);
            int input = kernel + random.below(4L * i + 1, 40);
            cases.add(SizeCase.of(input, kernel, 1 + random.below(4L * i + 2, 4), padding));
        }
        return cases;
    }
}
