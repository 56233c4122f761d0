package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Shapes;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** Sums over rows, channels and whole tensors, each in a fixed order: {@code sums.cu}. */
final class Sums {
    private static final String MODULE = "sums";
    private static final int THREADS = 256;
    private static final int COLUMNS = 32; // of a block
    private static final int LEAST_ROWS = 64; // of a share
    private static final int SQUARES = 16 * THREADS; // elements of a block
    private static final int MOST_BLOCKS = 1024; // enough for all multiprocessors of the largest chips

    private final Stream stream;
    private final Kernel sumRows;
    private final Kernel sumChannels;
    private final Kernel squareSums;
    private final Kernel sumDoubles;
    private final float[] halves = new float[2];

    Sums(Stream stream) {
        this.stream = stream;
        sumRows = stream.kernel(MODULE, "sum_rows");
        sumChannels = stream.kernel(MODULE, "sum_channels");
        squareSums = stream.kernel(MODULE, "square_sums");
        sumDoubles = stream.kernel(MODULE, "sum_doubles");
    }

    void sumRows(Tensor matrix, Tensor sums) {
        int rows = matrix.dim(0);
        int columns = matrix.dim(1);
        Shapes.require(sums, Shape.of(columns), "sumRows");
        int mostShares = Math.ceilDiv(MOST_BLOCKS, Math.ceilDiv(columns, COLUMNS));
        int share = Math.max(LEAST_ROWS, Math.ceilDiv(rows, mostShares));
        int shares = Math.max(1, Math.ceilDiv(rows, share));
        long target = stream.address(sums);
        if (shares == 1) {
            sumRows(stream.address(matrix), target, rows, columns, share, 1);
        } else {
            long partial = stream.scratch(4L * shares * columns);
            sumRows(stream.address(matrix), partial, rows, columns, share, shares);
            sumRows(partial, target, shares, columns, shares, 1);
        }
    }

    private void sumRows(long matrix, long sums, int rows, int columns, int share, int shares) {
        sumRows.on(Grid.of(Math.ceilDiv(columns, COLUMNS), shares, THREADS))
                .address(matrix)
                .address(sums)
                .integer(rows)
                .integer(columns)
                .integer(share)
                .go();
    }

    void sumChannels(Tensor images, Tensor sums) {
        Shapes.require(sums, Shape.of(images.dim(1)), "sumChannels");
        Channels channels = Channels.of(images);
        boolean whole = channels.shares() == 1;
        long partial = whole ? stream.address(sums) : stream.scratch(4L * channels.shares() * channels.channels());
        channels.describe(sumChannels.on(channels.grid()).tensor(images).address(partial))
                .go();
        if (!whole) {
            sumRows(partial, stream.address(sums), channels.shares(), channels.channels(), Channels.MOST_SHARES, 1);
        }
    }

    double sumOfSquares(Tensor tensor) {
        int blocks = Math.clamp(Math.ceilDiv(tensor.size(), SQUARES), 1, MOST_BLOCKS);
        long partial = stream.scratch(8L * (blocks + 1));
        squareSums
                .on(Grid.of(blocks, THREADS))
                .tensor(tensor)
                .address(partial)
                .integer(tensor.size())
                .go();
        return total(partial, blocks, 1);
    }

    /**
     * Returns the sum of doubles on the device, divided by {@code divisor}: waits for all work so far.
     *
     * @param numbers where they are, with room for one more behind them
     */
    double total(long numbers, int count, int divisor) {
        long sum = numbers + 8L * count;
        sumDoubles
                .on(Grid.of(1, THREADS))
                .address(numbers)
                .address(sum)
                .integer(count)
                .integer(divisor)
                .go();
        stream.download(sum, halves, 2);
        long low = Float.floatToRawIntBits(halves[0]) & 0xFFFFFFFFL;
        return Double.longBitsToDouble(low | (long) Float.floatToRawIntBits(halves[1]) << 32);
    }
}
