package io.gradlab.nn.kernel.cpu;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that carry out numbered pieces of work. Which thread takes which piece is left to chance, so pieces must
 * write to different places.
 *
 * <p>Helpers spin for a moment before they sleep, because a training step hands out its next work within microseconds. A
 * job is no object: its number, its pieces and the next piece are one ticket, which a thread takes by raising it; so a
 * helper that comes late finds either a piece of the job it saw or a ticket that has moved on.
 */
final class Workers {
    private static final int SPINS_BEFORE_SLEEP = 20_000;
    private static final int PIECE_BITS = 22;
    private static final int MOST_PIECES = (1 << PIECE_BITS) - 1;

    /** A piece of work, by its number. */
    interface Work {
        void piece(int number);
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
            long last = 0; // job
            int idle = 0;
            while (true) {
                long job = job(workers.ticket.get());
                if (job != last) {
                    workers.takePieces();
                    last = job;
                    idle = 0;
                } else if (++idle < SPINS_BEFORE_SLEEP) {
                    Thread.onSpinWait();
                } else {
                    asleep = true;
                    if (job(workers.ticket.get()) == last) {
                        LockSupport.park(workers);
                    }
                    asleep = false;
                    idle = 0;
                }
            }
        }
    }

    private final Helper[] helpers; // one fewer than the threads: the caller works too
    private final ReentrantLock busy = new ReentrantLock();
    private final AtomicLong ticket = new AtomicLong(); // job, its pieces, the next piece
    private final AtomicInteger done = new AtomicInteger(); // pieces of the present job
    private Work work = number -> {}; // of the present job; written before its first ticket
    private volatile @Nullable Throwable failure;

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
    void run(int pieces, Work newWork) {
        boolean alone = pieces <= 1 || pieces > MOST_PIECES || helpers.length == 0;
        if (alone || busy.isHeldByCurrentThread() || !busy.tryLock()) {
            for (int number = 0; number < pieces; number++) {
                newWork.piece(number);
            }
            return;
        }
        try {
            work = newWork;
            failure = null;
            done.set(0);
            ticket.set(job(ticket.get()) + 1 << 2 * PIECE_BITS | (long) pieces << PIECE_BITS);
            for (int i = 0; i < Math.min(helpers.length, pieces - 1); i++) {
                if (helpers[i].asleep) {
                    LockSupport.unpark(helpers[i]);
                }
            }
            takePieces();
            while (done.get() < pieces) {
                Thread.onSpinWait();
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            } else if (failure instanceof Error error) {
                throw error;
            }
        } finally {
            busy.unlock();
        }
    }

    private void takePieces() {
        while (true) {
            long mine = ticket.get();
            Work job = work;
            int number = (int) mine & MOST_PIECES;
            if (number >= ((int) (mine >>> PIECE_BITS) & MOST_PIECES)) {
                return;
            }
            if (ticket.compareAndSet(mine, mine + 1)) {
                try {
                    job.piece(number);
                } catch (Throwable thrown) {
                    failure = thrown;
                }
                done.incrementAndGet();
            }
        }
    }

    private static long job(long ticket) {
        return ticket >>> 2 * PIECE_BITS;
    }
}
