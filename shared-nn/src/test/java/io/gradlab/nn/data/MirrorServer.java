package io.gradlab.nn.data;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that serves one content in good and in bad ways, by path. */
final class MirrorServer implements AutoCloseable {
    private final byte[] content;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    MirrorServer(byte[] content) throws IOException {
        this.content = content;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Returns a way to answer: good, no-range, cut, cut-parts, always-cut, shifted, corrupt, endless, silent, silent-part, moved, gone. */
    URI uri(String way) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + way);
    }

    /** Returns the requests so far, for example {@code good bytes=7-}. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String way = exchange.getRequestURI().getPath().substring(1);
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(range == null ? way : way + " " + range);
            switch (way) {
                case "good" -> send(exchange, content, range, content.length);
                case "no-range" -> send(exchange, content, null, content.length);
                case "cut" -> send(exchange, content, range, range == null ? content.length / 2 : content.length);
                case "cut-parts" -> {
                    int[] part = part(range);
                    send(exchange, content, range, part[0] + Math.max(1, (part[1] - part[0]) / 2));
                }
                case "shifted" -> send(exchange, content, "bytes=1-", content.length);
                case "always-cut" -> send(exchange, content, null, content.length / 2);
                case "corrupt" -> send(exchange, corrupted(), range, content.length);
                case "endless" -> send(exchange, Arrays.copyOf(content, content.length + 100_000), null, -1);
                case "silent" -> {
                    exchange.sendResponseHeaders(200, content.length);
                    exchange.getResponseBody().write(content, 0, 10);
                    exchange.getResponseBody().flush();
                    closed.await();
                }
                case "silent-part" -> {
                    exchange.getResponseHeaders().set("Content-Range", "bytes 7-106/" + content.length);
                    exchange.sendResponseHeaders(206, 100);
                    exchange.getResponseBody().flush();
                    closed.await();
                }
                case "moved" -> {
                    exchange.getResponseHeaders().set("Location", "/good");
                    exchange.sendResponseHeaders(302, -1);
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, byte[] bytes, String range, int upTo) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        int begin = 0;
        int end = upTo < 0 ? bytes.length : upTo;
        int promised = bytes.length;
        if (range != null) {
            String[] ends = range.substring("bytes=".length()).split("-", -1);
            begin = Integer.parseInt(ends[0]);
            promised = ends[1].isEmpty() ? bytes.length : Math.min(bytes.length, Integer.parseInt(ends[1]) + 1);
            end = Math.min(end, promised);
            headers.set("Content-Range", "bytes " + begin + "-" + (promised - 1) + "/" + bytes.length);
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, upTo < 0 ? 0 : promised - begin);
        exchange.getResponseBody().write(bytes, begin, end - begin);
        exchange.getResponseBody().flush();
    }

    private static int[] part(String range) {
        String[] ends = range.substring("bytes=".length()).split("-");
        return new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[1]) + 1};
    }

    private byte[] corrupted() {
        byte[] corrupted = content.clone();
        corrupted[content.length / 3] ^= 1;
        return corrupted;
    }
}
