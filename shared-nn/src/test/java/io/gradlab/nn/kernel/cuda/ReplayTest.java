package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is launched runs once, with its arguments, in its order, before the host waits: with graphs as without. */
class ReplayTest {
    private final WritingDriver driver = new WritingDriver();
    private final Replay replay = new Replay(driver);
    private final List<String> asked = new ArrayList<>();

    @Test
    void theThirdTimeAStepIsOneRequest() {
        for (int step = 0; step < 5; step++) {
            for (int kernel = 1; kernel <= 6; kernel++) {
                launch(kernel, 1, kernel == 3 ? step : 0);
            }
            replay.flush();
            assertThat(driver.ran).isEqualTo(asked);
            assertThat(driver.graphLaunches).isEqualTo(Math.max(0, step - 1));
        }
        assertThat(replay.graphs()).isOne();
        replay.close();
        assertThat(driver.openGraphs).isZero();
    }

    @Test
    void nothingIsHeldBackBeyondTheEndOfASection() {
        for (int step = 0; step < 4; step++) {
            launches(6);
            replay.flush();
        }
        launches(4);
        replay.flush();
        assertThat(driver.ran).isEqualTo(asked);
        launches(8);
        replay.flush();
        assertThat(driver.ran).isEqualTo(asked);
    }

    @Test
    void whoNeverWaitsIsNotHeldBackForEver() {
        for (int launch = 0; launch < 10_500; launch++) {
            launch(1, 1, 0);
            assertThat(asked.size() - driver.ran.size()).isLessThanOrEqualTo(1_000);
        }
        replay.flush();
        assertThat(driver.ran).isEqualTo(asked);
        assertThat(driver.graphLaunches).isPositive();
    }

    @Test
    void shortSectionsGetNoGraph() {
        for (int step = 0; step < 9; step++) {
            launches(3);
            replay.flush();
        }
        assertThat(replay.graphs()).isZero();
        assertThat(driver.ran).isEqualTo(asked);
    }

    @Test
    void anyOrderOfSectionsRunsAsAsked() {
        Random random = new Random(7);
        for (int section = 0; section < 3_000; section++) {
            int kind = random.nextInt(5);
            int length = 1 + random.nextInt(4) * 3;
            for (int i = 0; i < length; i++) {
                boolean stray = random.nextInt(60) == 0;
                launch(stray ? 99 : kind < 2 ? i + 1 : 10 * kind + i, kind == 1 && i > 5 ? 2 : 1, random.nextInt(3));
            }
            if (random.nextInt(20) != 0) {
                replay.flush();
                assertThat(driver.ran.size()).isEqualTo(asked.size());
            }
        }
        replay.close();
        assertThat(driver.ran).isEqualTo(asked);
        assertThat(driver.graphLaunches).isPositive();
        assertThat(driver.openGraphs).isZero();
    }

    @Test
    void graphsThatHaveNotBeenUsedForLongAreGivenBack() {
        for (int kind = 0; kind < 40; kind++) {
            for (int step = 0; step < 3; step++) {
                for (int i = 0; i < 5; i++) {
                    launch(100 * kind + i, 1, 0);
                }
                replay.flush();
            }
        }
        assertThat(driver.openGraphs).isPositive().isLessThanOrEqualTo(16);
        assertThat(driver.ran).isEqualTo(asked);
    }

    private void launches(int count) {
        for (int i = 1; i <= count; i++) {
            launch(i, 1, 0);
        }
    }

    private void launch(int function, int blocks, int changing) {
        ByteBuffer arguments = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
        arguments.putLong(1000).putLong(changing).flip();
        Grid grid = Grid.of(blocks, 32);
        asked.add(WritingDriver.text(function, grid, arguments));
        replay.launch(function, grid, arguments);
    }
}
