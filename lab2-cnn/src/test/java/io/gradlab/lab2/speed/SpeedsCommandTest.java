package io.gradlab.lab2.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Lab2;
import io.gradlab.course.NotImplemented;
import io.gradlab.course.core.Lab2Core;
import io.gradlab.nn.tensor.Tensor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SpeedsCommandTest {

    @Test
    void threeSpeedsStandInOneTable() {
        StringWriter out = new StringWriter();

        int exit = new CommandLine(new SpeedsCommand(0.05))
                .setOut(new PrintWriter(out))
                .execute("--with", "core");

        assertThat(exit).isZero();
        assertThat(out.toString().lines())
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(out.toString())
                .contains("images/s", "loops (2.2)", "im2col and product (2.3)", "the engine's kernel", "×1.0");
    }

    @Test
    void whatIsNotStartedIsNotTimedAndWhatIsWrongIsSaid() {
        List<ConvolutionSpeed> speeds = new ConvolutionTrial(halfDone(), 0.05).speeds();

        assertThat(speeds.getFirst().note()).isEqualTo("not started");
        assertThat(speeds.getFirst().isWrong()).isFalse();
        assertThat(speeds.get(1).isWrong()).isTrue();
        assertThat(speeds.getLast().isWrong()).isFalse();
        assertThat(SpeedsCommand.table(speeds)).contains("not started", "its numbers are wrong, so mend it first");
    }

    @Test
    void aWrongWithIsOneLine() {
        StringWriter err = new StringWriter();

        int exit = new CommandLine(new SpeedsCommand(0.05))
                .setErr(new PrintWriter(err))
                .execute("--with", "yours");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("there is mine, solutions and core, but no yours");
    }

    /** The engine's lab 2 without loops, and with a product form that gives zeros. */
    private static Lab2 halfDone() {
        Lab2 core = new Lab2Core();
        return (Lab2) Proxy.newProxyInstance(
                Lab2.class.getClassLoader(), new Class<?>[] {Lab2.class}, (_, method, arguments) -> {
                    if (method.getName().equals("convolve")) {
                        throw new NotImplemented("2.2");
                    }
                    try {
                        Object result = method.invoke(core, arguments);
                        return method.getName().equals("convolveByColumns")
                                ? Tensor.zeros(((Tensor) result).shape())
                                : result;
                    } catch (InvocationTargetException wrapped) {
                        throw wrapped.getCause();
                    }
                });
    }
}
