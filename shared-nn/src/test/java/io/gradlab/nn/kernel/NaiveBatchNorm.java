package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Tensor;

/** Batch normalization and its gradients, step by step as in the paper (Ioffe and Szegedy, 2015), in double precision. */
record NaiveBatchNorm(double[] y, double[] mean, double[] variance, double[] dx, double[] dGamma, double[] dBeta) {

    static NaiveBatchNorm of(Tensor x, Tensor gamma, Tensor beta, Tensor dy, double epsilon) {
        int channels = x.dim(1);
        int plane = x.size() / x.dim(0) / channels;
        double count = (double) x.size() / channels;
        double[] mean = new double[channels];
        double[] variance = new double[channels];
        double[] dVariance = new double[channels];
        double[] dMean = new double[channels];
        double[] dGamma = new double[channels];
        double[] dBeta = new double[channels];
        double[] y = new double[x.size()];
        double[] dx = new double[x.size()];
        for (int i = 0; i < x.size(); i++) {
            mean[i / plane % channels] += x.data()[i] / count;
        }
        for (int i = 0; i < x.size(); i++) {
            int c = i / plane % channels;
            variance[c] += Math.pow(x.data()[i] - mean[c], 2) / count;
        }
        for (int i = 0; i < x.size(); i++) {
            int c = i / plane % channels;
            double deviation = Math.sqrt(variance[c] + epsilon);
            double normal = (x.data()[i] - mean[c]) / deviation;
            y[i] = gamma.data()[c] * normal + beta.data()[c];
            double dNormal = dy.data()[i] * gamma.data()[c];
            dVariance[c] += dNormal * (x.data()[i] - mean[c]) * -0.5 * Math.pow(deviation, -3);
            dMean[c] -= dNormal / deviation;
            dGamma[c] += dy.data()[i] * normal;
            dBeta[c] += dy.data()[i];
        }
        for (int i = 0; i < x.size(); i++) {
            int c = i / plane % channels;
            double deviation = Math.sqrt(variance[c] + epsilon);
            dx[i] = dy.data()[i] * gamma.data()[c] / deviation
                    + dVariance[c] * 2 * (x.data()[i] - mean[c]) / count
                    + dMean[c] / count;
        }
        return new NaiveBatchNorm(y, mean, variance, dx, dGamma, dBeta);
    }
}
