package io.gradlab.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gradlab.grader.report.ClassPage;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.SubmissionPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a real browser no script of a student runs, nothing is fetched, and the console stays empty. */
class PagesInABrowserTest {
    private static final String INJECTION = """
            <script>document.title = 'hit'; console.error('hit'); fetch('http://attacker.invalid/fetched');</script>\
            <img src="http://attacker.invalid/image" onerror="console.error('hit')">\
            <svg onload="console.error('hit')"></svg><style>@import "http://attacker.invalid/style";</style>\
            " onmouseover="x" ' autofocus onfocus='console.error(1)' <a href="javascript:alert(1)">x</a> </pre></title>""";

    @TempDir
    private static Path folder;

    private static Optional<Browser> found = Optional.empty();

    @BeforeAll
    static void find() throws IOException {
        found = Browser.open(folder.resolve("profile"));
    }

    @AfterAll
    static void close() throws IOException {
        if (found.isPresent()) {
            found.get().close();
        }
    }

    private static Browser browser() {
        assumeTrue(found.isPresent(), "no browser is on the PATH: install chromium");
        return found.get();
    }

    @Test
    void theBrowserWouldNoticeAnInjection() throws IOException, InterruptedException {
        Path page = folder.resolve("control.html");
        Files.writeString(page, "<!DOCTYPE html><title>page</title><p>" + INJECTION);
        Browser.Visit visit = browser().visit(page);
        assertThat(visit.document()).contains("<title>hit</title>");
        assertThat(visit.console()).anyMatch(line -> line.contains("hit"));
        assertThat(String.join("\n", visit.requests())).contains("attacker.invalid/fetched", "attacker.invalid/image");
    }

    @Test
    void aStudentsPageIsQuiet() throws IOException, InterruptedException {
        Path page = folder.resolve("report.html");
        SubmissionPage.write(Receipts.of(INJECTION, INJECTION + Receipts.NASTY), page);
        assertQuiet(browser().visit(page), "lab1: 5.25 of 50 points");
    }

    @Test
    void theClassPageIsQuiet() throws IOException, InterruptedException {
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            receipts.add(Receipts.of(i + INJECTION, INJECTION));
        }
        Path page = folder.resolve("class.html");
        ClassPage.write(receipts, page);
        assertThat(page).content().contains("&lt;script&gt;"); // in the misconceptions
        assertQuiet(browser().visit(page), "Class report");
    }

    private static void assertQuiet(Browser.Visit visit, String title) {
        assertThat(visit.document())
                .contains("<title>" + title + "</title>")
                .doesNotContain("<script", "<svg", "<a href=\"javascript");
        assertThat(visit.console()).isEmpty();
        assertThat(visit.requests()).isEmpty();
    }
}
