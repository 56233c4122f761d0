package io.gradlab.grader.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gradescope's script with a `java` that plays the grader; grader/scripts/gradescope-test runs the real one. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Gradescope's containers are Linux")
class RunAutograderTest {
    @TempDir
    private Path disk;

    private Path script = Path.of("");

    @BeforeEach
    void lay() throws IOException {
        Files.createDirectories(disk.resolve("autograder/source"));
        Files.writeString(disk.resolve("autograder/source/lab.txt"), "lab1\n");
        script = Files.writeString(disk.resolve("run_autograder"), Template.of("gradescope/run_autograder", "lab1"));
        Path jdk = Files.createDirectories(disk.resolve("jdk/bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        program("javac", "exit 1");
    }

    private void program(String name, String body) throws IOException {
        Path file = Files.writeString(disk.resolve("jdk/bin").resolve(name), "#!/bin/bash\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Writes a grader that finds the folder of results among its arguments as {@code $out}. */
    private void grader(String body) throws IOException {
        program("java", "while [ \"$1\" != --out ]; do shift; done; out=$2; " + body);
    }

    private JsonNode run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
        builder.environment()
                .put("GRADLAB_AUTOGRADER", disk.resolve("autograder").toString());
        builder.environment().put("JAVA_HOME", disk.resolve("jdk").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return results();
    }

    private JsonNode results() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(disk.resolve("autograder/results/results.json")));
    }

    private static String result(String name) {
        return "mkdir -p \"$out/" + name + "\"; printf '{\\n  \"score\" : 7.5\\n}\\n' >\"$out/" + name
                + "/gradescope.json\"; ";
    }

    @Test
    void addsTheSecondsToTheResult() throws IOException, InterruptedException {
        grader("sleep 1; " + result("submission"));

        JsonNode results = run();
        assertThat(results.get("score").asDouble()).isEqualTo(7.5);
        assertThat(results.get("execution_time").asInt()).isBetween(1, 30);
    }

    @Test
    void hasAResultWhileTheGraderRuns() throws IOException, InterruptedException {
        grader("cp " + disk.resolve("autograder/results/results.json") + " " + disk.resolve("early.json")
                + "; kill -9 $$");

        assertThat(run().get("output").asString()).startsWith("The autograder had trouble of its own");
        JsonNode early = JsonMapper.shared().readTree(Files.readString(disk.resolve("early.json")));
        assertThat(early.get("score").asInt()).isZero();
        assertThat(early.get("output").asString()).startsWith("The autograder was stopped before it was done");
    }

    @Test
    void repeatsTheGradersError() throws IOException, InterruptedException {
        grader("echo 'WARNING: incubator' >&2; echo \"gradlab: " + disk.resolve("autograder/submission")
                + " holds \\\"no\\\" back\\\\slash\" >&2; exit 2");

        assertThat(run().get("output").asString())
                .isEqualTo("The submission cannot be graded: submission holds \"no\" back\\slash");
    }

    @Test
    void refusesTwoSubmissionsInOne() throws IOException, InterruptedException {
        grader(result("one") + result("two"));

        assertThat(run().get("output").asString()).startsWith("There are 2 submissions in this one.");
    }

    @Test
    void triesAgainAfterTroubleOfTheGradersOwn() throws IOException, InterruptedException {
        grader("case \"$*\" in *--resume*) " + result("submission") + "exit 0;; esac; exit 3");

        assertThat(run().get("score").asDouble()).isEqualTo(7.5);
    }

    @Test
    void saysThatThereIsNoJdk() throws IOException, InterruptedException {
        Files.writeString(disk.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
        String hidden = Files.readString(script).replace("/usr/lib/jvm/* /opt/jdk-25", "");
        Files.writeString(script, hidden);

        assertThat(run().get("output").asString()).contains("no JDK 25");
    }
}
