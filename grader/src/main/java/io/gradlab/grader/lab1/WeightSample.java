package io.gradlab.grader.lab1;

import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the numbers of a first weight say about where they come from.
 *
 * @param weight {@code [outputs, inputs]}, thousands of numbers
 */
record WeightSample(Initialization kind, Tensor weight) {
    private static final double STANDARD_ERRORS = 5;
    private static final double LARGEST_UNIFORM = Math.sqrt(3); // in deviations

    /** Returns what is wrong with mean or deviation. */
    Optional<String> sizeProblem() {
        double expected = deviation();
        double meanBound = STANDARD_ERRORS * expected / Math.sqrt(weight.size());
        double mean = mean();
        if (!(Math.abs(measured() / expected - 1) <= relativeBound())) {
            return Optional.of(say(
                    "%s with %d inputs and %d outputs has standard deviation %.5f, expected %.5f ± %.5f%s.",
                    kind, inputs(), outputs(), measured(), expected, expected * relativeBound(), likeness()));
        }
        return Math.abs(mean) <= meanBound
                ? Optional.empty()
                : Optional.of(say("%s has mean %.5f, expected 0 ± %.5f.", kind, mean, meanBound));
    }

    /** Returns what is wrong with the form of the distribution: the share of numbers within one deviation is 68 %. */
    Optional<String> formProblem() {
        double mean = mean();
        double deviation = measured();
        double largest = 0;
        int within = 0;
        for (float w : weight.data()) {
            largest = Math.max(largest, Math.abs(w - mean) / deviation);
            within += Math.abs(w - mean) <= deviation ? 1 : 0;
        }
        double share = (double) within / weight.size();
        if (Math.abs(share - 0.6827) <= STANDARD_ERRORS * Math.sqrt(0.6827 * 0.3173 / weight.size())) {
            return Optional.empty();
        }
        String uniform = largest < 1.05 * LARGEST_UNIFORM && Math.abs(share - 1 / LARGEST_UNIFORM) < 0.03
                ? ": it looks as if they were uniform; take gaussian(i)"
                : "";
        return Optional.of(say(
                "%.1f %% of %s's numbers lie within one standard deviation, expected 68.3 %%%s.",
                100 * share, kind, uniform));
    }

    private String likeness() {
        for (Map.Entry<String, Double> wrong : wrongDeviations().entrySet()) {
            if (Math.abs(measured() / wrong.getValue() - 1) <= relativeBound()) {
                return ": it looks as if " + wrong.getKey();
            }
        }
        return "";
    }

    private Map<String, Double> wrongDeviations() {
        double right = deviation();
        Map<String, Double> wrong = new LinkedHashMap<>();
        wrong.put("the variance was taken for the deviation; take its square root", right * right);
        wrong.put("the numbers were not scaled", 1.0);
        switch (kind) {
            case XAVIER -> {
                wrong.put("only the inputs were counted; Xavier has 2 / (inputs + outputs)", root(2.0 / inputs()));
                wrong.put("only the outputs were counted; Xavier has 2 / (inputs + outputs)", root(2.0 / outputs()));
                wrong.put("the 2 is missing in 2 / (inputs + outputs)", root(1.0 / (inputs() + outputs())));
            }
            case HE -> {
                wrong.put("outputs were taken for inputs; the weight is [outputs, inputs]", root(2.0 / outputs()));
                wrong.put("this is Xavier; He has 2 / inputs", root(2.0 / (inputs() + outputs())));
                wrong.put("the 2 is missing in 2 / inputs", root(1.0 / inputs()));
            }
            case NORMAL -> wrong.put("0.1 was taken for the variance; it is the deviation", root(0.1));
            case ZERO -> {}
        }
        return wrong;
    }

    private double deviation() {
        return switch (kind) {
            case ZERO -> 0;
            case NORMAL -> 0.1;
            case XAVIER -> root(2.0 / (inputs() + outputs()));
            case HE -> root(2.0 / inputs());
        };
    }

    private double relativeBound() {
        return STANDARD_ERRORS / Math.sqrt(2.0 * weight.size());
    }

    private double mean() {
        double sum = 0;
        for (float w : weight.data()) {
            sum += w;
        }
        return sum / weight.size();
    }

    private double measured() {
        double mean = mean();
        double squares = 0;
        for (float w : weight.data()) {
            squares += (w - mean) * (w - mean);
        }
        return root(squares / weight.size());
    }

    private int outputs() {
        return weight.dim(0);
    }

    private int inputs() {
        return weight.dim(1);
    }

    private static double root(double x) {
        return Math.sqrt(x);
    }

    private static String say(String sentence, Object... figures) {
        return String.format(Locale.ROOT, sentence, figures);
    }
}
