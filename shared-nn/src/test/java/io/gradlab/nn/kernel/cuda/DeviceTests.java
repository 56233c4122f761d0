package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.KernelsTest;
import io.gradlab.nn.kernel.ManySharesTest;
import io.gradlab.nn.kernel.NotANumberTest;
import io.gradlab.nn.kernel.RandomBatchNormTest;
import io.gradlab.nn.kernel.RandomElementWiseTest;
import io.gradlab.nn.kernel.RandomLossTest;
import io.gradlab.nn.kernel.RandomOptimizerTest;
import io.gradlab.nn.kernel.RandomPoolingTest;
import io.gradlab.nn.kernel.RectifiersTest;
import io.gradlab.nn.kernel.UpdateListTest;
import org.junit.jupiter.api.Nested;

/** The tests of all kernels, random products aside, for subclasses that put a device's kernels in the place of the host's. */
abstract class DeviceTests {

    @Nested
    class Definitions extends KernelsTest {}

    @Nested
    class ElementWise extends RandomElementWiseTest {}

    @Nested
    class Rectifiers extends RectifiersTest {}

    @Nested
    class Pooling extends RandomPoolingTest {}

    @Nested
    class BatchNorm extends RandomBatchNormTest {}

    @Nested
    class Loss extends RandomLossTest {}

    @Nested
    class Optimizer extends RandomOptimizerTest {}

    @Nested
    class ManyShares extends ManySharesTest {}

    @Nested
    class NotANumber extends NotANumberTest {}

    @Nested
    class UpdateList extends UpdateListTest {}
}
