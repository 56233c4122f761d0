package io.gradlab.grader.run;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets the tasks of several submissions run beside one another, but one that is repeated because of its time alone. */
public final class Turns {
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Runs work beside other work; it must not take a turn itself. */
    public <T> T together(Supplier<T> work) {
        return run(lock.readLock(), work);
    }

    /** Waits until all other work has ended, and runs this before any other begins. */
    <T> T alone(Supplier<T> work) {
        return run(lock.writeLock(), work);
    }

    private static <T> T run(Lock turn, Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
