package io.gradlab.lab3.command;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.lab3.vgg.SmallVgg;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.io.NumberType;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradlab weights export}: makes a file of weights of a finished run, which says where it comes from. */
@Command(
        name = "export",
        description = "Write the best model of a finished run as a file of weights that says how it was made.")
final class ExportCommand implements Callable<Integer> {
    private static final String BUILT_IN = "cifar-vgg";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "The run's folder, as `train` wrote it.")
    private Path run = Path.of(".");

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file, .safetensors.")
    private Path file = Path.of(".");

    @Option(names = "--half", description = "Half precision: half the size, three digits.")
    private boolean half;

    @Option(
            names = "--convention",
            paramLabel = "NAME",
            description = "How the network wants images: torchvision, caffe or plain. Of a cifar-vgg it is known.")
    private @Nullable String convention;

    @Override
    public Integer call() {
        PastRun past = PastRun.read(run);
        Path model = run.resolve("model.safetensors");
        if (!Files.exists(model)) {
            throw new UserError("There is no model in " + run + "; export a run that finished");
        }
        Map<String, Tensor> tensors = Safetensors.read(model).tensors();
        try {
            Safetensors.write(file, tensors, texts(past), half ? NumberType.F16 : NumberType.F32);
            spec.commandLine()
                    .getOut()
                    .printf(Locale.ROOT, "%s: %d tensors, %,d bytes%n", file, tensors.size(), Files.size(file));
            spec.commandLine().getOut().flush();
        } catch (IOException e) {
            throw new UserError(FileProblem.of(e), e);
        }
        return 0;
    }

    private Map<String, String> texts(PastRun past) {
        boolean builtIn = past.experiment().equals(BUILT_IN);
        if (convention == null && !builtIn) {
            throw new UserError("The run in " + run + " does not say how its network wants images; add --convention"
                    + " torchvision, caffe or plain");
        }
        Convention chosen = convention == null ? Convention.TORCHVISION : Convention.of(convention);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(Convention.METADATA_KEY, chosen.label());
        texts.put("gradlab.images", chosen.text());
        if (builtIn) {
            texts.put("gradlab.network", "VGG, batch norm after each convolution: " + SmallVgg.TEXT + ", dense 10");
        }
        texts.put("gradlab.data", past.data() + ", " + past.trainSize() + " training images");
        texts.put(
                "gradlab.command",
                "gradlab train " + past.experiment() + " "
                        + past.options().entrySet().stream()
                                .filter(option -> !option.getKey().equals("--exact"))
                                .map(option -> option.getKey() + " " + option.getValue())
                                .collect(Collectors.joining(" ")));
        texts.put("gradlab.best_epoch", Integer.toString(past.bestEpoch()));
        texts.put("gradlab.validation_accuracy", share(past.validationAccuracy()));
        texts.put("gradlab.test_accuracy", share(past.testAccuracy()) + " of " + past.testSize() + " images");
        return texts;
    }

    private static String share(double accuracy) {
        return String.format(Locale.ROOT, "%.4f", accuracy);
    }
}
