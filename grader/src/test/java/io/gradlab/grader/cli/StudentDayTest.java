package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.submission.Submission;
import io.gradlab.grader.submission.SubmissionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a student does around the checks, in a repository of his own. */
class StudentDayTest {
    private static final String HOME = "gradlab.home";
    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    @TempDir
    private Path home;

    private Path student;

    @BeforeEach
    void makeRepository() throws IOException {
        student = home.resolve("lab1-mlp/src/main/java/io/gradlab/lab1/student");
        Files.createDirectories(student);
        for (Map.Entry<String, String> file : StudentCompiler.skeleton("lab1").entrySet()) {
            Files.writeString(student.resolve(file.getKey()), file.getValue());
        }
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(HOME);
    }

    @Test
    void withoutACommandItGreetsAndSaysWhatComesNext() throws IOException {
        assertThat(Launched.run().out()).contains("lab1   not checked yet").contains("./gradlab check lab1");

        solve("Sigmoid.java");
        assertThat(Launched.run("check", "1.1").code()).isZero();

        assertThat(Launched.run().out())
                .contains("lab1   #-------------------   5/100   next: 1.2 tanh, ./gradlab hint 1.2");
    }

    @Test
    void submitPacksWhatWasCheckedAndSaysWhatIsNotStarted() throws IOException {
        solve("Sigmoid.java");

        Launched launched = Launched.run("submit", "lab1");

        assertThat(launched.code()).isZero();
        assertThat(launched.out())
                .contains("NOT STARTED: 1.2 to 1.14" + " (13 of 14 tasks)")
                .contains("Since the last change not all tasks were checked: ./gradlab check lab1");
        assertThat(packed().hash())
                .isEqualTo(SubmissionReader.readPackage(student, "lab1").hash());
    }

    @Test
    void submitTakesWhatDoesNotCompileAndOtherEncodings() throws IOException {
        Files.writeString(student.resolve("Relu.java"), "package io.gradlab.lab1.student;\r\nclass Relu { int");
        Files.write(student.resolve("Mine.java"), new byte[] {'/', '/', (byte) 0xE4, '\r', '\n'});

        Launched launched = Launched.run("submit", "lab1");

        assertThat(launched.code()).isZero();
        assertThat(launched.out()).contains("Relu.java");
        assertThat(packed().sources()).containsEntry("Mine.java", "//ä\n").containsKey("Relu.java");
    }

    @Test
    void resetGivesTheSkeletonBackAndKeepsTheFile() throws IOException {
        solve("Sigmoid.java");
        String mine = Files.readString(student.resolve("Sigmoid.java")).replace("\n", "\r\n");
        Files.writeString(student.resolve("Sigmoid.java"), mine);

        assertThat(Launched.run("reset", "1.1").out())
                .startsWith("Sigmoid.java is the skeleton again; yours is kept in ");

        assertThat(Files.readString(student.resolve("Sigmoid.java")))
                .isEqualTo(StudentCompiler.skeleton("lab1").get("Sigmoid.java").replace("\n", "\r\n"));
        assertThat(Files.readString(home.resolve(".gradlab/reset/1/lab1/Sigmoid.java")))
                .isEqualTo(mine);
    }

    @Test
    void wrongNamesAreOneLine() {
        Launched.refuses("There is nothing to write in task 1.0; what can be reset is 1.1 to 1.14", "reset", "1.0");
        Launched.refuses("There is no task x; name one like 1.8", "reset", "x");
        Launched.refuses("There is no lab lab9; there are: lab1, lab2, lab3", "submit", "lab9");
        Launched.refuses("There are no answers in this copy of GradLab", "answers", "1.8");
        Launched.refuses("--debug looks at your own code", "check", "1.8", "--debug", "--with", "core");
        Launched.refuses("is the full repository", "update", "--from", "nowhere");
        Launched.refuses("release from the full repository", "release", "--to", "nowhere");
    }

    @Test
    void answersShowTheMarkedRegionAndNothingElse() {
        System.setProperty(HOME, REPOSITORY.toString());

        String answer = Launched.run("answers", "1.1").out();

        assertThat(answer).contains("Sigmoid.java:").contains("Math.exp(").doesNotContain("SOLUTION");
        assertThat(answer).doesNotContain("import ");
    }

    @Test
    void whatIsPrintedIsShownPerTaskInDebuggingAsWell() throws IOException {
        solve("Sigmoid.java");
        Path sigmoid = student.resolve("Sigmoid.java");
        Files.writeString(
                sigmoid,
                Files.readString(sigmoid)
                        .replaceFirst("(Tensor forward\\(.*\\{\n)", "$1        System.out.println(\"here I am\");\n"));

        for (String[] arguments : new String[][] {{"check", "1.1"}, {"check", "1.1", "--debug"}}) {
            Launched launched = Launched.run(arguments);

            assertThat(launched.out().lines().limit(3).toList())
                    .containsExactly(
                            "1.1   sigmoid         PASS                 5/5",
                            "      Your code printed:",
                            "      | here I am");
        }
    }

    private void solve(String file) throws IOException {
        String answer = Files.readString(REPOSITORY
                .resolve("solutions/src/main/java/io/gradlab/solutions/lab1")
                .resolve(file));
        Files.writeString(
                student.resolve(file), answer.replace("io.gradlab.solutions.lab1", "io.gradlab.lab1.student"));
    }

    private Submission packed() throws IOException {
        return SubmissionReader.read(
                SubmissionReader.find(home.resolve("lab1.zip"), "lab1").getFirst(), "lab1");
    }
}
