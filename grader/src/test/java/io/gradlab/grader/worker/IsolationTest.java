package io.gradlab.grader.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.lab1.ReluChecks;
import io.gradlab.grader.lab1.SigmoidChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the sandbox stops; each attack works without it, else its test would test nothing. */
class IsolationTest {
    private static Sandbox sandbox = new NoSandbox();

    @TempDir
    private Path folder;

    @BeforeAll
    static void findSandbox() {
        sandbox = AttackRun.sandbox();
    }

    @Test
    void writesNoFileOfTheGrader() throws IOException {
        Path result = Files.writeString(folder.resolve("result.json"), "{\"points\": 0}");
        Attack attack = new Attack("rewrites a result", """
                Files.writeString(Path.of("%s"), "{\\"points\\": 100}");
                """.formatted(result));
        AttackRun.assumeIsolated(sandbox);
        AttackRun.printed(sandbox, attack);
        assertThat(result).hasContent("{\"points\": 0}");
        AttackRun.printed(new NoSandbox(), attack);
        assertThat(result).hasContent("{\"points\": 100}");
    }

    @Test
    void seesNeitherEnvironmentNorCommandLineOfTheGrader() {
        Attack attack =
                new Attack("looks around", """
                System.out.println("PATH=" + System.getenv("PATH"));
                System.out.println(Files.readString(Path.of("/proc/self/cmdline")).replace('\\0', ' '));
                System.out.println(Files.readString(Path.of("/proc/%d/cmdline")).replace('\\0', ' '));
                """.formatted(ProcessHandle.current().pid()));
        AttackRun.assumeNamespaces(sandbox);
        String grader = ProcessHandle.current().info().command().orElse("java");
        String open = AttackRun.printed(new NoSandbox(), attack);
        assertThat(open).contains("PATH=" + System.getenv("PATH"), grader).doesNotContain(AttackRun.SEED);
        String closed = AttackRun.printed(sandbox, attack);
        assertThat(closed).contains("PATH=null", "WorkerMain").doesNotContain(AttackRun.SEED, "surefire");
        assertThat(open.lines().count()).isGreaterThan(closed.lines().count());
    }

    @Test
    void reachesNoSocketInTheFileSystem() throws IOException {
        Path path = folder.resolve("socket");
        Attack attack = new Attack("connects to a socket", """
                java.nio.channels.SocketChannel.open(UnixDomainSocketAddress.of("%s")).close();
                """.formatted(path));
        AttackRun.assumeNamespaces(sandbox);
        try (ServerSocketChannel canary = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            canary.bind(UnixDomainSocketAddress.of(path));
            canary.configureBlocking(false);
            AttackRun.printed(sandbox, attack);
            assertThat(isReached(canary)).isFalse();
            AttackRun.printed(new NoSandbox(), attack);
            assertThat(isReached(canary)).isTrue();
        }
    }

    @Test
    void servesNobody() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Attack attack = new Attack("opens a server", """
                try (ServerSocket server = new ServerSocket(%d, 1, InetAddress.getLoopbackAddress())) {
                    server.setSoTimeout(700);
                    server.accept().close();
                    System.out.println("visited");
                } catch (SocketTimeoutException nobody) {}
                """.formatted(port));
        AttackRun.assumeNoNetwork(sandbox);
        Thread visitor = Thread.ofPlatform().daemon().start(() -> visit(port));
        try {
            assertThat(AttackRun.printed(new NoSandbox(), attack)).contains("visited");
            assertThat(AttackRun.printed(sandbox, attack)).doesNotContain("visited");
        } finally {
            visitor.interrupt();
        }
    }

    private static void visit(int port) {
        try {
            while (true) {
                try (Socket visit = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    visit.getInputStream().read();
                } catch (IOException nobodyThere) {
                    Thread.sleep(20);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isReached(ServerSocketChannel canary) throws IOException {
        try (@Nullable SocketChannel connection = canary.accept()) {
            return connection != null;
        }
    }

    @Test
    void noChildOutlivesItsTask() {
        AttackRun.assumeIsolated(sandbox);
        AttackRun.printed(sandbox, leaving("86421.25"));
        child("86421.25")
                .ifPresent(dying -> dying.onExit()
                        .orTimeout(30, TimeUnit.SECONDS) // a busy machine takes its time to end a namespace
                        .join());
        AttackRun.printed(new NoSandbox(), leaving("86421.75"));
        Optional<ProcessHandle> survivor = child("86421.75");
        survivor.ifPresent(ProcessHandle::destroyForcibly);
        assertThat(survivor).isPresent();
    }

    /** Returns an attack that ends after it has started a child that is nobody's child any more. */
    private static Attack leaving(String seconds) {
        return new Attack("leaves a child", """
                new ProcessBuilder("setsid", "--fork", "sleep", "%s").start().waitFor();
                Runtime.getRuntime().halt(0);
                """.formatted(seconds));
    }

    private static Optional<ProcessHandle> child(String argument) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").endsWith("sleep " + argument))
                .findFirst();
    }

    @Test
    void theDiskHasALimit() {
        AttackRun.assumeIsolated(sandbox);
        Attack attack = new Attack("fills the disk", """
                byte[] block = new byte[1 << 20];
                try (OutputStream out = Files.newOutputStream(Path.of("/tmp/gradlab-filler"))) {
                    for (int i = 0; i < 64; i++) { out.write(block); }
                } finally {
                    Files.deleteIfExists(Path.of("/tmp/gradlab-filler"));
                }
                """);
        Attack little = new Attack("writes a little", """
                Files.write(Path.of("/tmp/gradlab-little"), new byte[1 << 20]);
                Files.delete(Path.of("/tmp/gradlab-little"));
                """);
        try (WorkerSubject worker = AttackRun.worker(sandbox, attack)) {
            TaskResult hostile = AttackRun.checks(worker, attack).run(SigmoidChecks.class);
            assertThat(hostile.outcome()).as(hostile.message()).isEqualTo(Outcome.FAIL);
            assertThat(hostile.message()).contains("IOException");
            assertThat(AttackRun.checks(worker, attack).run(ReluChecks.class).outcome())
                    .isEqualTo(Outcome.PASS);
        }
        try (WorkerSubject worker = AttackRun.worker(sandbox, little)) {
            TaskResult harmless = AttackRun.checks(worker, little).run(SigmoidChecks.class);
            assertThat(harmless.outcome()).as(harmless.message()).isEqualTo(Outcome.PASS);
        }
    }

    @Test
    void leavesNoFile() throws IOException {
        AttackRun.assumeIsolated(sandbox);
        Path left = Path.of("/tmp/gradlab-left/behind");
        Attack attack = new Attack("leaves a file", """
                Files.createDirectories(Path.of("%s"));
                Files.writeString(Path.of("%s"), "for the next one");
                """.formatted(left.getParent(), left));
        AttackRun.printed(sandbox, attack);
        assertThat(left).doesNotExist();
        AttackRun.printed(new NoSandbox(), attack);
        assertThat(left).exists();
        Files.delete(left);
        Files.delete(left.getParent());
    }

    @Test
    void killsNothingButItself() {
        AttackRun.assumeIsolated(sandbox);
        Attack attack = new Attack("kills all it sees", """
                ProcessHandle.allProcesses().forEach(process -> {
                    try { process.destroyForcibly(); } catch (IllegalStateException itself) { }
                });
                """);
        try (WorkerSubject worker = AttackRun.worker(sandbox, attack)) {
            TaskResult hostile = AttackRun.checks(worker, attack).run(SigmoidChecks.class);
            assertThat(hostile.outcome()).as(hostile.message()).isNotEqualTo(Outcome.INFRASTRUCTURE);
            assertThat(AttackRun.checks(worker, attack).run(ReluChecks.class).outcome())
                    .isEqualTo(Outcome.PASS);
        }
    }
}
