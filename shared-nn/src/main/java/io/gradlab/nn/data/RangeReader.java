package io.gradlab.nn.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;

/** Reads parts of a file on a web server, by HTTP range requests (RFC 9110, section 14). */
public final class RangeReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 3; // as long as each brings something
    private static final int OK = 200;
    private static final int PARTIAL = 206;

    private final Duration patience;
    private final HttpClient client;

    /** Creates a reader that waits half a minute for a silent server. */
    public RangeReader() {
        this(PATIENCE);
    }

    /** Creates a reader that waits this long for a silent server. */
    public RangeReader(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /**
     * Asks how many bytes a file has.
     *
     * @throws IOException if the server does not answer, has no such file, or does not say
     */
    public long size(URI file) throws IOException {
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = send(file, 0, 1);
        BodyReader body = new BodyReader();
        response.body().subscribe(body);
        body.cancel();
        String said = switch (response.statusCode()) {
            case OK -> response.headers().firstValue("Content-Length").orElse("");
            case PARTIAL ->
                response.headers()
                        .firstValue("Content-Range")
                        .map(range -> range.substring(range.indexOf('/') + 1))
                        .orElse("");
            default -> throw new IOException("HTTP status " + response.statusCode());
        };
        try {
            return Long.parseLong(said);
        } catch (NumberFormatException e) {
            throw new IOException("it does not say how large the file is", e);
        }
    }

    /** Reads {@code count} bytes from {@code begin} on; as {@link #copy} otherwise. */
    public byte[] read(URI file, long begin, int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(count);
        copy(file, begin, begin + count, bytes);
        return bytes.toByteArray();
    }

    /**
     * Copies the bytes {@code begin} to {@code end - 1} of a file; a broken connection is taken up again.
     *
     * @throws IOException if they cannot be had, or the server sends whole files only
     */
    public void copy(URI file, long begin, long end, OutputStream out) throws IOException {
        WritableByteChannel target = Channels.newChannel(out);
        long place = begin;
        for (int tried = 1; place < end; tried++) {
            long before = place;
            try {
                HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = send(file, place, end);
                BodyReader body = new BodyReader();
                response.body().subscribe(body);
                try {
                    requirePart(response, place);
                    for (List<ByteBuffer> piece = body.next(patience); !piece.isEmpty(); piece = body.next(patience)) {
                        for (ByteBuffer bytes : piece) {
                            bytes.limit((int) Math.min(bytes.limit(), bytes.position() + end - place));
                            place += bytes.remaining();
                            target.write(bytes);
                        }
                    }
                } finally {
                    body.cancel();
                }
                if (place < end && place == before) {
                    throw new IOException("it ended after " + (place - begin) + " of " + (end - begin) + " bytes");
                }
            } catch (InterruptedIOException | NoRanges e) {
                throw e;
            } catch (IOException e) {
                if (tried == TRIES || place == before) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(URI file, long begin, long end) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(file)
                .timeout(patience)
                .header("Range", "bytes=" + begin + "-" + (end - 1))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofPublisher());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static void requirePart(HttpResponse<?> response, long begin) throws IOException {
        switch (response.statusCode()) {
            case OK -> throw new NoRanges("it sends whole files only, no parts");
            case PARTIAL -> {
                String range = response.headers().firstValue("Content-Range").orElse("");
                if (!range.startsWith("bytes " + begin + "-")) {
                    throw new NoRanges("it sent another part of the file than asked for");
                }
            }
            default -> throw new NoRanges("HTTP status " + response.statusCode());
        }
    }

    /** An answer that asking again would not change. */
    private static final class NoRanges extends IOException {
        private static final long serialVersionUID = 1;

        NoRanges(String message) {
            super(message);
        }
    }
}
