package io.gradlab.course.experiment;

import io.gradlab.cli.Version;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.train.History;
import io.gradlab.nn.train.TrainingEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file {@code summary.json}: a run's figures and where they come from. Accuracies are fractions of 1. */
final class Summary {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Summary() {}

    static void write(Path file, RunSpec spec, RunResult result) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("experiment", spec.experiment());
        fields.put(
                "end",
                switch (result.end()) {
                    case TrainingEnd.Finished() -> "finished";
                    case TrainingEnd.Stopped() -> "stopped";
                    case TrainingEnd.Diverged(var why) -> "diverged";
                });
        result.test().ifPresent(test -> {
            fields.put("test_accuracy", test.accuracy());
            fields.put("test_loss", test.loss());
            fields.put("final_test_accuracy", result.finalTestAccuracy());
            fields.put("test_accuracy_at", result.testAccuracyAt());
        });
        if (result.end() instanceof TrainingEnd.Diverged(var divergence)) {
            fields.put("divergence", divergence.toString());
        }
        fields.put("test_size", spec.test().size());
        fields.put("train_size", spec.training().size());
        fields.put("validation_size", spec.validation().size());
        fields.put("epochs", result.history().epochs().size());
        fields.put("best_epoch", result.bestEpoch());
        fields.put("seed", spec.plan().seed().value());
        fields.put("threads", KernelRegistry.threads());
        fields.put("backend", KernelRegistry.training().line());
        fields.put("data", spec.data().name());
        fields.put("network", spec.network().toString());
        fields.put("parameters", spec.parameters());
        fields.put(
                "seconds",
                result.history().epochs().stream()
                        .mapToDouble(History.Epoch::seconds)
                        .sum());
        if (!spec.recipe().isEmpty()) {
            fields.put("recipe", spec.recipe());
        }
        fields.put("options", spec.options());
        fields.put("gradlab", Version.TEXT);
        fields.put("java", System.getProperty("java.vm.version"));
        AtomicFiles.writeText(file, JSON.writeValueAsString(fields) + "\n");
    }
}
