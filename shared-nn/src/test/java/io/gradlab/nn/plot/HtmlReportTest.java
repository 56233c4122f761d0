package io.gradlab.nn.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class HtmlReportTest {
    private static final String NASTY = "<script>alert('x')</script> & \"quoted\" ]]> -->";

    @TempDir
    Path directory;

    private final LineChart chart =
            LineChart.of(NASTY, "epoch", "loss").with(NASTY, new double[] {1, 2}, new double[] {2, 1});

    @Test
    void allTextIsEscapedAndComesBackAsItWas() throws Exception {
        SavedPicture saved = chart.save(directory.resolve("loss"));
        Document page = saved(new HtmlReport(NASTY, NASTY)
                .section(NASTY)
                .paragraph(NASTY)
                .table(List.of(NASTY), List.of(List.of(NASTY)))
                .figure(chart, saved, NASTY)
                .preformatted(NASTY)
                .provenance(NASTY));

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        for (String tag : List.of("title", "h1", "h2", "th", "td", "pre")) {
            assertThat(page.getElementsByTagName(tag).item(0).getTextContent())
                    .as(tag)
                    .isEqualTo(NASTY);
        }
        assertThat(image(page).getAttribute("alt")).isEqualTo(chart.altText());
    }

    @Test
    void picturesAreInsideAndNumbersBeside() throws Exception {
        SavedPicture saved = chart.save(directory.resolve("a b/50% #1"));
        Document page = saved(new HtmlReport("t", "l").figure(chart, saved, "c"));

        String source = image(page).getAttribute("src");
        assertThat(source).startsWith("data:image/png;base64,");
        assertThat(Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1)))
                .isEqualTo(Files.readAllBytes(saved.png().orElseThrow()));
        Element link = (Element) page.getElementsByTagName("a").item(0);
        assertThat(link.getAttribute("href")).isEqualTo("a%20b/50%25%20%231.csv");
    }

    @Test
    void wordsStandInForASkippedPicture() throws Exception {
        SavedPicture skipped = new SavedPicture(directory.resolve("loss.csv"), Optional.empty(), Optional.of("why"));
        Document page = saved(new HtmlReport("t", "l").figure(chart, skipped, "c"));

        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(page.getElementsByTagName("figure").item(0).getTextContent()).contains("Line chart:", "ends at 1");
    }

    @Test
    void columnsOfNumbersAreAlignedRight() throws Exception {
        Document page = saved(new HtmlReport("t", "l")
                .table(
                        List.of("name", "accuracy", "seconds", "mixed"),
                        List.of(List.of("relu", "88.3 %", "12.25", "1"), List.of("2", "", "1,204", "none"))));

        List<String> classes = IntStream.range(0, 4)
                .mapToObj(i -> (Element) page.getElementsByTagName("th").item(i))
                .map(cell -> cell.getAttribute("class"))
                .toList();
        assertThat(classes).containsExactly("", "number", "number", "");
    }

    @Test
    void terminalColoursAndControlCharactersVanish() throws Exception {
        Document page = saved(
                new HtmlReport("t", "l").preformatted("\u001B[1;32mPASS\u001B[0m\u0007 \uD800 ok \uD83D\uDE00\n2"));

        assertThat(page.getElementsByTagName("pre").item(0).getTextContent()).isEqualTo("PASS  ok \uD83D\uDE00\n2");
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws Exception {
        saved(new HtmlReport("t", "l").section("s").paragraph("p"));

        String text = Files.readString(directory.resolve("report.html"));
        assertThat(text).startsWith("<!DOCTYPE html>").contains("prefers-color-scheme: dark", "@media print");
        assertThat(text.replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http", "url(", "@import", "<link", "<script", "src=\"/");
    }

    @Test
    void aShortRowIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HtmlReport("t", "l").table(List.of("a", "b"), List.of(List.of("only"))))
                .withMessageContaining("2 columns, but a row is [only]");
    }

    private Document saved(HtmlReport report) throws Exception {
        Path file = directory.resolve("report.html");
        report.save(file);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(file))));
    }

    private static Element image(Document page) {
        return (Element) page.getElementsByTagName("img").item(0);
    }
}
