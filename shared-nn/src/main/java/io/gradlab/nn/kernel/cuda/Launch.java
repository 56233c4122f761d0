package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A launch that is being put together: {@code kernel.on(grid).tensor(x).number(0.5).integer(n).go()}. A stream has one,
 * which is used again and again, so that launching leaves nothing to the garbage collector.
 */
final class Launch {
    static final int SLOT = 8; // bytes; wide enough for any argument
    static final int MOST_ARGUMENTS = 32;

    private final Stream stream;
    private final ByteBuffer slots =
            ByteBuffer.allocateDirect(SLOT * MOST_ARGUMENTS).order(ByteOrder.nativeOrder());
    private long function;
    private Grid grid = Grid.of(1, 1);

    Launch(Stream stream) {
        this.stream = stream;
    }

    Launch begin(long newFunction, Grid newGrid) {
        function = newFunction;
        grid = newGrid;
        slots.clear();
        return this;
    }

    /** Adds a tensor's address: {@code float*} there. */
    Launch tensor(Tensor tensor) {
        return address(stream.address(tensor));
    }

    /** Adds an address, for example of scratch memory; 0 for none. */
    Launch address(long address) {
        slots.putLong(address);
        return this;
    }

    /** Adds an {@code unsigned long long}, for example the key of a random stream. */
    Launch bits(long bits) {
        slots.putLong(bits);
        return this;
    }

    /** Adds an {@code int}. */
    Launch integer(int number) {
        slots.putInt(number).putInt(0);
        return this;
    }

    /** Adds a {@code float}: {@code number}, rounded. */
    Launch number(double number) {
        slots.putFloat((float) number).putInt(0);
        return this;
    }

    /** Starts the kernel. */
    void go() {
        slots.flip();
        stream.launch(function, grid, slots);
    }
}
