package io.gradlab.nn.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads an HTTP body piece by piece and gives up when the server falls silent; the client's own streams wait forever. */
final class BodyReader implements Flow.Subscriber<List<ByteBuffer>> {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription;

    /** Returns the next piece, or an empty list at the end. */
    List<ByteBuffer> next(Duration patience) throws IOException {
        try {
            Event event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null) {
                throw new IOException("it sent nothing for " + patience.toSeconds() + " s");
            }
            if (event.error != null) {
                throw new IOException("the connection broke off", event.error);
            }
            request();
            return event.piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Tells the server that no more is wanted. */
    synchronized void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private synchronized void request() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription granted) {
        subscription = granted;
        granted.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        events.add(new Event(piece, null));
    }

    @Override
    public void onError(Throwable error) {
        events.add(new Event(List.of(), error));
    }

    @Override
    public void onComplete() {
        events.add(new Event(List.of(), null));
    }

    private record Event(List<ByteBuffer> piece, @Nullable Throwable error) {}
}
