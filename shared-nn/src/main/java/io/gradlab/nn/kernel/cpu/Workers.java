package io.gradlab.nn.kernel.cpu;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that carry out numbered pieces of work. Which thread takes which piece is left to chance, so pieces must
 * write to different places.
 *
 * <p>Helpers spin for a moment before they sleep, because a training step hands out its next work within microseconds.
 */
final class Workers {
    private static final int SPINS_BEFORE_SLEEP = 20_000;

    /** A piece of work, by its number. */
    interface Work {
        void piece(int number);
    }

    private static final class Job {
        final Work work;
        final int pieces;
        final AtomicInteger next = new AtomicInteger();
        final AtomicInteger done = new AtomicInteger();
        volatile @Nullable Throwable failure;

        Job(Work work, int pieces) {
            this.work = work;
            this.pieces = pieces;
        }

        void takePieces() {
            int number;
            while ((number = next.getAndIncrement()) < pieces) {
                try {
                    work.piece(number);
                } catch (Throwable thrown) {
                    failure = thrown;
                }
                done.incrementAndGet();
            }
        }
    }

    private static final class Helper extends Thread {
        final Workers workers;
        volatile boolean asleep;

        Helper(Workers workers, int number) {
            super("gradlab-kernel-" + number);
            this.workers = workers;
            setDaemon(true);
        }

        @Override
        public void run() {
            Job last = null;
            int idle = 0;
            while (true) {
                Job job = workers.current;
                if (job != null && job != last) {
                    job.takePieces();
                    last = job;
                    idle = 0;
                } else if (++idle < SPINS_BEFORE_SLEEP) {
                    Thread.onSpinWait();
                } else {
                    asleep = true;
                    if (workers.current == last) {
                        LockSupport.park(this);
                    }
                    asleep = false;
                    idle = 0;
                }
            }
        }
    }

    private final Helper[] helpers; // one fewer than the threads: the caller works too
    private final ReentrantLock busy = new ReentrantLock();
    private volatile @Nullable Job current;

    Workers(int threads) {
        helpers = new Helper[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(this, i + 1);
            helpers[i].start();
        }
    }

    int threads() {
        return helpers.length + 1;
    }

    /** Carries out pieces 0 .. pieces - 1 and returns when all are done; from inside a piece, or while another thread's
     * work is under way, the caller does it all alone. */
    void run(int pieces, Work work) {
        if (pieces <= 1 || helpers.length == 0 || busy.isHeldByCurrentThread() || !busy.tryLock()) {
            for (int number = 0; number < pieces; number++) {
                work.piece(number);
            }
            return;
        }
        try {
            Job job = new Job(work, pieces);
            current = job;
            for (int i = 0; i < Math.min(helpers.length, pieces - 1); i++) {
                if (helpers[i].asleep) {
                    LockSupport.unpark(helpers[i]);
                }
            }
            job.takePieces();
            while (job.done.get() < pieces) {
                Thread.onSpinWait();
            }
            if (job.failure instanceof RuntimeException exception) {
                throw exception;
            } else if (job.failure instanceof Error error) {
                throw error;
            }
        } finally {
            busy.unlock();
        }
    }
}
