package io.gradlab.grader.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gradlab.grader.grading.SubmissionChecks;
import io.gradlab.grader.lab1.ReluChecks;
import io.gradlab.grader.lab1.SigmoidChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small malicious submissions: each is stopped with the right outcome, and the task after it is graded as if nothing had
 * been. Beside them stand harmless look-alikes that must pass, and the same attacks without a sandbox, which must succeed:
 * else the test would test nothing. More of them are in {@link ForgeryTest} and {@link IsolationTest};
 * {@code docs/grading/attacks.md} says which case is tested where.
 */
class AttackTest {
    private static final String SECRET = "the-graders-secret-4711";

    private static Sandbox sandbox = new NoSandbox();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void findSandbox() throws IOException {
        Files.writeString(folder.resolve("secret"), SECRET);
        sandbox = AttackRun.sandbox();
    }

    static Stream<Arguments> stopped() {
        return Stream.of(
                arguments(new Attack("System.exit", "System.exit(0);"), Outcome.CRASHED),
                arguments(new Attack("Runtime.halt", "Runtime.getRuntime().halt(0);"), Outcome.CRASHED),
                arguments(new Attack("endless loop", "while (true) {}"), Outcome.TIMED_OUT),
                arguments(new Attack("sleep", "Thread.sleep(1_000_000);"), Outcome.TIMED_OUT),
                arguments(new Attack("memory", """
                                List<byte[]> all = new ArrayList<>();
                                while (true) { all.add(new byte[1 << 20]); }
                                """), Outcome.OUT_OF_MEMORY),
                arguments(
                        new Attack(
                                "floods the output and hides it",
                                "try { while (true) { System.out.print('\\0'); } } catch (Throwable stopped) {}"),
                        Outcome.FAIL),
                arguments(new Attack("deep recursion", "deep(0);"), Outcome.FAIL),
                arguments(
                        new Attack("another process", "new ProcessBuilder(\"sleep\", \"1000\").start().waitFor();"),
                        Outcome.CRASHED),
                arguments(new Attack("junk in the connection", """
                                FileOutputStream out = new FileOutputStream(FileDescriptor.out);
                                out.write("{\\"scores\\": {\\"1.1\\": 100}}\\n".getBytes());
                                out.flush();
                                """), Outcome.CRASHED),
                arguments(new Attack("a forged answer", """
                                FileOutputStream out = new FileOutputStream(FileDescriptor.out);
                                out.write(ByteBuffer.allocate(9).putInt(0x474C5031).put((byte) 3).putInt(0).array());
                                out.flush();
                                """), Outcome.CRASHED),
                arguments(new Attack("an exception that throws", """
                                throw new RuntimeException() {
                                    public String getMessage() { throw new IllegalStateException(); }
                                };
                                """), Outcome.FAIL));
    }

    @ParameterizedTest
    @MethodSource("stopped")
    void isStoppedAndTheNextTaskIsGraded(Attack attack, Outcome outcome) {
        try (WorkerSubject worker = AttackRun.worker(sandbox, attack)) {
            SubmissionChecks checks = AttackRun.checks(worker, attack);
            TaskResult hostile = checks.run(SigmoidChecks.class);
            TaskResult next = checks.run(ReluChecks.class);

            assertThat(hostile.outcome()).as(hostile.message()).isEqualTo(outcome);
            assertThat(hostile.maximum()).isEqualTo(5);
            assertThat(next.outcome()).as(next.message()).isEqualTo(Outcome.PASS);
        }
    }

    @Test
    void manyThreadsAreStoppedByTheirNumberOrByTheirTime() {
        Attack attack = new Attack("threads", """
                                for (int i = 0; i < 2000; i++) {
                                    Thread.ofPlatform().start(() -> { while (true) { Thread.onSpinWait(); } });
                                }
                                """);
        try (WorkerSubject worker = AttackRun.worker(sandbox, attack)) {
            SubmissionChecks checks = AttackRun.checks(worker, attack);
            TaskResult hostile = checks.run(SigmoidChecks.class);
            assertThat(hostile.outcome()).as(hostile.message()).isIn(Outcome.CRASHED, Outcome.TIMED_OUT);
            assertThat(checks.run(ReluChecks.class).outcome()).isEqualTo(Outcome.PASS);
        }
    }

    static Stream<Attack> harmless() {
        return Stream.of(
                new Attack("prints", "System.out.println(\"hello\");"),
                new Attack("prints much", "for (int i = 0; i < 200_000; i++) { System.out.print(\"much \"); }"),
                new Attack("reads the terminal", "if (System.in.read() != -1) { throw new IllegalStateException(); }"),
                new Attack("computes in parallel", """
                        if (java.util.stream.IntStream.range(0, 1000).parallel().sum() != 499500) {
                            throw new IllegalStateException();
                        }
                        """),
                new Attack(
                        "a thread that ends", "Thread thread = new Thread(() -> {}); thread.start(); thread.join();"),
                new Attack("changes the locale, and leaves a thread", """
                        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
                        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
                        System.setOut(null);
                        new Thread(() -> { try { Thread.sleep(1_000_000); } catch (InterruptedException e) {} }).start();
                        """),
                new Attack("a shutdown hook", """
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("OK (12 tests)")));
                        """));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void isNotDisturbed(Attack look) {
        try (WorkerSubject worker = AttackRun.worker(sandbox, look)) {
            SubmissionChecks checks = AttackRun.checks(worker, look);
            TaskResult first = checks.run(SigmoidChecks.class);
            assertThat(first.outcome()).as(first.message()).isEqualTo(Outcome.PASS);
            assertThat(first.printed().length()).isLessThan(20_000);
            assertThat(checks.run(ReluChecks.class).outcome()).isEqualTo(Outcome.PASS);
        }
    }

    @Test
    void readsNoFileOfTheGraderButCouldWithoutASandbox() {
        Attack attack = new Attack("reads a secret", """
                System.out.println(Files.readString(Path.of("%s")));
                """.formatted(folder.resolve("secret")));
        assertThat(AttackRun.printed(new NoSandbox(), attack)).contains(SECRET);
        assumeSandbox();
        assertThat(AttackRun.printed(sandbox, attack)).doesNotContain(SECRET);
    }

    @Test
    void reachesNoNetworkButCouldWithoutASandbox() throws IOException {
        try (ServerSocket canary = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            canary.setSoTimeout(500);
            Attack attack = new Attack("connects", """
                    new Socket(InetAddress.getLoopbackAddress(), %d).close();
                    """.formatted(canary.getLocalPort()));
            AttackRun.printed(new NoSandbox(), attack);
            assertThat(isReached(canary)).isTrue();
            AttackRun.assumeNoNetwork(sandbox);
            AttackRun.printed(sandbox, attack);
            assertThat(isReached(canary)).isFalse();
        }
    }

    @Test
    void seesNoProcessOfTheGraderButCouldWithoutASandbox() throws IOException {
        Process canary = new ProcessBuilder("sleep", "1000").start();
        Attack attack = new Attack("kills a process", """
                ProcessHandle.of(%d).ifPresent(ProcessHandle::destroyForcibly);
                """.formatted(canary.pid()));
        try {
            assumeSandbox();
            AttackRun.printed(sandbox, attack);
            assertThat(canary.isAlive()).isTrue();
            AttackRun.printed(new NoSandbox(), attack);
            assertThat(canary.onExit().orTimeout(10, TimeUnit.SECONDS).join().isAlive())
                    .isFalse();
        } finally {
            canary.destroyForcibly();
        }
    }

    private static boolean isReached(ServerSocket canary) throws IOException {
        try {
            canary.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    private static void assumeSandbox() {
        assumeTrue(sandbox.isolates(), "no sandbox works here: install bubblewrap");
    }
}
