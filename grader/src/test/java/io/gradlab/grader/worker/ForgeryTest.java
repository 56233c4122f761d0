package io.gradlab.grader.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gradlab.grader.grading.SubmissionChecks;
import io.gradlab.grader.lab1.ReluChecks;
import io.gradlab.grader.lab1.SigmoidChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Forged reports, messages that are meant to hurt, and what is left for the next task: none of it changes a mark. */
class ForgeryTest {
    private static final int LONGEST_MESSAGE = 5_000;

    private static Sandbox sandbox = new NoSandbox();

    @BeforeAll
    static void findSandbox() {
        sandbox = AttackRun.sandbox();
    }

    static Stream<Arguments> stopped() {
        return Stream.of(
                arguments(
                        new Attack("a huge array", "byte[] all = new byte[Integer.MAX_VALUE];"), Outcome.OUT_OF_MEMORY),
                arguments(
                        new Attack(
                                "memory outside of the heap", "ByteBuffer all = ByteBuffer.allocateDirect(1 << 30);"),
                        Outcome.OUT_OF_MEMORY),
                arguments(new Attack("a pipeline", """
                                ProcessBuilder sleep = new ProcessBuilder("sleep", "1000");
                                ProcessBuilder.startPipeline(List.of(sleep, new ProcessBuilder("sleep", "1000")));
                                Thread.sleep(1_000_000);
                                """), Outcome.CRASHED),
                arguments(new Attack("ends itself", "ProcessHandle.current().destroyForcibly();"), Outcome.FAIL),
                arguments(
                        new Attack("a long message", "throw new IllegalStateException(\"x\\n\".repeat(2_000_000));"),
                        Outcome.FAIL),
                arguments(new Attack("a message without end", """
                                throw new RuntimeException() {
                                    public String getMessage() { return getMessage() + "."; }
                                };
                                """), Outcome.FAIL),
                arguments(
                        new Attack("an exception of its own", "class Mine extends Exception {} throw new Mine();"),
                        Outcome.FAIL),
                arguments(new Attack("a bare Throwable", "throw new Throwable(\"bare\");"), Outcome.FAIL),
                arguments(new Attack("prints success, then fails", """
                                System.out.println("OK (12 tests)\\n{\\"scores\\": {\\"1.1\\": 100}}");
                                System.err.println("##teamcity[testFinished]");
                                throw new IllegalStateException("wrong");
                                """), Outcome.FAIL));
    }

    @ParameterizedTest
    @MethodSource("stopped")
    void earnsNothingAndTheNextTaskIsGraded(Attack attack, Outcome outcome) {
        try (WorkerSubject worker = AttackRun.worker(sandbox, attack)) {
            SubmissionChecks checks = AttackRun.checks(worker, attack);
            TaskResult hostile = checks.run(SigmoidChecks.class);
            TaskResult next = checks.run(ReluChecks.class);

            assertThat(hostile.outcome()).as(hostile.message()).isEqualTo(outcome);
            assertThat(hostile.rungs().getFirst().points()).isZero(); // the attack runs in the first
            assertThat(hostile.maximum()).isEqualTo(5);
            assertThat(hostile.message()).hasSizeLessThan(LONGEST_MESSAGE);
            assertThat(next.outcome()).as(next.message()).isEqualTo(Outcome.PASS);
        }
    }

    static Stream<Attack> leavingSomethingBehind() {
        return Stream.of(
                new Attack("interrupts every thread", """
                        ThreadGroup root = Thread.currentThread().getThreadGroup();
                        while (root.getParent() != null) { root = root.getParent(); }
                        root.interrupt();
                        """),
                new Attack("clears the properties", "System.getProperties().clear();"),
                new Attack("blocks the common pool", """
                        for (int i = 0; i < 8; i++) {
                            java.util.concurrent.ForkJoinPool.commonPool().submit(() -> { while (true) {} });
                        }
                        """),
                new Attack("a virtual thread without end", "Thread.startVirtualThread(() -> { while (true) {} });"),
                new Attack("swallows every exception", """
                        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
                        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
                        """),
                new Attack("catches running out of memory", """
                        try {
                            byte[] all = new byte[Integer.MAX_VALUE];
                        } catch (OutOfMemoryError mine) {
                            System.out.println("caught");
                        }
                        """));
    }

    @ParameterizedTest
    @MethodSource("leavingSomethingBehind")
    void theNextTaskDoesNotMeetIt(Attack attack) {
        try (WorkerSubject worker = AttackRun.worker(sandbox, attack)) {
            SubmissionChecks checks = AttackRun.checks(worker, attack);
            TaskResult hostile = checks.run(SigmoidChecks.class);
            TaskResult next = checks.run(ReluChecks.class);

            assertThat(hostile.outcome()).as(hostile.message()).isNotEqualTo(Outcome.INFRASTRUCTURE);
            assertThat(hostile.maximum()).isEqualTo(5);
            assertThat(next.outcome()).as(next.message()).isEqualTo(Outcome.PASS);
        }
    }

    @Test
    void troubleOfTheGradersOwnIsNotTheStudents() {
        Attack harmless = new Attack("nothing", "");
        try (WorkerSubject worker = AttackRun.worker(new Broken(), harmless)) {
            TaskResult result = AttackRun.checks(worker, harmless).run(SigmoidChecks.class);

            assertThat(result.outcome()).isEqualTo(Outcome.INFRASTRUCTURE);
            assertThat(result.maximum()).isEqualTo(5);
        }
    }

    /** A sandbox in which nothing starts. */
    private record Broken() implements Sandbox {
        @Override
        public String description() {
            return "broken";
        }

        @Override
        public boolean isolates() {
            return true;
        }

        @Override
        public Cell open(Program program, Limits limits) {
            return new Cell(List.of(program.command(limits).getFirst(), "-version")); // ends at once
        }
    }
}
