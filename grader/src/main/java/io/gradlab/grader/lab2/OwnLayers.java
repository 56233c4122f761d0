package io.gradlab.grader.lab2;

import io.gradlab.course.Lab2;
import io.gradlab.course.core.Lab2Core;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The student's layers that a network's text is made of. */
final class OwnLayers {

    private OwnLayers() {}

    /** Returns the tasks whose own checks fail, of those that such a network and its optimizer need. */
    static List<String> wrong(Bench bench, String network, boolean adam) {
        CheckRunner runner =
                new CheckRunner(bench::askQuietly, "layers " + bench.seed().value());
        List<String> wrong = new ArrayList<>();
        for (Class<?> needed : needed(network, adam)) {
            TaskResult result = runner.run(needed);
            if (result.outcome() != Outcome.PASS) {
                wrong.add(result.id());
            }
        }
        return wrong;
    }

    /** Returns the same bench with the engine in the place of the student's answers. */
    static Bench engine(Bench bench) {
        DirectSubject engine = new DirectSubject(Lab2.class, new Lab2Core(), Lab2Core::new);
        return new Bench(engine, bench.task(), bench.seed());
    }

    private static Set<Class<?>> needed(String network, boolean adam) {
        Set<Class<?>> needed = new LinkedHashSet<>();
        for (String word : network.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            switch (word) {
                case "flatten" -> needed.add(FlattenChecks.class);
                case "conv" -> needed.add(ConvolutionLayerChecks.class);
                case "maxpool" -> needed.add(MaxPoolChecks.class);
                case "avgpool" -> needed.add(AveragePoolChecks.class);
                case "batchnorm" -> needed.add(BatchNormChecks.class);
                case "dropout", "dropout2d" -> needed.add(DropoutChecks.class);
                case "leakyrelu", "selu" -> needed.add(RectifierChecks.class);
                default -> {} // the engine's, or a number
            }
        }
        needed.add(adam ? AdamChecks.class : PenaltyChecks.class);
        return needed;
    }
}
