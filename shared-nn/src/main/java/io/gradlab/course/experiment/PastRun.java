package io.gradlab.course.experiment;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run that has ended, as its folder tells it.
 *
 * @param data the set, and what was held out of it, in words
 * @param options what its numbers depend on, by option name
 * @param divergence why it was stopped; empty if it finished
 * @param bestEpoch the epoch of the best validation accuracy, 0 if none ended
 * @param testAccuracy of the best epoch's model, in [0, 1]; NaN if the run diverged
 * @param testLoss of the same model, mean over the samples; NaN if the run diverged
 * @param testSize how many samples that was taken on
 * @param trainSize how many samples it learned from
 * @param seconds all epochs together
 */
public record PastRun(
        Path folder,
        String experiment,
        String data,
        Map<String, String> options,
        Optional<String> divergence,
        int bestEpoch,
        double testAccuracy,
        double testLoss,
        int testSize,
        int trainSize,
        double seconds,
        History history) {

    private static final Pattern OLD = Pattern.compile("\\.old-\\d+$"); // moved aside by a newer run

    /**
     * Returns an experiment's runs in a folder, in its sub-folders and in theirs, in the order of their names; not those that
     * a newer run has moved aside.
     *
     * @throws UserError if there is no such folder
     */
    public static List<PastRun> in(Path folder, String experiment) {
        return in(folder).stream()
                .filter(run -> run.experiment.equals(experiment))
                .toList();
    }

    /**
     * Returns the runs of all experiments; otherwise as {@link #in(Path, String)}.
     *
     * @throws UserError if there is no such folder
     */
    public static List<PastRun> in(Path folder) {
        try (Stream<Path> files = Files.find(folder, 3, (file, attributes) -> attributes.isRegularFile())) {
            return files.map(Path::toAbsolutePath)
                    .filter(file -> file.equals(new RunFolder(file.getParent()).summary()))
                    .filter(file -> !OLD.matcher(file.getParent().getFileName().toString())
                            .find())
                    .map(file -> folder.resolve(folder.toAbsolutePath().relativize(file.getParent())))
                    .sorted()
                    .map(PastRun::read)
                    .toList();
        } catch (IOException e) {
            throw new UserError(folder + " cannot be read: " + FileProblem.of(e), e);
        }
    }

    /** Returns whether a run in the folder has ended. */
    public static boolean isIn(Path folder) {
        return Files.exists(new RunFolder(folder).summary());
    }

    /** Returns whether a run in the folder was stopped and can go on. */
    public static boolean isStoppedIn(Path folder) {
        return !isIn(folder) && Files.exists(new RunFolder(folder).checkpoint());
    }

    /**
     * Reads a run's folder.
     *
     * @throws UserError if its summary or history is missing or damaged
     */
    public static PastRun read(Path folder) {
        RunFolder files = new RunFolder(folder);
        try {
            JsonNode summary = JsonMapper.shared().readTree(Files.readString(files.summary()));
            Map<String, String> options = new LinkedHashMap<>();
            summary.path("options")
                    .properties()
                    .forEach(option ->
                            options.put(option.getKey(), option.getValue().asString()));
            return new PastRun(
                    folder,
                    summary.path("experiment").asString(""),
                    summary.path("data").asString(""),
                    options,
                    Optional.ofNullable(summary.get("divergence")).map(JsonNode::asString),
                    summary.path("best_epoch").asInt(0),
                    summary.path("test_accuracy").asDouble(Double.NaN),
                    summary.path("test_loss").asDouble(Double.NaN),
                    summary.path("test_size").asInt(0),
                    summary.path("train_size").asInt(0),
                    summary.path("seconds").asDouble(0),
                    History.parseCsv(Files.readString(files.history())));
        } catch (IOException e) {
            throw new UserError("The run in " + folder + " cannot be read: " + FileProblem.of(e), e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UserError("The run in " + folder + " is damaged; move it away, or train it anew", e);
        }
    }

    /** Returns the best epoch's validation accuracy, in [0, 1]; NaN if no epoch ended. */
    public double validationAccuracy() {
        return bestEpoch == 0 ? Double.NaN : history.epochs().get(bestEpoch - 1).validationAccuracy();
    }

    /** Returns how it did on a few samples every so many steps; empty if it was not looked at. */
    public List<SampledPoint> samples() {
        Path file = new RunFolder(folder).samples();
        try {
            return Files.exists(file) ? SampledPoint.parseCsv(Files.readString(file)) : List.of();
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + FileProblem.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new UserError(file + " is damaged; move it away, or train anew", e);
        }
    }

    /** Returns an option's value, empty if the run had no such option. */
    public String option(String name) {
        return options.getOrDefault(name, "");
    }

    /** Returns what the summary says under a name, for example {@code backend}; empty if it says nothing. */
    public String fact(String name) {
        Path file = new RunFolder(folder).summary();
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(file))
                    .path(name)
                    .asString("");
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + FileProblem.of(e), e);
        }
    }

    /** Returns the command that trains the same again, in another folder or with other data if need be. */
    public String command() {
        CommandLine command = TrainCommand.create().getSubcommands().get(experiment);
        return "./gradlab train " + experiment
                + (command == null
                        ? ""
                        : TrainArguments.of(options, command).stream()
                                .map(argument -> " " + argument)
                                .collect(Collectors.joining()));
    }

    /** Returns the model that was kept after an epoch, read from its file; empty if none was. */
    public Optional<Map<String, Tensor>> snapshot(int epoch) {
        Path file = new RunFolder(folder).snapshot(epoch);
        return Files.exists(file) ? Optional.of(Safetensors.read(file).tensors()) : Optional.empty();
    }
}
