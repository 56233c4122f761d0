package io.gradlab.grader.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.grading.SubmissionChecks;
import io.gradlab.grader.lab1.SigmoidChecks;
import io.gradlab.grader.lab1.TanhChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody else wrote is not the student's answer; what looks like it but is his own work passes. */
class ForbiddenUsesTest {
    private static final StudentCompiler COMPILER = StudentCompiler.of("lab1");

    private static CompiledSubmission withSigmoid(String statement) {
        Map<String, String> sources = new TreeMap<>(Sources.solved());
        sources.computeIfPresent(
                "Sigmoid.java",
                (name, text) -> Sources.edit(
                        text,
                        "output = Tensor.zeros(input.shape());",
                        statement + " output = Tensor.zeros(input.shape());"));
        return COMPILER.compile(sources);
    }

    @Test
    void theReferenceAnswersUseNothingForbidden() {
        assertThat(COMPILER.compile(Sources.solved()).forbidden()).isEmpty();
        assertThat(COMPILER.compile(Sources.skeleton()).forbidden()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new io.gradlab.nn.layer.Activation(io.gradlab.nn.kernel.ActivationKind.SIGMOID).forward(input, pass); | the engine's own Activation",
                "io.gradlab.nn.kernel.Kernels.of(input).softmax(input, input.copy()); | the engine's own Kernels.of",
                "getClass().getDeclaredFields(); | reflection",
                "try { Class.forName(\"io.gradlab.course.core.Lab1Core\"); } catch (Exception e) { } | reflection",
                "java.lang.invoke.MethodHandles.lookup(); | method handles",
                "try { new ProcessBuilder(\"true\").start(); } catch (java.io.IOException e) { } | starting processes",
                "Runtime.getRuntime().loadLibrary(\"c\"); | native code",
                "java.util.ServiceLoader.load(Runnable.class); | loading other classes",
                "java.util.function.Supplier<Object> s = io.gradlab.nn.loss.CrossEntropy::new; | the engine's own CrossEntropy"
            })
    void isFoundWithItsFile(String statement, String what) {
        assertThat(withSigmoid(statement).forbidden()).containsOnlyKeys("1.1");
        assertThat(withSigmoid(statement).forbidden().get("1.1"))
                .startsWith("Sigmoid.java uses " + what)
                .contains("write it yourself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Runnable r = () -> System.out.println(\"a lambda\"); r.run();",
                "record Pair(int a, int b) {} String text = \"text \" + new Pair(1, 2).hashCode();",
                "Object o = input; String kind = switch (o) { case Tensor t -> \"tensor\"; default -> getClass().getSimpleName(); };",
                "int sum = java.util.stream.IntStream.range(0, 5).parallel().sum(); Math.fma(1.0, 2.0, 3.0);",
                "Thread thread = new Thread(() -> {}); thread.start();"
            })
    void whatIsTheStudentsOwnWorkIsNot(String statement) {
        CompiledSubmission compiled = withSigmoid(statement);
        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.forbidden()).isEmpty();
    }

    @Test
    void aHelperClassIsTheTasksThatUseIt() {
        Map<String, String> sources = new TreeMap<>(Sources.solved());
        sources.put("Helper.java", """
                package io.gradlab.lab1.student;

                final class Helper {
                    static void help() {
                        new io.gradlab.nn.layer.Flatten();
                    }
                }
                """);
        sources.computeIfPresent(
                "Tanh.java",
                (name, text) ->
                        Sources.edit(text, "float[] x = input.data();", "Helper.help(); float[] x = input.data();"));
        CompiledSubmission compiled = COMPILER.compile(sources);
        assertThat(compiled.forbidden()).containsOnlyKeys("1.2");
        SubmissionChecks checks = new SubmissionChecks(compiled, CompiledSubject.inProcess(compiled), "seed");

        TaskResult result = checks.run(TanhChecks.class);

        assertThat(result.outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(result.points()).isZero();
        assertThat(result.maximum()).isEqualTo(5);
        assertThat(result.message())
                .isEqualTo(
                        "Helper.java uses the engine's own Flatten (line 5), which this task does not allow: write it"
                                + " yourself");
        assertThat(checks.run(SigmoidChecks.class).outcome()).isEqualTo(Outcome.PASS);
    }
}
