package io.gradlab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.grader.compile.Problem;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.RungResult;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each format says the same marks, and takes whatever a student may have written. */
class FormatsTest {
    private static final String NASTY = "<script>alert(1)</script> | ]]> \u0000 \u001B[31m \uD800 =HYPERLINK(\"x\")";

    private static Receipt receipt(String name) {
        RungResult right = new RungResult("forward", 3.5, 3.5, Outcome.PASS, "");
        RungResult wrong = new RungResult(
                "gradient",
                0.25,
                1.5,
                Outcome.FAIL,
                "it looks as if it was not divided by the batch size (20).\n" + NASTY);
        RungResult crashed = new RungResult("other", 0, 2, Outcome.CRASHED, NASTY);
        RungResult stub = new RungResult("values", 0, 4, Outcome.NOT_STARTED, "");
        return new Receipt(
                name,
                name,
                "lab1",
                "public",
                "abc",
                List.of(
                        new TaskResult("1.1", "sigmoid", 3.5, 3.5, Outcome.PASS, List.of(right), "", ""),
                        new TaskResult(
                                "1.8",
                                "dense layer",
                                0.25,
                                3.5,
                                Outcome.FAIL,
                                List.of(wrong, crashed),
                                wrong.message(),
                                NASTY),
                        new TaskResult("1.9", "SGD", 0, 4, Outcome.NOT_STARTED, List.of(stub), "", "")),
                List.of("a note " + NASTY),
                List.of(new Problem("Dense.java", "does not compile")));
    }

    @Test
    void aReceiptComesBackFromItsJson() {
        Receipt receipt = receipt("=anna");
        assertThat(ReceiptJson.read(ReceiptJson.write(receipt)))
                .usingRecursiveComparison()
                .isEqualTo(receipt);
        assertThatThrownBy(() -> ReceiptJson.read("{}")).hasMessageContaining("it has no \"submission\"");
        assertThatThrownBy(() -> ReceiptJson.read("{ cut")).hasMessageContaining("no result.json");
    }

    @Test
    void gradescopeGetsATestForEachTask() {
        JsonNode root = JsonMapper.shared().readTree(Gradescope.write(receipt("anna")));
        assertThat(root.get("score").decimalValue()).isEqualByComparingTo("3.75");
        assertThat(root.get("tests").size()).isEqualTo(3);
        JsonNode dense = root.get("tests").get(1);
        assertThat(dense.get("score").asDouble()).isEqualTo(0.25);
        assertThat(dense.get("max_score").asDouble()).isEqualTo(3.5);
        assertThat(dense.get("status").asString()).isEqualTo("failed");
        assertThat(dense.get("number").asString()).isEqualTo("1.8");
        assertThat(dense.get("output").asString()).contains("not divided by the batch size", "Your code printed:");
    }

    @Test
    void junitHasACaseForEachRungWithAUniqueName() throws Exception {
        Element suite = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.write(receipt("anna")))))
                .getDocumentElement();
        assertThat(List.of("tests", "failures", "errors", "skipped").stream().map(suite::getAttribute))
                .containsExactly("4", "1", "1", "1");
        NodeList cases = suite.getElementsByTagName("testcase");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element one = (Element) cases.item(i);
            names.add(one.getAttribute("classname") + "." + one.getAttribute("name"));
        }
        assertThat(names).doesNotHaveDuplicates().contains("gradlab.lab1.task1_8.dense layer gradient");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains("<script>");
    }

    @Test
    void autolabsLineHasNoWordBeforeAColonInsideItsNames() {
        String line = Autolab.line(receipt("anna"));
        assertThat(line).isEqualTo("{\"scores\":{\"task1_1\":3.5,\"task1_8\":0.25,\"task1_9\":0}}");
    }

    @Test
    void theStepSummaryHasNoMarkupOfTheStudents() {
        String summary = StepSummary.write(receipt("anna"));
        assertThat(summary).startsWith("### lab1: 3.75 of 11 points").doesNotContain("<script>");
        assertThat(summary.lines()
                        .filter(line -> line.startsWith("| 1.8"))
                        .findFirst()
                        .orElseThrow())
                .contains("0.25/3.5")
                .matches("(\\| ([^|\\\\]|\\\\.)*){5}\\|");
    }

    @Test
    void thePagesAreWellFormedAndEscaped(@TempDir Path folder) throws Exception {
        SubmissionPage.write(receipt("anna"), folder.resolve("report.html"));
        List<Receipt> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(receipt("student" + i));
        }
        ClassPage.write(all, folder.resolve("class.html"));
        for (String page : List.of("report.html", "class.html")) {
            String text = Files.readString(folder.resolve(page));
            assertThat(text).doesNotContain("<script", "\u0000", "\u001B");
            DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
        }
        assertThat(folder.resolve("class.html"))
                .content()
                .contains("6 submissions; the median is about 30\u00A0% of the points.")
                .contains("it was not divided by the batch size</td>");
    }

    @Test
    void aSmallClassIsNotShown(@TempDir Path folder) throws IOException {
        ClassPage.write(List.of(receipt("anna")), folder.resolve("class.html"));
        assertThat(folder.resolve("class.html"))
                .content()
                .contains("Fewer than five")
                .doesNotContain("batch size");
    }

    @Test
    void theTableHoldsNoFormula() {
        assertThat(GradesCsv.of(List.of(receipt("=anna")))).contains("\n'=anna,'=anna,lab1,3.75,11,0,3.5,0.25,0\n");
    }
}
