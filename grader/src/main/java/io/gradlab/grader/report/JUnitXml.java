package io.gradlab.grader.report;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.RungResult;
import io.gradlab.grader.run.TaskResult;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML as Surefire writes it (surefire-test-report 3.0): a test case for each rung of each task, with unique names
 * that are always the same.
 */
public final class JUnitXml {
    private JUnitXml() {}

    /** Returns the text. */
    public static String write(Receipt receipt) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, receipt);
            xml.writeEndDocument();
        } catch (XMLStreamException problem) {
            throw new IllegalStateException("A string writer takes everything", problem);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, Receipt receipt) throws XMLStreamException {
        List<RungResult> rungs =
                receipt.tasks().stream().flatMap(task -> task.rungs().stream()).toList();
        xml.writeStartElement("testsuite");
        attribute(xml, "version", "3.0.2");
        attribute(xml, "name", "gradlab." + receipt.lab());
        attribute(xml, "time", "0");
        attribute(xml, "tests", count(rungs, true, Outcome.values()));
        attribute(xml, "errors", count(rungs, false, Outcome.PASS, Outcome.FAIL, Outcome.NOT_STARTED));
        attribute(xml, "skipped", count(rungs, true, Outcome.NOT_STARTED));
        attribute(xml, "failures", count(rungs, true, Outcome.FAIL));
        for (TaskResult task : receipt.tasks()) {
            for (RungResult rung : task.rungs()) {
                testCase(xml, receipt, task, rung);
            }
        }
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, Receipt receipt, TaskResult task, RungResult rung)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        attribute(xml, "name", task.title() + " " + rung.title());
        attribute(
                xml,
                "classname",
                "gradlab." + receipt.lab() + ".task" + task.id().replace('.', '_'));
        attribute(xml, "time", "0");
        String element = switch (rung.outcome()) {
            case PASS -> "";
            case NOT_STARTED -> "skipped";
            case FAIL -> "failure";
            default -> "error";
        };
        if (!element.isEmpty()) {
            xml.writeStartElement(element);
            attribute(xml, "message", rung.message().lines().findFirst().orElse(""));
            if (!element.equals("skipped")) {
                attribute(xml, "type", rung.outcome().label());
            }
            xml.writeCharacters(Words.xml(rung.message()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String count(List<RungResult> rungs, boolean these, Outcome... outcomes) {
        return Long.toString(rungs.stream()
                .filter(rung -> List.of(outcomes).contains(rung.outcome()) == these)
                .count());
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Words.xml(value));
    }
}
