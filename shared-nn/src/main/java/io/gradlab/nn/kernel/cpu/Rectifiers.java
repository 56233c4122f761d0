package io.gradlab.nn.kernel.cpu;

/**
 * The rectifiers that let a share of the negative side through:
 *
 * <pre>{@code
 * leaky ReLU: y[i] = x[i] > 0 ? x[i] : slope · x[i]
 * SELU:       y[i] = x[i] > 0 ? λ · x[i] : λα · (e^x[i] - 1)
 * }</pre>
 *
 * <p>Both derivatives follow from y, whose sign is x's. Why they are fast: SELU's exponentials run through {@link Loops};
 * the rest has no branch once it is compiled.
 */
final class Rectifiers {
    static final float LAMBDA = 1.0507009873554805f;
    static final float LAMBDA_ALPHA = 1.7580993408473766f;

    private final Loops loops;
    private final ElementWise passes;

    Rectifiers(Loops loops, ElementWise passes) {
        this.loops = loops;
        this.passes = passes;
    }

    void leakyRelu(float slope, float[] x, float[] y) {
        passes.split(x.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] = x[i] > 0 ? x[i] : slope * x[i];
            }
        });
    }

    void leakyReluGradient(float slope, float[] y, float[] dy, float[] dx) {
        passes.split(y.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                dx[i] = y[i] > 0 ? dy[i] : slope * dy[i];
            }
        });
    }

    void selu(float[] x, float[] y) {
        passes.split(x.length, (from, to) -> {
            loops.exp(x, y, from, to);
            for (int i = from; i < to; i++) {
                y[i] = x[i] > 0 ? LAMBDA * x[i] : LAMBDA_ALPHA * (y[i] - 1);
            }
        });
    }

    void seluGradient(float[] y, float[] dy, float[] dx) {
        passes.split(y.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                dx[i] = dy[i] * (y[i] > 0 ? LAMBDA : y[i] + LAMBDA_ALPHA);
            }
        });
    }
}
