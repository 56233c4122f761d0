package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.kernel.MemoryScope;
import io.gradlab.nn.kernel.OutOfDeviceMemory;
import org.junit.jupiter.api.Test;

class DeviceMemoryTest {
    private final WritingDriver driver = new WritingDriver();
    private final Stream stream = new Stream(driver);
    private final DeviceMemory memory = stream.memory();

    @Test
    void memoryThatWentBackServesTheNextOfItsSize() {
        DeviceStorage first = memory.storage(stream, 1000);
        long address = first.address();
        first.release();
        assertThat(first.released()).isTrue();
        assertThat(memory.storage(stream, 1001).address()).isEqualTo(address);
        assertThat(memory.storage(stream, 1000).address()).isNotEqualTo(address);
        assertThat(driver.blocks).hasSize(2);
    }

    @Test
    void aScopeTakesItsTensorsAlong() {
        DeviceStorage outside = memory.storage(stream, 10);
        MemoryScope outer = memory.scope();
        DeviceStorage inOuter = memory.storage(stream, 10);
        try (MemoryScope _ = memory.scope()) {
            DeviceStorage inInner = memory.storage(stream, 10);
            DeviceStorage released = memory.storage(stream, 10);
            released.release();
            released.release(); // once more does no harm
            assertThat(inInner.released()).isFalse();
        }
        assertThat(inOuter.released()).isFalse();
        outer.close();
        assertThat(inOuter.released()).isTrue();
        assertThat(outside.released()).isFalse();
        assertThatThrownBy(inOuter::address)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "A tensor of 10 numbers on the GPU was used after its memory had been given back");
    }

    @Test
    void whatIsKeptGoesToTheDriverBeforeMemoryIsSpent() {
        driver.limit = 10_000;
        DeviceStorage small = memory.storage(stream, 2_000); // 8,000 bytes, rounded to 8,192
        small.release();
        memory.storage(stream, 2_300); // finds room only because those went back
        assertThat(driver.blocks).hasSize(1);
        assertThatThrownBy(() -> memory.storage(stream, 500_000))
                .isInstanceOf(OutOfDeviceMemory.class)
                .hasMessage("The GPU's memory is spent: 2 MB more were asked for, 0 MB are free, 0 of its 1,024 MB hold"
                        + " this program's tensors");
    }

    @Test
    void sizesAreRoundedByAnEighthAtMost() {
        for (long bytes = 1; bytes < 1L << 40; bytes = bytes * 5 / 4 + 1) {
            long rounded = DeviceMemory.rounded(bytes);
            assertThat(rounded).isGreaterThanOrEqualTo(bytes);
            assertThat(DeviceMemory.rounded(rounded)).isEqualTo(rounded);
            assertThat(rounded - bytes).isLessThanOrEqualTo(Math.max(512, bytes / 8));
            assertThat(rounded % 256).isZero();
        }
    }

    @Test
    void scratchGrowsAndStays() {
        long first = stream.scratch(1000);
        assertThat(stream.scratch(900)).isEqualTo(first);
        assertThat(stream.scratch(5000)).isNotEqualTo(first);
        assertThat(memory.used()).isEqualTo(DeviceMemory.rounded(5000));
    }
}
