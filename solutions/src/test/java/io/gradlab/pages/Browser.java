package io.gradlab.pages;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium without window; all that it wants from the network goes to a proxy of ours, which answers nothing. */
final class Browser implements AutoCloseable {
    private static final int PATIENCE = 120; // seconds, on a busy machine
    private static final Pattern OF_ITS_OWN = // what Chromium asks for whatever the page
            Pattern.compile(
                    "(?:GET http://|CONNECT )(?:accounts|www|clients\\d*|update|android\\.clients)\\.google\\.com[:/].*");

    /** What {@code prefers-color-scheme} says, with Chromium's number for it. */
    enum Scheme {
        DARK(0),
        LIGHT(1);

        private final int number;

        Scheme(int number) {
            this.number = number;
        }
    }

    private final Path program;
    private final Path profile;
    private final ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    private Browser(Path program, Path profile) throws IOException {
        this.program = program;
        this.profile = profile;
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /** What a page did: its document afterwards, lines of the console, first lines of its requests. */
    record Visit(String document, List<String> console, List<String> requests) {}

    /** Opens the browser that is on the PATH, if one is. */
    static Optional<Browser> open(Path profile) throws IOException {
        Optional<Path> program = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        return program.isEmpty() ? Optional.empty() : Optional.of(new Browser(program.get(), profile));
    }

    /** Opens a page, and returns its document once its scripts, if any, have run. */
    Visit visit(Path page) throws IOException, InterruptedException {
        return visit(page, Scheme.LIGHT);
    }

    /** As {@link #visit(Path)}, of a reader who prefers these colours. */
    Visit visit(Path page, Scheme scheme) throws IOException, InterruptedException {
        requests.clear();
        Path dump = profile.resolveSibling("dump");
        Path log = profile.resolveSibling("log");
        Process process = new ProcessBuilder(command(page, scheme))
                .redirectOutput(dump.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(program + " did not end within " + PATIENCE + " s");
        }
        List<String> console = Files.readString(log, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        List<String> asked = requests.stream()
                .filter(line -> !OF_ITS_OWN.matcher(line).matches())
                .toList();
        return new Visit(Files.readString(dump), console, asked);
    }

    private List<String> command(Path page, Scheme scheme) {
        return List.of(
                program.toString(),
                "--headless",
                "--no-sandbox", // we may be root
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-extensions",
                "--disable-sync",
                "--user-data-dir=" + profile,
                "--proxy-server=http://127.0.0.1:" + proxy.getLocalPort(),
                "--proxy-bypass-list=<-loopback>",
                "--enable-logging=stderr",
                "--blink-settings=preferredColorScheme=" + scheme.number,
                "--virtual-time-budget=3000",
                "--dump-dom",
                page.toUri().toString());
    }

    private void serve() {
        while (!proxy.isClosed()) {
            try (Socket socket = proxy.accept()) {
                socket.setSoTimeout(2_000);
                String line = new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                        .readLine();
                requests.add(String.valueOf(line));
                OutputStream out = socket.getOutputStream();
                out.write("HTTP/1.1 502 Nothing\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                // The browser hung up, or we are closed.
            }
        }
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
