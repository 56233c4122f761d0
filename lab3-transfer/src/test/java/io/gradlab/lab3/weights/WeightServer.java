package io.gradlab.lab3.weights;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that serves one file in good and in bad ways, by path. */
final class WeightServer implements AutoCloseable {
    private final byte[] content;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    private int cuts; // requests so far, of which the first few are cut short; one at a time

    WeightServer(byte[] content) throws IOException {
        this.content = content;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Returns a way to answer: good, moved, no-range, cut, corrupt-header, corrupt, stalled, gone. */
    URI uri(String way) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + way);
    }

    /** Returns what was sent, for example {@code 7-99}, without redirections. */
    List<String> sent() {
        return List.copyOf(sent);
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
            switch (way) {
                case "good" -> send(exchange, content, true, 1);
                case "no-range" -> send(exchange, content, false, 1);
                case "cut" -> send(exchange, content, true, cuts++ < 3 ? 2 : 1);
                case "corrupt" -> send(exchange, changed(content.length - 5), true, 1);
                case "corrupt-header" -> send(exchange, changed(9), true, 1);
                case "stalled" -> {
                    if (send(exchange, content, true, 3)) {
                        closed.await();
                    }
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

    /** Sends what was asked for, of larger pieces only the first of so many parts; returns whether it left some out. */
    private boolean send(HttpExchange exchange, byte[] bytes, boolean ranges, int parts) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int begin = 0;
        int end = bytes.length;
        if (ranges && range != null) {
            String[] ends = range.substring("bytes=".length()).split("-", -1);
            begin = Integer.parseInt(ends[0]);
            end = ends[1].isEmpty() ? end : Math.min(end, Integer.parseInt(ends[1]) + 1);
            exchange.getResponseHeaders().set("Content-Range", "bytes " + begin + "-" + (end - 1) + "/" + bytes.length);
            sent.add(begin + "-" + end);
        } else {
            sent.add("all");
        }
        exchange.sendResponseHeaders(ranges && range != null ? 206 : 200, end - begin);
        int length = end - begin < 300 ? end - begin : (end - begin) / parts;
        exchange.getResponseBody().write(bytes, begin, length);
        exchange.getResponseBody().flush();
        return length < end - begin;
    }

    private byte[] changed(int place) {
        byte[] changed = content.clone();
        changed[place] ^= 0x20;
        return changed;
    }
}
