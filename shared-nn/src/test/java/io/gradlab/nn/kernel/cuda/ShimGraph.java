package io.gradlab.nn.kernel.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Launches written down and run one after the other. */
final class ShimGraph implements LaunchGraph {
    private record Step(long function, Grid grid, ByteBuffer arguments) {
        static Step of(long function, Grid grid, ByteBuffer arguments) {
            ByteBuffer copy = ByteBuffer.allocateDirect(arguments.remaining()).order(ByteOrder.nativeOrder());
            copy.put(arguments.duplicate()).flip();
            return new Step(function, grid, copy);
        }
    }

    private final ShimDriver driver;
    private final List<Step> steps = new ArrayList<>();
    private boolean sealed;

    ShimGraph(ShimDriver driver) {
        this.driver = driver;
    }

    @Override
    public void add(long function, Grid grid, ByteBuffer arguments) {
        require(!sealed, "A launch was added to a sealed graph");
        steps.add(Step.of(function, grid, arguments));
    }

    @Override
    public void seal() {
        sealed = true;
    }

    @Override
    public void change(int index, long function, Grid grid, ByteBuffer arguments) {
        require(sealed, "A graph was changed before it was sealed");
        Step before = steps.get(index);
        require(before.function == function && before.grid.equals(grid), "Only a launch's arguments can be changed");
        steps.set(index, Step.of(function, grid, arguments));
    }

    @Override
    public void launch() {
        require(sealed, "A graph was launched before it was sealed");
        steps.forEach(step -> driver.launch(step.function, step.grid, step.arguments.duplicate()));
    }

    @Override
    public void close() {
        steps.clear();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new CudaFailure(otherwise);
        }
    }
}
