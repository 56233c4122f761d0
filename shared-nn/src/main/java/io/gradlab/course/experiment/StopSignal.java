package io.gradlab.course.experiment;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets Ctrl-C (or a polite kill) end training with a checkpoint: the JVM waits until the trainer has written it. */
public final class StopSignal implements BooleanSupplier, AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch saved = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "gradlab-stop");
    private volatile boolean requested;

    /** Begins to listen. */
    public StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public boolean getAsBoolean() {
        return requested;
    }

    @Override
    public void close() {
        saved.countDown();
        if (!requested) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void stopAndWait() {
        requested = true;
        try {
            if (!saved.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("gradlab: gave up waiting for the checkpoint; the one before it is still whole");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
