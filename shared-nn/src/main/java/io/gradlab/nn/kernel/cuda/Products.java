package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.MatMul;
import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.kernel.Shapes;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;

/**
 * Matrix products, dense layers and convolutions. All are one kernel, a product in tiles, that differs in where its operands'
 * numbers come from; which tiles, and whether on tensor cores, follows from shapes and precision alone.
 */
final class Products {
    private final MatrixProducts matrices;
    private final Convolutions convolutions;
    private final WeightGradients weightGradients;

    Products(Stream stream, Precision precision, Planner planner) {
        Splits splits = new Splits(stream);
        boolean tensorCores =
                precision == Precision.TF32 && stream.driver().facts().hasTf32();
        matrices = new MatrixProducts(stream, planner, splits, tensorCores);
        convolutions = new Convolutions(stream, planner, splits, tensorCores);
        weightGradients = new WeightGradients(stream, planner, splits, tensorCores);
    }

    void matmul(MatMul form, Tensor a, Tensor b, Tensor out) {
        matrices.matmul(form, a, b, out);
    }

    void dense(Tensor input, Tensor weight, Tensor bias, Epilogue epilogue, Tensor out) {
        matrices.dense(input, weight, bias, epilogue, out);
    }

    void conv2d(WindowGeometry window, Tensor input, Tensor weight, Tensor bias, Epilogue epilogue, Tensor out) {
        Shapes.require(weight.dim(1) == input.dim(1), "conv2d", input, weight);
        Shapes.require(out, window.output(input.shape(), weight.dim(0)), "conv2d");
        convolutions.run(window, false, input, weight, bias, epilogue.floor(), out);
    }

    void conv2dInputGradient(WindowGeometry window, Tensor outputGradient, Tensor weight, Tensor inputGradient) {
        Shapes.require(outputGradient, window.output(inputGradient.shape(), weight.dim(0)), "conv2dInputGradient");
        convolutions.run(window, true, outputGradient, weight, null, Epilogue.NONE.floor(), inputGradient);
    }

    void conv2dWeightGradient(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor weightGradient) {
        Shapes.require(outputGradient, window.output(input.shape(), weightGradient.dim(0)), "conv2dWeightGradient");
        weightGradients.run(window, input, outputGradient, weightGradient);
    }
}
