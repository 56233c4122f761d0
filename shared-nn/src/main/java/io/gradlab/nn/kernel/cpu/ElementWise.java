package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.AdamStep;
import io.gradlab.nn.kernel.SgdStep;
import io.gradlab.nn.tensor.RandomStream;

/**
 * Passes in which element i of the result depends on elements i of the operands:
 *
 * <pre>{@code
 * for i in 0 .. length: y[i] = f(x[i], …)
 * }</pre>
 *
 * <p>Why they are fast: they are bound by memory, and cut so that a piece's arrays fit into the second cache. Where the loop has no branch and all
 * arrays share the index, the JIT compiler vectorizes the plain loop as well as we could; the rest goes to {@link Loops}.
 */
final class ElementWise {
    private static final int PIECE = 1 << 14; // elements; fewer are not worth a second thread

    /** A loop over a part of the arrays. */
    interface Range {
        void run(int from, int to);
    }

    private final Loops loops;
    private final Workers workers;

    ElementWise(Loops loops, Workers workers) {
        this.loops = loops;
        this.workers = workers;
    }

    void activate(ActivationKind kind, float[] x, float[] y) {
        switch (kind) {
            case LINEAR -> System.arraycopy(x, 0, y, 0, x.length);
            case SIGMOID -> split(x.length, (from, to) -> loops.sigmoid(x, y, from, to));
            case TANH -> split(x.length, (from, to) -> loops.tanh(x, y, from, to));
            case RELU -> split(x.length, (from, to) -> relu(x, y, from, to));
        }
    }

    void activationGradient(ActivationKind kind, float[] y, float[] dy, float[] dx) {
        switch (kind) {
            case LINEAR -> System.arraycopy(dy, 0, dx, 0, dy.length);
            case SIGMOID -> split(y.length, (from, to) -> sigmoidGradient(y, dy, dx, from, to));
            case TANH -> split(y.length, (from, to) -> tanhGradient(y, dy, dx, from, to));
            case RELU -> split(y.length, (from, to) -> loops.reluGradient(y, dy, dx, from, to));
        }
    }

    void dropout(RandomStream random, float rate, int run, float[] x, float[] y) {
        float scale = 1 / (1 - rate);
        int threshold = (int) Math.ceil(rate * 0x1p24); // uniform(i) < rate, in units of 2^-24
        split(x.length, (from, to) -> {
            if (run == 1) {
                dropSingly(random, threshold, scale, x, y, from, to);
            } else {
                dropRuns(random, threshold, run, scale, x, y, from, to);
            }
        });
    }

    /** Sets to zero by a mask: a branch that goes either way at random costs more than all the rest. */
    private static void dropSingly(
            RandomStream random, int threshold, float scale, float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            int dropped = (int) (random.bits(i) >>> 40) - threshold >> 31; // all ones, or zero
            y[i] = Float.intBitsToFloat(Float.floatToRawIntBits(x[i] * scale) & ~dropped);
        }
    }

    private static void dropRuns(
            RandomStream random, int threshold, int run, float scale, float[] x, float[] y, int from, int to) {
        for (int at = from; at < to; ) {
            int end = Math.min(to, (at / run + 1) * run);
            float factor = (int) (random.bits(at / run) >>> 40) < threshold ? 0 : scale;
            for (int i = at; i < end; i++) {
                y[i] = x[i] * factor;
            }
            at = end;
        }
    }

    void sgd(SgdStep step, float[] w, float[] g) {
        float rate = (float) step.learningRate();
        float decay = (float) step.weightDecay();
        split(w.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                w[i] -= rate * (g[i] + decay * w[i]);
            }
        });
    }

    void scale(float factor, float[] x, float[] y) {
        split(x.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] = factor * x[i];
            }
        });
    }

    void sgdMomentum(SgdStep step, float[] w, float[] g, float[] v) {
        float rate = (float) step.learningRate();
        float decay = (float) step.weightDecay();
        float momentum = (float) step.momentum();
        split(w.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                float velocity = momentum * v[i] + (g[i] + decay * w[i]);
                v[i] = velocity;
                w[i] -= rate * velocity;
            }
        });
    }

    void adam(AdamStep step, float[] w, float[] g, float[] m, float[] v) {
        float beta1 = (float) step.beta1();
        float beta2 = (float) step.beta2();
        float rest1 = (float) (1 - step.beta1());
        float rest2 = (float) (1 - step.beta2());
        float decay = (float) step.weightDecay();
        float epsilon = (float) step.epsilon();
        float rate = (float) step.rate();
        float rootScale = (float) step.rootScale();
        split(w.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                float gradient = g[i] + decay * w[i];
                float first = beta1 * m[i] + rest1 * gradient;
                float second = beta2 * v[i] + rest2 * gradient * gradient;
                m[i] = first;
                v[i] = second;
                w[i] -= rate * first / ((float) Math.sqrt(second) * rootScale + epsilon);
            }
        });
    }

    static void average(float share, float scale, float[] sample, float[] running) {
        for (int i = 0; i < running.length; i++) {
            running[i] = (1 - share) * running[i] + share * (scale * sample[i]);
        }
    }

    /** Returns Σ x² in double, over four running sums, which the processor works on at the same time. */
    static double sumOfSquares(float[] x) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 4 <= x.length; i += 4) {
            a += (double) x[i] * x[i];
            b += (double) x[i + 1] * x[i + 1];
            c += (double) x[i + 2] * x[i + 2];
            d += (double) x[i + 3] * x[i + 3];
        }
        for (; i < x.length; i++) {
            a += (double) x[i] * x[i];
        }
        return (a + b) + (c + d);
    }

    /** Computes {@code x = max(floor, x)}, the epilogue of results that are still in the cache. */
    static void raise(float[] x, int from, int to, float floor) {
        if (floor == Float.NEGATIVE_INFINITY) {
            return;
        }
        for (int i = from; i < to; i++) {
            x[i] = Math.max(floor, x[i]);
        }
    }

    /** Runs a loop over all elements, in pieces that the threads share. */
    void split(int length, Range range) {
        if (length <= PIECE) {
            range.run(0, length);
        } else {
            workers.run(
                    (length + PIECE - 1) / PIECE,
                    piece -> range.run(piece * PIECE, Math.min(length, (piece + 1) * PIECE)));
        }
    }

    private static void relu(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.max(0, x[i]);
        }
    }

    private static void sigmoidGradient(float[] y, float[] dy, float[] dx, int from, int to) {
        for (int i = from; i < to; i++) {
            dx[i] = dy[i] * (y[i] * (1 - y[i]));
        }
    }

    private static void tanhGradient(float[] y, float[] dy, float[] dx, int from, int to) {
        for (int i = from; i < to; i++) {
            dx[i] = dy[i] * (1 - y[i] * y[i]);
        }
    }
}
