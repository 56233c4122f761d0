package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.check.Verdicts;
import java.util.List;
import java.util.Map;

/** Task 3.3. */
@Task(id = "3.3", title = "VGG", points = 8)
public class VggChecks {
    private static final String VGG16 = "64 64 M 128 128 M 256 256 256 M 512 512 512 M 512 512 512 M";
    private static final String VGG11 = "64 M 128 M 256 256 M 512 512 M 512 512 M";
    private static final List<VggCase> CASES = List.of(
            new VggCase("4 M", 6, 8),
            new VggCase("64 64 M 128 128 M", 32, 32),
            new VggCase("8 16 M 4 M 12 12", 13, 22),
            new VggCase(VGG16, 224, 224));

    @Check(value = "shapes", points = 2.5, rank = 1)
    void shapes(Bench bench) {
        for (VggCase one : CASES) {
            List<VggCase.Row> actual = one.ask(bench);
            one.compare(bench, actual, "channels", VggCase.Row::channels);
            one.compare(bench, actual, "heights", VggCase.Row::height);
            one.compare(bench, actual, "widths", VggCase.Row::width);
        }
    }

    @Check(value = "names", points = 1.5, rank = 2)
    void names(Bench bench) {
        for (VggCase one : CASES) {
            List<String> actual = names(one.ask(bench));
            List<String> expected = names(one.rows(VggCase.Form.RIGHT));
            bench.require(
                    actual.equals(expected),
                    "the layers of \"" + one.blocks() + "\" are named " + actual + ", expected " + expected
                            + ". ReLUs and pools count, and numbers begin at 0.");
        }
    }

    @Check(value = "parameters of each layer", points = 2, rank = 3)
    void parametersOfEachLayer(Bench bench) {
        for (VggCase one : CASES) {
            one.compare(bench, one.ask(bench), "parameters", VggCase.Row::parameters);
        }
    }

    @Check(value = "parameters of the whole network", points = 2, rank = 4)
    void parametersOfTheWholeNetwork(Bench bench) {
        Verdicts verdicts = new Verdicts();
        add(bench, verdicts, VGG16, 10); // 134,301,514
        add(bench, verdicts, VGG16, 1000); // 138,357,544, torchvision's
        add(bench, verdicts, VGG11, 10);
        add(bench, verdicts, "4 M 6 M", 3);
        verdicts.judge(bench);
    }

    private static void add(Bench bench, Verdicts verdicts, String blocks, int outputs) {
        double actual = Calls.number(bench, "vggParameters", new Value.Text(blocks), Value.of(outputs));
        List<VggCase.Row> rows = new VggCase(blocks, 32, 32).rows(VggCase.Form.RIGHT);
        double convolutions = rows.stream().mapToDouble(VggCase.Row::parameters).sum();
        double filters = rows.stream()
                .filter(row -> row.parameters() > 0)
                .mapToDouble(VggCase.Row::channels)
                .sum();
        double channels = rows.getLast().channels();
        double dense = dense(49 * channels, outputs);
        verdicts.add(
                "the number of parameters of \"" + blocks + "\" with " + outputs + " outputs",
                actual,
                convolutions + dense,
                Map.of(
                        "the dense layers were left out",
                        convolutions,
                        "the convolutions were left out",
                        dense,
                        "all biases were left out",
                        convolutions - filters + dense - 4096 - 4096 - outputs,
                        "the last maps were not pooled to 7×7: 49 numbers a channel",
                        convolutions + dense(channels, outputs)));
    }

    private static double dense(double inputs, int outputs) {
        return inputs * 4096 + 4096 + 4096.0 * 4096 + 4096 + 4096.0 * outputs + outputs;
    }

    private static List<String> names(List<VggCase.Row> rows) {
        return rows.stream().map(VggCase.Row::name).toList();
    }
}
