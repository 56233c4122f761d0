package io.gradlab.grader.lab1;

import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.DenseOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What goes wrong in dense layers. */
final class DenseMisconceptions {

    private DenseMisconceptions() {}

    static List<Misconception> forward(DoubleTensor input, DoubleTensor weight, DoubleTensor bias) {
        DoubleTensor none = DoubleTensor.zeros(bias.dim(0));
        List<Misconception> all = new ArrayList<>();
        all.add(new Misconception("the bias was forgotten", DenseOracle.forward(input, weight, none)));
        all.add(new Misconception(
                "the bias was taken away instead of added", DenseOracle.forward(input, weight, bias.times(-1))));
        all.add(new Misconception("the bias was added twice", DenseOracle.forward(input, weight, bias.times(2))));
        DoubleTensor transposed = readByColumns(weight);
        all.add(new Misconception(
                "the weight was transposed (X · W instead of X · Wᵀ); its shape is [out, in]",
                DenseOracle.forward(input, transposed, bias)));
        all.add(new Misconception(
                "the weight was transposed (X · W instead of X · Wᵀ) and the bias forgotten",
                DenseOracle.forward(input, transposed, none)));
        return all;
    }

    static List<Misconception> weightGradient(DoubleTensor input, DoubleTensor outputGradient) {
        int samples = input.dim(0);
        DoubleTensor gradient = DenseOracle.weightGradient(input, outputGradient);
        List<Misconception> all = new ArrayList<>();
        all.add(new Misconception(
                "it was divided by the batch size (" + samples + "); the loss has done so already",
                gradient.times(1.0 / samples)));
        all.add(new Misconception("it has the wrong sign; going downhill is the optimizer's work", gradient.times(-1)));
        all.add(new Misconception(
                "only the last sample was counted; sum over the batch",
                DenseOracle.weightGradient(lastRow(input), lastRow(outputGradient))));
        all.add(new Misconception(
                "only the first sample was counted; sum over the batch",
                DenseOracle.weightGradient(row(input, 0), row(outputGradient, 0))));
        all.add(new Misconception(
                "it was transposed; its shape is [out, in] as the weight's",
                new DoubleTensor(gradient.shape(), gradient.transposed().data())));
        return all;
    }

    static List<Misconception> biasGradient(DoubleTensor outputGradient) {
        int samples = outputGradient.dim(0);
        DoubleTensor gradient = DenseOracle.biasGradient(outputGradient);
        DoubleTensor total = gradient.map(_ -> Arrays.stream(gradient.data()).sum());
        return List.of(
                new Misconception(
                        "it was divided by the batch size (" + samples + "); the loss has done so already",
                        gradient.times(1.0 / samples)),
                new Misconception("it was left at zero", gradient.times(0)),
                new Misconception(
                        "only the last sample was counted; sum over the batch",
                        DenseOracle.biasGradient(lastRow(outputGradient))),
                new Misconception("the sum goes over the outputs as well; each bias has a sum of its own", total));
    }

    static List<Misconception> inputGradient(DoubleTensor weight, DoubleTensor outputGradient) {
        List<Misconception> all = new ArrayList<>();
        all.add(new Misconception(
                "it was divided by the batch size (" + outputGradient.dim(0) + "); the loss has done so already",
                DenseOracle.inputGradient(weight, outputGradient).times(1.0 / outputGradient.dim(0))));
        all.add(new Misconception(
                "the weight was transposed (dY · Wᵀ instead of dY · W)",
                DenseOracle.inputGradient(readByColumns(weight), outputGradient)));
        if (square(weight)) {
            all.add(new Misconception(
                    "the output gradient passes unchanged; multiply it by the weight", outputGradient));
        }
        return all;
    }

    static List<Misconception> secondPass(DoubleTensor gradient, DoubleTensor before) {
        return List.of(
                new Misconception(
                        "it was added to that of the pass before; overwrite it", gradient.with(before, Double::sum)),
                new Misconception("it is still that of the pass before", before));
    }

    /** Returns what is read where number (o, i) is looked for at i · out + o instead of o · in + i. */
    private static DoubleTensor readByColumns(DoubleTensor weight) {
        return new DoubleTensor(Shape.of(weight.dim(1), weight.dim(0)), weight.data()).transposed();
    }

    private static boolean square(DoubleTensor matrix) {
        return matrix.dim(0) == matrix.dim(1);
    }

    private static DoubleTensor lastRow(DoubleTensor matrix) {
        return row(matrix, matrix.dim(0) - 1);
    }

    private static DoubleTensor row(DoubleTensor matrix, int n) {
        int columns = matrix.dim(1);
        double[] row = Arrays.copyOfRange(matrix.data(), n * columns, (n + 1) * columns);
        return new DoubleTensor(matrix.shape().withFirst(1), row);
    }
}
