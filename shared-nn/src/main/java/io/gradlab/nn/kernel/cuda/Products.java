package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.MatMul;
import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;

/** Matrix products, dense layers and convolutions. */
final class Products {
    private final Stream stream;

    Products(Stream stream, Precision precision) {
        this.stream = stream;
    }

    void matmul(MatMul form, Tensor a, Tensor b, Tensor out) {
        throw new UnsupportedOperationException("matmul");
    }

    void dense(Tensor input, Tensor weight, Tensor bias, Epilogue epilogue, Tensor out) {
        throw new UnsupportedOperationException("dense");
    }

    void conv2d(WindowGeometry window, Tensor input, Tensor weight, Tensor bias, Epilogue epilogue, Tensor out) {
        throw new UnsupportedOperationException("conv2d");
    }

    void conv2dInputGradient(WindowGeometry window, Tensor outputGradient, Tensor weight, Tensor inputGradient) {
        throw new UnsupportedOperationException("conv2dInputGradient");
    }

    void conv2dWeightGradient(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor weightGradient) {
        throw new UnsupportedOperationException("conv2dWeightGradient");
    }
}
