package io.gradlab.grader.demo;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.Experiment;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.train.History;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of the demo's trainings: the experiment {@code digits-mlp}, run as {@code gradlab train} runs it and read from the
 * files that it writes.
 */
record DemoTraining(ActivationKind kind, History history, double testAccuracy, int bestEpoch, double seconds) {
    private static final String EXPERIMENT = "digits-mlp";

    static DemoTraining run(ActivationKind kind, Path folder) throws IOException {
        StringWriter printed = new StringWriter();
        int code = new CommandLine(experiment())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(printed))
                .setExecutionExceptionHandler((problem, line, parsed) -> {
                    throw problem;
                })
                .execute("--activation", kind.label(), "--out", folder.toString());
        if (code != 0) {
            throw new UserError("the demo's training with " + kind.label() + " failed: "
                    + printed.toString()
                            .strip()
                            .lines()
                            .reduce((first, last) -> last)
                            .orElse("no output"));
        }
        JsonNode summary = JsonMapper.shared().readTree(Files.readString(folder.resolve("summary.json")));
        return new DemoTraining(
                kind,
                History.parseCsv(Files.readString(folder.resolve("history.csv"))),
                summary.get("test_accuracy").asDouble(),
                summary.get("best_epoch").asInt(),
                summary.get("seconds").asDouble());
    }

    /** Returns the training speed after the first epoch, in which code is still being compiled. */
    double imagesPerSecond() {
        return history.last().imagesPerSecond();
    }

    private static Experiment experiment() {
        return ServiceLoader.load(Experiment.class, DemoTraining.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.name().equals(EXPERIMENT))
                .findFirst()
                .orElseThrow(() -> new UserError("lab 1 is not on the class path; start through ./gradlab"));
    }
}
