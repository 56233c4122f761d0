package io.gradlab.grader.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gradlab.grader.lab1.ReluChecks;
import io.gradlab.grader.lab1.SigmoidChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bombs of a known size: each is stopped by its limit, and each goes off where the limit is ten times as high. So it is
 * the limit that stops them.
 */
class BombTest {
    private static final int TENFOLD = 10;

    private static final String WAIT = "Thread.sleep(600);"; // long enough to be seen

    static Stream<Arguments> bombs() {
        return Stream.of(
                arguments(
                        new Attack("200 threads", """
                                for (int i = 0; i < 200; i++) {
                                    Thread thread = new Thread(() -> {
                                        try { Thread.sleep(1500); } catch (InterruptedException e) {}
                                    });
                                    thread.setDaemon(true);
                                    thread.start();
                                }
                                """ + WAIT + "System.out.println(Thread.activeCount() > 200);"),
                        Outcome.CRASHED),
                arguments(new Attack("500 MB of objects", """
                                byte[][] all = new byte[500][];
                                for (int i = 0; i < all.length; i++) { all[i] = new byte[1 << 20]; }
                                System.out.println(all.length == 500);
                                """), Outcome.OUT_OF_MEMORY),
                arguments(new Attack("three processes", """
                                List<Process> all = new ArrayList<>();
                                for (int i = 0; i < 3; i++) { all.add(new ProcessBuilder("sleep", "5").start()); }
                                """ + WAIT + """
                                System.out.println(all.stream().allMatch(Process::isAlive));
                                all.forEach(Process::destroyForcibly);
                                """), Outcome.CRASHED));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void isStoppedByItsLimit(Attack bomb, Outcome outcome) {
        try (WorkerSubject worker = AttackRun.worker(AttackRun.sandbox(), bomb)) {
            TaskResult result = AttackRun.checks(worker, bomb).run(SigmoidChecks.class);

            assertThat(result.outcome()).as(result.message()).isEqualTo(outcome);
            assertThat(AttackRun.checks(worker, bomb).run(ReluChecks.class).outcome())
                    .isEqualTo(Outcome.PASS);
        }
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void goesOffUnderTenTimesTheLimit(Attack bomb, Outcome outcome) {
        try (WorkerSubject worker = AttackRun.worker(AttackRun.sandbox(), AttackRun.raised(TENFOLD), bomb)) {
            TaskResult result = AttackRun.checks(worker, bomb).run(SigmoidChecks.class);

            assertThat(result.outcome())
                    .as(result.message())
                    .isNotEqualTo(outcome)
                    .isEqualTo(Outcome.PASS);
            assertThat(result.printed()).startsWith("true");
        }
    }
}
