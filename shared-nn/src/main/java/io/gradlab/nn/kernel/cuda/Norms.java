package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.tensor.Tensor;

/** Batch normalization, its gradients and its running averages. */
final class Norms {
    private final Stream stream;

    Norms(Stream stream) {
        this.stream = stream;
    }

    void batchNorm(
            Tensor input,
            Tensor gamma,
            Tensor beta,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Epilogue epilogue,
            Tensor out) {
        throw new UnsupportedOperationException("batchNorm");
    }

    void batchNormFixed(
            Tensor input,
            Tensor gamma,
            Tensor beta,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Epilogue epilogue,
            Tensor out) {
        throw new UnsupportedOperationException("batchNormFixed");
    }

    void batchNormGradient(
            Tensor input,
            Tensor outputGradient,
            Tensor gamma,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Tensor gammaGradient,
            Tensor betaGradient,
            Tensor inputGradient) {
        throw new UnsupportedOperationException("batchNormGradient");
    }

    void average(double share, double scale, Tensor sample, Tensor running) {
        throw new UnsupportedOperationException("average");
    }
}
