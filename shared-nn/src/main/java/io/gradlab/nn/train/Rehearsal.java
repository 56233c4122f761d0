package io.gradlab.nn.train;

import io.gradlab.nn.data.Batch;
import io.gradlab.nn.data.Batches;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Trains a second network like the one to come on noise, in the background while the data are being read, so that the JIT
 * compiler has done its work when the training begins: a kernel that is still interpreted is hundreds of times slower.
 *
 * <pre>{@code
 * Dataset data;
 * try (Rehearsal _ = Rehearsal.begin(network, Sgd::new, sample, 10, 32)) {
 *     data = read();
 * }                                 // waits until the steps no longer get faster
 * }</pre>
 *
 * <p>The rehearsed network, its optimizer and its noise are thrown away: what is trained afterwards has the same bits with
 * and without a rehearsal.
 */
public final class Rehearsal implements AutoCloseable {
    private static final long WINDOW_NANOS = 150_000_000L;
    private static final int STEADY_WINDOWS = 3; // that are no faster than those before, until the steps count as warm
    private static final double FASTER = 0.95;
    private static final int STEPS_AN_EVALUATION = 8;
    private static final long LONGEST_NANOS = 6_000_000_000L; // after the data have been read

    /** Noise with the given shape; each sample's numbers depend on its index alone. */
    private record Noise(int size, Shape sampleShape, int classes) implements Dataset {
        @Override
        public List<String> classNames() {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < classes; i++) {
                names.add("class " + i);
            }
            return names;
        }

        @Override
        public int label(int sample) {
            return sample % classes;
        }

        @Override
        public void read(int sample, float[] target, int offset) {
            for (int i = 0; i < sampleShape.size(); i++) {
                target[offset + i] = (sample * 31 + i * 17) % 97 / 97f;
            }
        }
    }

    private final Thread thread;
    private volatile boolean warm;
    private volatile boolean stop;

    private Rehearsal(Supplier<Layer> network, Supplier<Optimizer> optimizer, Shape sample, int classes, int batch) {
        thread = Thread.ofPlatform()
                .name("gradlab-rehearsal")
                .daemon()
                .uncaughtExceptionHandler((failed, cause) -> {}) // the training itself will say what is wrong
                .start(() -> rehearse(network.get(), optimizer.get(), new Noise(4 * batch, sample, classes), batch));
    }

    /**
     * Starts.
     *
     * @param sample a sample's shape, without the batch
     */
    public static Rehearsal begin(
            Supplier<Layer> network, Supplier<Optimizer> optimizer, Shape sample, int classes, int batch) {
        return new Rehearsal(network, optimizer, sample, classes, batch);
    }

    private void rehearse(Layer network, Optimizer optimizer, Dataset noise, int batch) {
        CrossEntropy loss = new CrossEntropy();
        Batches batches = Batches.inOrder(noise, batch, Transform.NONE);
        Seed seed = new Seed(0);
        Pace pace = new Pace();
        for (int step = 0; !stop; step++) {
            Batch samples = batches.get(step % batches.count());
            Tensor logits = network.forward(samples.inputs(), Pass.training(seed, step));
            network.backwardParameters(loss.compute(logits, samples.targets()).gradient());
            optimizer.step(network.parameters(), 0);
            if (step % STEPS_AN_EVALUATION == 0) {
                network.forward(samples.inputs(), Pass.evaluation());
            }
            pace.step();
            warm = pace.steady();
        }
    }

    /** Waits until the steps have stopped getting faster, but no longer than a few seconds, and ends. */
    @Override
    public void close() {
        long end = System.nanoTime() + LONGEST_NANOS;
        try {
            while (!warm && thread.isAlive() && System.nanoTime() < end) {
                Thread.sleep(5);
            }
            stop = true;
            thread.join();
        } catch (InterruptedException e) {
            stop = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Watches how long steps take. */
    private static final class Pace {
        private long windowBegan = System.nanoTime();
        private int steps;
        private double best = Double.MAX_VALUE; // nanoseconds a step
        private int steadyWindows;

        void step() {
            steps++;
            long now = System.nanoTime();
            if (now - windowBegan < WINDOW_NANOS) {
                return;
            }
            double step = (double) (now - windowBegan) / steps;
            steadyWindows = step < FASTER * best ? 0 : steadyWindows + 1;
            best = Math.min(best, step);
            windowBegan = now;
            steps = 0;
        }

        boolean steady() {
            return steadyWindows >= STEADY_WINDOWS;
        }
    }
}
