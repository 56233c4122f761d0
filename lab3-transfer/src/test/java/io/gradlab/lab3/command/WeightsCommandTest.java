package io.gradlab.lab3.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.UserError;
import io.gradlab.lab3.vgg.Vgg;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.nn.io.NumberType;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.ModelState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WeightsCommandTest {
    @TempDir
    Path folder;

    private final StringWriter output = new StringWriter();

    @Test
    void listSaysSizeConventionSumAndHowToGetEach() {
        assertThat(run("list", "--data", folder.toString())).isZero();
        assertThat(output.toString())
                .contains("vgg16              vgg16-397923af.pth, 553 MB; not here, ./gradlab weights get vgg16\n")
                .contains("rgb 0..1, minus (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225)")
                .contains("SHA-256  not yet seen; published are the first digits, 397923af")
                .contains("vgg19-safetensors  vgg19.tv_in1k.safetensors, 575 MB;");
    }

    @Test
    void checkShowsTensorsConventionAndTheNetworkThatFits() throws IOException {
        Path file = features(Vgg.VGG11_BN, "features.", Map.of(Convention.METADATA_KEY, "caffe"));
        assertThat(run("check", file.toString())).isZero();
        assertThat(output.toString())
                .contains("features.0.weight         F16   [64, 3, 3, 3]\n")
                .contains("features.1.running_var    F16   [64]\n")
                .contains("images: bgr 0..255, minus (103.939, 116.779, 123.68)\n")
                .endsWith("fits: vgg11_bn: all 8 convolutions, no dense layer\n");
    }

    @Test
    void checkFindsTheNetworkOfTheFirstBlocks() throws IOException {
        assertThat(run(
                        "check",
                        features(Vgg.VGG19, "features.([0-9]|1[0-6])[.]", Map.of())
                                .toString()))
                .isZero();
        assertThat(output.toString())
                .contains("images: the file does not say; add --convention torchvision or --convention caffe\n")
                .endsWith("fits: vgg19: 8 of 16 convolutions, no dense layer\n");
    }

    @Test
    void wrongUsageIsExitCodeTwo() {
        assertThat(run("get", "vgg16", "--only", "features")).isEqualTo(2);
        assertThat(output.toString())
                .contains("vgg16-397923af.pth is none; run ./gradlab weights get vgg16-safetensors --only features");
        assertThat(run("get", "vgg17")).isEqualTo(2);
        assertThat(run("check", folder.resolve("none.pth").toString())).isEqualTo(2);
        assertThat(run("check", "vgg16", "--data", folder.toString())).isEqualTo(2);
        assertThat(output.toString()).contains("is not here; run ./gradlab weights get vgg16");
    }

    private Path features(Vgg network, String names, Map<String, String> metadata) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        ModelState.view(network.features(Shape.of(3, 32, 32)).create(Initialization.ZERO, new Seed(1)))
                .forEach((name, tensor) -> tensors.put("features." + name, tensor));
        tensors.keySet().removeIf(name -> !name.matches(names + ".*"));
        Path file = folder.resolve("features.safetensors");
        Safetensors.write(file, tensors, metadata, NumberType.F16);
        return file;
    }

    private int run(String... arguments) {
        return new CommandLine(new WeightsCommand())
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(output, true))
                .setExecutionExceptionHandler((error, line, _) -> {
                    line.getErr().println(error.getMessage());
                    return error instanceof UserError ? 2 : 70;
                })
                .execute(arguments);
    }
}
