package io.gradlab.nn.kernel.cpu;

import java.util.Arrays;

/**
 * A dense layer on a mini-batch, Y = X · Wᵀ + b, where W is much larger than X:
 *
 * <pre>{@code
 * for m in 0 .. M: for n in 0 .. N:
 *     y[m, n] = b[n] + Σ_k x[m, k] · w[n, k]
 * }</pre>
 *
 * <p>Why it is fast: {@link Gemm} would turn W round, which costs as much as the product itself. Computing Yᵀ = W · Xᵀ
 * instead reads W where it lies; only X and Y, the small ones, are turned. The sums are cut where {@link Gemm} cuts them, so
 * both give the same bits.
 */
final class ThinDense {
    private static final int ROWS = 8; // of W in a tile
    private static final int MOST_SAMPLES = 128;
    private static final int PIECES = 8; // of W's rows, for the threads

    private final Loops loops;
    private final Workers workers;
    private float[] inputs = new float[0]; // Xᵀ in panels: [M / panel][K][panel]
    private float[] results = new float[0]; // Yᵀ: [N rounded up to eight][M]
    private int[] places = new int[0]; // of W's rows
    private final Frame panels = new Frame(); // of a sample's numbers
    private final Frame outputRows = new Frame(); // of a unit's results in Y

    ThinDense(Loops loops, Workers workers) {
        this.loops = loops;
        this.workers = workers;
    }

    /** Returns whether a product of these sizes is best done this way. */
    boolean suits(int samples, int outputs) {
        return samples <= MOST_SAMPLES && samples % loops.tileColumns() == 0 && outputs >= samples;
    }

    synchronized void run(
            int samples, int inputCount, int outputs, float[] x, float[] w, float[] bias, float floor, float[] y) {
        int panel = loops.tileColumns();
        int strips = (outputs + ROWS - 1) / ROWS;
        inputs = Scratch.atLeast(inputs, samples * inputCount);
        results = Scratch.atLeast(results, strips * ROWS * samples);
        places = places.length >= strips * ROWS ? places : new int[strips * ROWS];
        for (int n = 0; n < strips * ROWS; n++) {
            places[n] = n < outputs ? n * inputCount : 0;
            Arrays.fill(results, n * samples, (n + 1) * samples, n < outputs ? bias[n] : 0);
        }
        panels.fit(panel, 1, inputCount, 0, inputCount, panel);
        outputRows.fit(outputs, 1, samples, 0, samples, outputs);
        for (int m = 0; m < samples; m += panel) {
            loops.turn(x, m * inputCount, inputCount, panel, inputCount, inputs, panels.places(), 0, m * inputCount);
        }
        workers.run(Math.min(PIECES, strips), piece -> {
            int pieces = Math.min(PIECES, strips);
            multiply(samples, inputCount, w, piece * strips / pieces, (piece + 1) * strips / pieces);
        });
        ElementWise.raise(results, 0, outputs * samples, floor);
        giveBack(samples, outputs, y);
    }

    private void multiply(int samples, int inputCount, float[] w, int firstStrip, int endStrip) {
        int panel = loops.tileColumns();
        for (int m = 0; m < samples; m += panel) {
            for (int from = 0; from < inputCount; from += Gemm.DEPTH) {
                int depth = Math.min(Gemm.DEPTH, inputCount - from);
                int b = m * inputCount + from * panel;
                for (int strip = firstStrip; strip < endStrip; strip++) {
                    int n = strip * ROWS;
                    loops.placeTile(depth, w, places, n, from, inputs, b, results, n * samples + m, samples);
                }
            }
        }
    }

    private void giveBack(int samples, int outputs, float[] y) {
        int whole = outputs / Frame.GROUP * Frame.GROUP;
        loops.turn(results, 0, samples, whole, samples, y, outputRows.places(), 0, 0);
        for (int n = whole; n < outputs; n++) {
            for (int m = 0; m < samples; m++) {
                y[m * outputs + n] = results[n * samples + m];
            }
        }
    }
}
