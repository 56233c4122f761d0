package io.gradlab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gradlab.grader.cli.GradeCommand;
import io.gradlab.grader.compile.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;
import picocli.CommandLine;

/** What the grader writes keeps to the schemas that it publishes, whatever a student wrote; a slip would be seen. */
class SchemaTest {
    private static final String HOSTILE = """
            String nasty = "=HYPERLINK(1) ]]> </script> <b> \\0 \\u001B[31m " + (char) 0xD800 + (char) 0xFFFE + "\\n\\t";
            System.out.println(nasty);
            if (true) throw new IllegalStateException(nasty);
            """;

    @TempDir
    private static Path disk;

    /** The written files' texts by file name and by what is in them. */
    private static final Map<String, Map<String, String>> WRITTEN = new LinkedHashMap<>();

    @BeforeAll
    static void write() throws IOException {
        gradeForReal();
        Receipt receipt = HostileReceipts.of("=every <outcome>", HostileReceipts.NASTY);
        keep("result.json", "every outcome", asOnDisk(ReceiptJson.write(receipt)));
        keep("gradescope.json", "every outcome", asOnDisk(Gradescope.write(receipt)));
        keep("junit.xml", "every outcome", asOnDisk(JUnitXml.write(receipt)));
        keep("autolab.txt", "every outcome", asOnDisk(Autolab.line(receipt)));
        keep("result.json", "published", ReceiptJson.withSecret(ReceiptJson.write(receipt), "x".repeat(16)));
    }

    /** Grades a submission that passes, fails, crashes, is forbidden, not compiled and not begun. */
    private static void gradeForReal() throws IOException {
        Map<String, String> sources = new TreeMap<>(Sources.skeleton());
        Map<String, String> solved = Sources.solved();
        sources.put("Softmax.java", solved.get("Softmax.java"));
        sources.put("Dense.java", "class {");
        sources.put("Sigmoid.java", attacked(solved.get("Sigmoid.java"), HOSTILE));
        sources.put(
                "Tanh.java",
                solved.get("Tanh.java")
                        .replace("float[] x = input.data();", "System.exit(0); float[] x = input.data();"));
        Path folder = Files.createDirectories(disk.resolve("in/=x()&/io/gradlab/lab1/student"));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(folder.resolve(source.getKey()), source.getValue());
        }
        int code = new CommandLine(new GradeCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .execute(
                        disk.resolve("in/=x()&").toString(),
                        "--lab=lab1",
                        "--skip-training",
                        "--format=html,gradescope,junit,autolab,github",
                        "--out=" + disk.resolve("out"));
        assertThat(code).isZero();
        for (String file : List.of("result.json", "gradescope.json", "junit.xml", "autolab.txt")) {
            keep(file, "a real run", Files.readString(disk.resolve("out/=x()&").resolve(file)));
        }
    }

    private static String attacked(String text, String statement) {
        return Sources.edit(
                text, "output = Tensor.zeros(input.shape());", statement + " output = Tensor.zeros(input.shape());");
    }

    /** Returns a text as it comes back from a file: half characters have become question marks. */
    private static String asOnDisk(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void keep(String file, String what, String text) {
        WRITTEN.computeIfAbsent(file, _ -> new LinkedHashMap<>()).put(what, text);
    }

    private static InputStream schema(String name) {
        InputStream stream = ReceiptJson.class.getResourceAsStream("/META-INF/gradlab/schema/" + name);
        assertThat(stream).as(name).isNotNull();
        return stream;
    }

    private static List<Error> json(String schema, String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(schema), InputFormat.JSON)
                .validate(text, InputFormat.JSON);
    }

    private static String xml(String text) {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(schema("junit.xsd")))
                    .newValidator()
                    .validate(new StreamSource(new StringReader(text)));
            return "";
        } catch (SAXException invalid) {
            return String.valueOf(invalid.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theRealRunHasManyOutcomes() {
        assertThat(WRITTEN.get("result.json").get("a real run"))
                .contains("\"PASS\"", "\"FAIL\"", "\"CRASHED\"", "\"DID NOT COMPILE\"", "\"NOT STARTED\"")
                .contains("\\u0000", "\\u001B[31m");
    }

    @Test
    void everythingThatIsWrittenIsValid() {
        WRITTEN.get("result.json")
                .forEach((what, text) ->
                        assertThat(json("result.schema.json", text)).as(what).isEmpty());
        WRITTEN.get("gradescope.json")
                .forEach((what, text) -> assertThat(json("gradescope.schema.json", text))
                        .as(what)
                        .isEmpty());
        WRITTEN.get("autolab.txt")
                .forEach((what, text) ->
                        assertThat(json("autolab.schema.json", text)).as(what).isEmpty());
        WRITTEN.get("junit.xml")
                .forEach((what, text) -> assertThat(xml(text)).as(what).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "\"outcome\" : \"PASS\" ~ \"outcome\" : \"PASSED\"",
                "\"points\" : 5, ~ \"points\" : -5,",
                "\"points\" : 5, ~ \"points\" : \"5\",",
                "\"points\" : 0.25, ~ \"points\" : 0.255,",
                "\"lab\" : \"lab1\" ~ \"lab\" : \"../lab1\"",
                "\"id\" : \"1.1\" ~ \"id\" : \"1\"",
                "\"student\" : ~ \"Student\" :",
                "\"secret\" : ~ \"more\" :",
                "\"seed\" : \"sha256:0 ~ \"seed\" : \"0",
                "\"fingerprint\" : \"1 ~ \"fingerprint\" : \"",
                "\"outcome\" : \"CRASHED\" ~ \"outcome\" : \"PASS\"",
            })
    void aBrokenResultIsRefused(String part, String by) {
        String broken = Sources.edit(WRITTEN.get("result.json").get("every outcome"), part, by);
        assertThat(json("result.schema.json", broken)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "\"status\" : \"passed\" ~ \"status\" : \"PASS\"",
                "\"score\" : 0.25 ~ \"score\" : \"0.25\"",
                "\"visibility\" : \"visible\" ~ \"visibility\" : \"public\"",
                "\"output_format\" : \"text\" ~ \"output_format\" : \"plain\"",
                "\"number\" : \"1.1\" ~ \"number\" : 1.1",
                "it looks ~ it \\u0000 looks",
                "\"tests\" : ~ \"test\" :"
            })
    void aBrokenGradescopeResultIsRefused(String part, String by) {
        String broken = Sources.edit(WRITTEN.get("gradescope.json").get("every outcome"), part, by);
        assertThat(json("gradescope.schema.json", broken)).isNotEmpty();
    }

    @Test
    void aBrokenAutolabLineIsRefused() {
        assertThat(json("autolab.schema.json", "{\"scores\": {}}")).isNotEmpty();
        assertThat(json("autolab.schema.json", "{\"scores\": {\"task1: MLP\": 1}}"))
                .isNotEmpty();
        assertThat(json("autolab.schema.json", "{\"scores\": {\"task1_1\": \"1\"}}"))
                .isNotEmpty();
        assertThat(json("autolab.schema.json", "{\"score\": {\"task1_1\": 1}}")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<failure message= ~ <failed message=",
                "type=\"FAIL\" ~ kind=\"FAIL\"",
                "time=\"0\" ~ time=\"0,5\"",
                "tests=\"20\" ~ tests=\"many\"",
                "task FAIL gradient ~ task FAIL values",
                "classname=\"gradlab.lab1.task1_1\" ~ class=\"x\"",
                "</testsuite> ~ <system-out/></testsuite>"
            })
    void aBrokenJUnitReportIsRefused(String part, String by) {
        String broken = Sources.edit(WRITTEN.get("junit.xml").get("every outcome"), part, by);
        assertThat(xml(broken)).isNotEmpty();
    }
}
