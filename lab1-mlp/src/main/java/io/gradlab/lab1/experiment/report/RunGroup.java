package io.gradlab.lab1.experiment.report;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.lab1.experiment.MlpRecipe;
import io.gradlab.nn.kernel.ActivationKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs that differ in their seeds alone.
 *
 * @param runs at least one, by seed
 */
record RunGroup(List<PastRun> runs) {
    private static final Pattern EPOCH = Pattern.compile("epoch (\\d+)");
    private static final String SEED = "--seed";
    private static final List<ActivationKind> ORDER =
            List.of(ActivationKind.SIGMOID, ActivationKind.TANH, ActivationKind.RELU, ActivationKind.LINEAR);

    /**
     * Puts runs together; in the order of the report's table, the plain recipe first.
     *
     * @throws UserError if two runs have the same options and seed
     */
    static List<RunGroup> of(List<PastRun> runs) {
        Map<Map<String, String>, List<PastRun>> byOptions = new LinkedHashMap<>();
        for (PastRun run : runs) {
            if (run.option("--recipe").isEmpty()) {
                throw new UserError(run.folder() + " was trained by an older GradLab; train it anew, or move it away");
            }
            Map<String, String> options = new LinkedHashMap<>(run.options());
            options.remove(SEED);
            List<PastRun> alike = byOptions.computeIfAbsent(options, none -> new ArrayList<>());
            for (PastRun other : alike) {
                if (other.option(SEED).equals(run.option(SEED))) {
                    throw new UserError(other.folder() + " and " + run.folder()
                            + " are runs with the same options and seed; move one of them away");
                }
            }
            alike.add(run);
        }
        return byOptions.values().stream()
                .map(alike -> new RunGroup(alike.stream()
                        .sorted(Comparator.comparing(RunGroup::seed))
                        .toList()))
                .sorted(Comparator.comparing(RunGroup::recipe)
                        .thenComparing(group -> ORDER.indexOf(group.activation()))
                        .thenComparing(RunGroup::rate, Comparator.reverseOrder()))
                .toList();
    }

    private static long seed(PastRun run) {
        return Long.parseLong(run.option(SEED));
    }

    private String option(String name) {
        return runs.getFirst().option(name);
    }

    ActivationKind activation() {
        return ActivationKind.valueOf(option("--activation").toUpperCase(Locale.ROOT));
    }

    MlpRecipe recipe() {
        return MlpRecipe.valueOf(option("--recipe").toUpperCase(Locale.ROOT));
    }

    double rate() {
        return Double.parseDouble(option("--lr"));
    }

    int epochs() {
        return Integer.parseInt(option("--epochs"));
    }

    /** Returns the activation, with first weights and batch if they are not the usual: {@code linear, --init 0.05}. */
    String label() {
        String label = activation().label();
        for (String unusual : List.of("--init", "--batch")) {
            String usual = unusual.equals("--init")
                    ? recipe().fashionWeights(activation()).label()
                    : Integer.toString(recipe().batch());
            label += option(unusual).equals(usual) ? "" : ", " + unusual + " " + option(unusual);
        }
        return label;
    }

    /** Returns the seeds with commas. */
    String seeds() {
        return runs.stream().map(run -> run.option(SEED)).collect(Collectors.joining(", "));
    }

    /** Returns the epochs in which runs exploded, {@code epoch 27}; empty if none did. */
    String explosions() {
        String epochs = runs.stream()
                .flatMap(run -> run.divergence().stream())
                .map(RunGroup::explosion)
                .collect(Collectors.joining(", "));
        return epochs.isEmpty() ? "" : "epoch " + epochs;
    }

    /** Returns the epoch that a trainer's explanation names. */
    static String explosion(String divergence) {
        Matcher epoch = EPOCH.matcher(divergence);
        return epoch.find() ? epoch.group(1) : "?";
    }

    /** Returns the run that went on longest, the first of equals. */
    PastRun longest() {
        return runs.stream()
                .min(Comparator.comparing(
                        (PastRun run) -> -run.history().epochs().size()))
                .orElseThrow();
    }
}
