package io.gradlab.lab2.analysis;

import io.gradlab.cli.TextTable;
import io.gradlab.cli.UserError;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.plot.Histograms;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Weights and biases of each layer, of one model or of two side by side, as in report C. */
final class WeightHistograms {
    private static final double NEAR_ZERO = 0.01;

    /** A run under the name that the pictures give it. */
    private record Named(String name, TrainedRun run) {}

    private WeightHistograms() {}

    static List<Finding> of(TrainedRun run, AnalysisOptions options) {
        List<Named> runs = new ArrayList<>(List.of(new Named(name(run), run)));
        options.beside().ifPresent(folder -> {
            TrainedRun other = TrainedRun.read(folder, options.data());
            runs.add(new Named(name(other).equals(name(run)) ? folder.toString() : name(other), other));
        });
        return List.of(
                new Finding.Figure("weights", histograms("Weights of each layer", "weight", true, runs), caption(runs)),
                new Finding.Figure("biases", histograms("Biases of each layer", "bias", false, runs), caption(runs)),
                new Finding.Table("weight-shares", shares(runs), sharesCaption()));
    }

    private static String name(TrainedRun run) {
        return run.past().folder().toAbsolutePath().normalize().getFileName().toString();
    }

    private static String caption(List<Named> runs) {
        return "The share of each layer's numbers in bins of equal width"
                + (runs.size() > 1
                        ? "; " + runs.getFirst().name() + " beside "
                                + runs.getLast().name() + "."
                        : ".");
    }

    private static String sharesCaption() {
        return "Near zero: of an absolute value below " + NEAR_ZERO + ".";
    }

    private static Histograms histograms(String title, String quantity, boolean weights, List<Named> runs) {
        List<Histograms.Panel> panels = new ArrayList<>();
        for (Parameter parameter : parameters(runs.getFirst().run(), weights)) {
            List<Histograms.Sample> samples = new ArrayList<>();
            for (Named named : runs) {
                parameters(named.run(), weights).stream()
                        .filter(other -> other.name().equals(parameter.name()))
                        .forEach(other -> samples.add(new Histograms.Sample(
                                named.name(), other.value().toHost().data())));
            }
            if (samples.size() < runs.size()) {
                throw new UserError("--beside: the network there has no " + parameter.name()
                        + "; compare runs whose layers have the same names");
            }
            panels.add(new Histograms.Panel(parameter.name(), samples));
        }
        return new Histograms(title, quantity, panels);
    }

    /** Returns the parameters that a penalty applies to, the weights, or the others. */
    private static List<Parameter> parameters(TrainedRun run, boolean weights) {
        return run.spec().network().parameters().stream()
                .filter(parameter -> parameter.decayed() == weights)
                .toList();
    }

    private static TextTable shares(List<Named> runs) {
        List<List<String>> rows = new ArrayList<>();
        for (Named named : runs) {
            for (Parameter parameter : parameters(named.run(), true)) {
                Tensor weight = parameter.value().toHost();
                rows.add(List.of(
                        named.name(),
                        parameter.name(),
                        Integer.toString(weight.size()),
                        percent(share(weight, -NEAR_ZERO, NEAR_ZERO)),
                        percent(share(weight, Double.NEGATIVE_INFINITY, 0))));
            }
        }
        return new TextTable(List.of("run", "layer", "weights", "near zero (%)", "negative (%)"), rows);
    }

    /** Returns the share of the numbers that lie between the ends, which do not count. */
    private static double share(Tensor tensor, double above, double below) {
        int count = 0;
        for (float value : tensor.data()) {
            count += value > above && value < below ? 1 : 0;
        }
        return (double) count / tensor.size();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }
}
