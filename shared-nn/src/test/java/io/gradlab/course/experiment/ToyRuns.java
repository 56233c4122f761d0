package io.gradlab.course.experiment;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.SyntheticDigits;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Schedule;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.TrainingPlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Runs of a second, for tests. */
public final class ToyRuns {
    private static final Dataset DIGITS = SyntheticDigits.digits(new Seed(1), 200);

    private ToyRuns() {}

    /** Returns a linear network's training; it keeps the model of epoch 2. */
    public static RunSpec spec(Path out, int epochs, double rate, boolean resume) {
        Seed seed = new Seed(5);
        SequencedMap<String, String> options = new LinkedHashMap<>();
        options.put("--lr", Double.toString(rate));
        Tensor weight = Initialization.XAVIER.weight(Shape.of(10, 784), seed.stream("w"));
        return new RunSpec(
                "toy",
                options,
                "plain gradient descent",
                new Sequential(List.of(new Flatten(), new Dense(weight, Tensor.zeros(10)))),
                new CrossEntropy(),
                new Sgd(),
                new TrainingPlan(epochs, 32, Schedule.constant(rate), seed, Transform.NONE, Transform.NONE),
                new DataParts("toy digits", DIGITS, DIGITS, DIGITS),
                List.of(2),
                out,
                resume);
    }
}
