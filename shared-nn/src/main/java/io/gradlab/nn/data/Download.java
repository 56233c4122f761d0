package io.gradlab.nn.data;

import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

/**
 * Downloads files that it can verify: takes up where an earlier try broke off, tries one mirror after the other, and
 * moves a file to its place only when its SHA-256 is the expected one.
 */
public final class Download implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 3; // of one mirror, as long as each brings something
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Duration patience;
    private final HttpClient client;

    /** Creates a downloader that waits half a minute for a silent server. */
    public Download() {
        this(PATIENCE);
    }

    /** Creates a downloader that waits this long for a silent server. */
    public Download(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Learns how far a download is. */
    @FunctionalInterface
    public interface Progress {

        /** Says that {@code bytes} of the file are here. */
        void received(KnownFile file, long bytes);
    }

    /**
     * Downloads a file to {@code target}; what an earlier try left at {@code target.part} is used.
     *
     * @throws IOException if no mirror has the right file; one line with what each of them said
     */
    public void get(KnownFile file, Path target, Progress progress) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        List<String> answers = new ArrayList<>();
        for (URI mirror : file.mirrors()) {
            try {
                getVerified(mirror, file, part, progress);
                AtomicFiles.moveInto(part, target);
                return;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                answers.add(mirror.getHost() + ": " + reason(e));
            }
        }
        throw new IOException("Cannot download " + file.name() + " (" + String.join("; ", answers)
                + "); try again later, or put the file at " + target + " yourself");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void getVerified(URI mirror, KnownFile file, Path part, Progress progress) throws IOException {
        boolean resumed = size(part) > 0;
        getAll(mirror, file, part, progress);
        if (file.checksum().matches(part)) {
            return;
        }
        Files.delete(part);
        if (resumed) { // perhaps only the older piece was wrong
            getVerified(mirror, file, part, progress);
            return;
        }
        throw new IOException("the file there has another SHA-256 than expected");
    }

    private void getAll(URI mirror, KnownFile file, Path part, Progress progress) throws IOException {
        for (int tried = 1; ; tried++) {
            long before = size(part);
            try {
                transfer(mirror, file, part, progress);
                return;
            } catch (HttpStatus | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                if (tried == TRIES || size(part) <= before) {
                    throw e;
                }
            }
        }
    }

    private void transfer(URI mirror, KnownFile file, Path part, Progress progress) throws IOException {
        long begin = size(part);
        if (begin > file.bytes()) {
            Files.delete(part);
            begin = 0;
        }
        if (begin == file.bytes()) {
            return;
        }
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = send(mirror, begin);
        BodyReader body = new BodyReader();
        response.body().subscribe(body);
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long position = firstByte(response, begin);
            out.truncate(position);
            out.position(position);
            save(body, out, file, progress);
            out.force(true);
        } finally {
            body.cancel();
        }
    }

    private void save(BodyReader body, FileChannel out, KnownFile file, Progress progress) throws IOException {
        for (List<ByteBuffer> piece = body.next(patience); !piece.isEmpty(); piece = body.next(patience)) {
            for (ByteBuffer bytes : piece) {
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            if (out.position() > file.bytes()) {
                out.truncate(0);
                throw new IOException("the file there is larger than the expected " + file.bytes() + " bytes");
            }
            progress.received(file, out.position());
        }
        if (out.position() < file.bytes()) {
            throw new IOException("it ended after " + out.position() + " of " + file.bytes() + " bytes");
        }
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(URI mirror, long begin) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(mirror).timeout(patience);
        if (begin > 0) {
            request.header("Range", "bytes=" + begin + "-");
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofPublisher());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Returns where the body's first byte belongs: where we asked for, or 0 if the server sends the whole file. */
    private static long firstByte(HttpResponse<?> response, long begin) throws IOException {
        String range = response.headers().firstValue("Content-Range").orElse("");
        switch (response.statusCode()) {
            case OK -> {
                return 0;
            }
            case PARTIAL -> {
                if (range.startsWith("bytes " + begin + "-")) {
                    return begin;
                }
                throw new IOException("it sent another part of the file than asked for");
            }
            case RANGE_NOT_SATISFIABLE -> throw new HttpStatus("the file there is shorter than expected");
            default -> throw new HttpStatus("HTTP status " + response.statusCode());
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static String reason(IOException error) {
        return switch (error) {
            case HttpTimeoutException _ -> "no answer in time";
            case ConnectException _ -> "no connection";
            default -> FileProblem.of(error);
        };
    }

    /** An answer that asking again would not change. */
    private static final class HttpStatus extends IOException {
        private static final long serialVersionUID = 1;

        HttpStatus(String message) {
            super(message);
        }
    }
}
