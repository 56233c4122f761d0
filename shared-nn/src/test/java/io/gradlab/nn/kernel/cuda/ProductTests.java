package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.RandomConvolutionTest;
import io.gradlab.nn.kernel.RandomMatmulTest;
import io.gradlab.nn.kernel.WholeQuadsTest;
import org.junit.jupiter.api.Nested;

/** The tests of products, for subclasses that put a device's kernels in the place of the host's. */
abstract class ProductTests {
    /** A plan that takes the largest tiles, and whole sums. */
    static final Planner LARGEST = new Planner(0);

    /** A plan that takes larger tiles more often than the usual one, and cuts some sums. */
    static final Planner BETWEEN = new Planner(8);

    @Nested
    class Matmul extends RandomMatmulTest {}

    @Nested
    class Convolution extends RandomConvolutionTest {}

    @Nested
    class WholeQuads extends WholeQuadsTest {}
}
