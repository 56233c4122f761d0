package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Adds the pieces that long sums were cut into, always in the same order. */
final class Splits {
    private final Stream stream;
    private final Kernel sum;

    Splits(Stream stream) {
        this.stream = stream;
        this.sum = stream.kernel("products", "sum_splits");
    }

    /** Returns how much memory the pieces of {@code size} results take in bytes. */
    static long bytes(Plan plan, int size) {
        return plan.split() ? 4L * size * plan.splits() : 0;
    }

    /**
     * Computes {@code out[i] = max(floor, bias[i / inner % count] + Σ_s parts[s, i] (+ out[i]))}.
     *
     * @param parts the address of {@code plan.splits()} pieces
     */
    void sum(
            Plan plan,
            long parts,
            @Nullable Tensor bias,
            int inner,
            int count,
            boolean accumulate,
            float floor,
            Tensor out) {
        sum.on(Grid.over(out.size()))
                .address(parts)
                .address(address(bias))
                .tensor(out)
                .integer(out.size())
                .integer(plan.splits())
                .integer(inner)
                .integer(count)
                .integer(accumulate ? 1 : 0)
                .number(floor)
                .go();
    }

    /** Returns a tensor's address, 0 for none. */
    long address(@Nullable Tensor tensor) {
        return tensor == null ? 0 : stream.address(tensor);
    }
}
