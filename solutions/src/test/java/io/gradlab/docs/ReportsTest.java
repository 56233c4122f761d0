package io.gradlab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.rubric.Criterion;
import io.gradlab.grader.rubric.Rubric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published reports, done again: each answers all questions of its lab, says how to repeat it, and is small. */
class ReportsTest {
    private static final Path FOLDER = CourseCopy.ORIGINAL.resolve("docs/reports");
    private static final long SMALL = 3_000_000; // bytes, all of them

    @ParameterizedTest
    @CsvSource({"a, lab1", "b, lab2", "c, lab2", "d, lab2", "e, lab2", "f, lab3"})
    void everyQuestionOfTheLabIsAnswered(String report, String lab) throws IOException {
        List<String> questions = Rubric.find(lab).orElseThrow().criteria().stream()
                .filter(criterion -> criterion.id().startsWith("q"))
                .map(Criterion::question)
                .toList();
        String answers = Files.readString(FOLDER.resolve(report).resolve("answers.md"));
        String page = Files.readString(FOLDER.resolve(report).resolve("report.md"));

        List<String> sections = Arrays.stream(answers.split("(?m)^## ")).skip(1).toList();
        assertThat(sections.stream().map(section -> section.lines().findFirst().orElse("")))
                .isEqualTo(questions);
        assertThat(sections).allSatisfy(section -> {
            String answer = section.substring(section.indexOf('\n')).strip();
            assertThat(answer).hasSizeGreaterThan(40);
            assertThat(page).as("made again since the answer was written").contains(answer);
        });
        assertThat(page)
                .contains("## How to make these runs again", "./gradlab train ")
                .doesNotContain("Not answered yet");
    }

    @Test
    void theyAreSmall() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThan(SMALL);
        }
    }
}
