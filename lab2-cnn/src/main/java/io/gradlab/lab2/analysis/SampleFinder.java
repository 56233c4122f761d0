package io.gradlab.lab2.analysis;

import io.gradlab.cli.UserError;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds test samples: of a class, classified right or wrong. */
final class SampleFinder {
    private final TrainedRun run;

    SampleFinder(TrainedRun run) {
        this.run = run;
    }

    /** Returns the numbers of the wrongly classified samples, the surest mistake first. */
    List<Integer> mistakes() {
        Predictions predictions = run.predictions();
        return samples(sample -> !predictions.isRight(sample))
                .sorted(Comparator.comparingDouble(sample -> -predictions.sureness(sample)))
                .toList();
    }

    /** Returns the numbers of the samples that {@code --class} and {@code --show} ask for, in the set's order. */
    List<Integer> asked(AnalysisOptions options) {
        Predictions predictions = run.predictions();
        IntPredicate shown = switch (options.show()) {
            case ALL -> sample -> true;
            case RIGHT -> predictions::isRight;
            case WRONG -> sample -> !predictions.isRight(sample);
        };
        if (options.className().isEmpty()) {
            return samples(shown).toList();
        }
        int wanted = classOf(options.className().get());
        return samples(shown.and(sample -> predictions.labels()[sample] == wanted))
                .toList();
    }

    /** Returns the first right sample of a class; -1 if there is none. */
    int firstRight(int label) {
        Predictions predictions = run.predictions();
        return samples(sample -> predictions.isRight(sample) && predictions.labels()[sample] == label)
                .findFirst()
                .orElse(-1);
    }

    /** Returns {@code "#8: true 5, predicted 6 (97 %)"}. */
    String caption(int sample) {
        Predictions predictions = run.predictions();
        List<String> names = run.test().classNames();
        String truth = "#" + sample + ": true " + names.get(predictions.labels()[sample]);
        return predictions.isRight(sample)
                ? truth
                : truth + ", predicted " + names.get(predictions.classes()[sample]) + " ("
                        + Math.round(100 * predictions.sureness(sample)) + " %)";
    }

    private Stream<Integer> samples(IntPredicate wanted) {
        return IntStream.range(0, run.test().size()).filter(wanted).boxed();
    }

    int classOf(String name) {
        int label = run.test().classNames().indexOf(name);
        if (label < 0) {
            throw new UserError("--class " + name + ": there is no such class; there are "
                    + String.join(", ", run.test().classNames()));
        }
        return label;
    }
}
