package io.gradlab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Main;
import io.gradlab.grader.rubric.Criterion;
import io.gradlab.grader.rubric.Rubric;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every question of a lab's report has a criterion, and the points are those of the course in the documents. */
class RubricsTest {
    private static List<String> questions(String lab) throws IOException {
        String name = "/META-INF/gradlab/questions/" + lab + ".txt";
        try (InputStream in = Objects.requireNonNull(RubricsTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab1", "lab2", "lab3"})
    void eachQuestionHasACriterionOfItsOwn(String lab) throws IOException {
        Rubric rubric = Rubric.find(lab).orElseThrow();

        assertThat(rubric.criteria().stream()
                        .filter(criterion -> criterion.id().startsWith("q"))
                        .map(Criterion::question))
                .isEqualTo(questions(lab));
        assertThat(rubric.criteria().stream().map(Criterion::id)).doesNotHaveDuplicates();
        assertThat(rubric.criteria()).allSatisfy(criterion -> {
            assertThat(Set.of(criterion.full(), criterion.half(), criterion.none()))
                    .as("%s: three different levels", criterion.id())
                    .hasSize(3)
                    .noneMatch(String::isBlank);
            assertThat(criterion.points()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab1", "lab2", "lab3"})
    void thePointsAreThoseOfTheExampleCourse(String lab) throws IOException {
        String page = Files.readString(CourseCopy.ORIGINAL.resolve("docs/grading/course.md"));
        Matcher item =
                Pattern.compile("item: report1, title: Report, points: (\\d+)").matcher(page);

        assertThat(item.find()).isTrue();
        assertThat(Rubric.find(lab).orElseThrow().total()).isEqualByComparingTo(new BigDecimal(item.group(1)));
    }

    @Test
    void theCommandShowsQuestionsLevelsAndColumns() {
        StringWriter screen = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(screen)).execute("rubric", "lab1"))
                .isZero();
        assertThat(screen.toString())
                .contains("The report on lab1: 20 points", "q6, 3 points", "half: ")
                .contains("student,item,points,q1,q2,q3,q4,q5,q6,form,comment,marker");
        assertThat(Main.commandLine().setOut(new PrintWriter(screen)).execute("rubric", "lab9"))
                .isEqualTo(2);
    }
}
