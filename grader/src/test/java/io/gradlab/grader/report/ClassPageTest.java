package io.gradlab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is recognised on the class page, nor computed from it. */
class ClassPageTest {
    private static final String BATCH = "it looks as if it was not divided by the batch size (20).";
    private static final String SIGN = "it looks as if the sign is wrong (3).";

    @TempDir
    private Path folder;

    private final List<Receipt> receipts = new ArrayList<>();

    private void add(int howMany, double points, String why) {
        for (int i = 0; i < howMany; i++) {
            String name = "student" + receipts.size();
            TaskResult task = new TaskResult(
                    "1.8", "dense layer", points, 10, points == 10 ? Outcome.PASS : Outcome.FAIL, List.of(), why, "");
            receipts.add(new Receipt(name, name, "lab1", "public", "", List.of(task), List.of(), List.of()));
        }
    }

    /** Returns the page's body without its pictures' bytes. */
    private String page() throws IOException {
        ClassPage.write(receipts, folder.resolve("class.html"));
        String page = Files.readString(folder.resolve("class.html"));
        return page.substring(page.indexOf("<body>")).replaceAll("base64,[^\"]*", "");
    }

    private String csv(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void oneOutlierChangesNothingThatIsShown() throws IOException {
        add(29, 10, "");
        add(1, 0, "");
        String low = page();
        String spread = csv("class-points.csv");
        receipts.removeLast();
        add(1, 5, "");
        assertThat(page()).isEqualTo(low).contains("30 submissions; the median is about 100\u00A0%");
        assertThat(csv("class-points.csv")).isEqualTo(spread).contains("0 to 100 %,30\n");
        assertThat(csv("class-tasks.csv")).contains("1.8 dense layer,\n");
    }

    @Test
    void theFewWhoPassAreHiddenLikeTheFewWhoFail() throws IOException {
        add(28, 0, BATCH);
        add(2, 10, "");
        assertThat(page()).contains(">≥5<").doesNotContain("28");
        assertThat(csv("class-tasks.csv")).contains("1.8 dense layer,\n");
    }

    @Test
    void aMisconceptionIsNotCountedWhereFewHaveAnother() throws IOException {
        add(7, 10, "");
        add(8, 0, BATCH);
        add(2, 0, SIGN);
        assertThat(page()).contains(">≥5<").doesNotContain("the sign is wrong", ">8<");
        add(3, 0, SIGN);
        assertThat(page()).contains(">8<", ">5<", "the sign is wrong");
        assertThat(csv("class-tasks.csv")).contains("1.8 dense layer,65\n");
    }

    @Test
    void aSmallClassShowsNotEvenItsAverage() throws IOException {
        add(4, 10, "");
        assertThat(page()).contains("Fewer than five").doesNotContain("100", "img", "student0");
        assertThat(folder.resolve("class-points.csv")).doesNotExist();
    }

    @Test
    void anEmptyClassHasAPageToo() throws IOException {
        assertThat(page()).contains("Fewer than five");
    }
}
