package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Shapes;
import io.gradlab.nn.tensor.Tensor;

/** Softmax and cross-entropy, a row at a time: {@code losses.cu}. */
final class Losses {
    private static final String MODULE = "losses";
    private static final int THREADS = 256;
    private static final int ROWS_OF_A_BLOCK = THREADS / 32; // where a warp takes a row
    private static final int SHORT = 512; // columns at most for a warp

    private final Stream stream;
    private final Sums sums;
    private final Kernel softmaxShort;
    private final Kernel softmaxLong;
    private final Kernel crossEntropyShort;
    private final Kernel crossEntropyLong;
    private final Kernel countRight;
    private final float[] one = new float[1];

    Losses(Stream stream, Sums sums) {
        this.stream = stream;
        this.sums = sums;
        softmaxShort = stream.kernel(MODULE, "softmax_short");
        softmaxLong = stream.kernel(MODULE, "softmax_long");
        crossEntropyShort = stream.kernel(MODULE, "cross_entropy_short");
        crossEntropyLong = stream.kernel(MODULE, "cross_entropy_long");
        countRight = stream.kernel(MODULE, "count_right");
    }

    void softmax(Tensor logits, Tensor out) {
        Shapes.require(out, logits.shape(), "softmax");
        begin(softmaxShort, softmaxLong, logits)
                .tensor(logits)
                .tensor(out)
                .integer(logits.dim(0))
                .integer(logits.dim(1))
                .go();
    }

    double softmaxCrossEntropy(Tensor logits, Tensor targets, Tensor gradient) {
        Shapes.require(targets, logits.shape(), "softmaxCrossEntropy");
        Shapes.require(gradient, logits.shape(), "softmaxCrossEntropy");
        int rows = logits.dim(0);
        long losses = stream.scratch(8L * (rows + 1));
        begin(crossEntropyShort, crossEntropyLong, logits)
                .tensor(logits)
                .tensor(targets)
                .tensor(gradient)
                .address(losses)
                .integer(rows)
                .integer(logits.dim(1))
                .go();
        return sums.total(losses, rows, rows);
    }

    int countRight(Tensor logits, Tensor targets) {
        Shapes.require(targets, logits.shape(), "countRight");
        long right = stream.scratch(Float.BYTES);
        countRight
                .on(Grid.of(1, THREADS))
                .tensor(logits)
                .tensor(targets)
                .address(right)
                .integer(logits.dim(0))
                .integer(logits.dim(1))
                .go();
        stream.download(right, one, 1);
        return (int) one[0];
    }

    private static Launch begin(Kernel shortRows, Kernel longRows, Tensor logits) {
        return logits.dim(1) <= SHORT
                ? shortRows.on(Grid.of(Math.ceilDiv(logits.dim(0), ROWS_OF_A_BLOCK), THREADS))
                : longRows.on(Grid.of(logits.dim(0), THREADS));
    }
}
