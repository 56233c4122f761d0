package io.gradlab.grader.gradebook;

import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small course on a disk: three students, two labs. */
record CourseFolder(Path folder) {
    static final Map<String, BigDecimal> TASKS = Map.of("1.1", new BigDecimal(40), "1.2", new BigDecimal(40));

    static CourseFolder in(Path folder) throws IOException {
        return new CourseFolder(folder).write("course.yaml", """
                name: Nets
                zone: Europe/Berlin
                attempts: last
                late: {grace: 30, percent: 10, days: 3}
                labs:
                  lab1:
                    weight: 30
                    deadline: 2026-11-02 23:59
                    manual:
                      - {item: report, title: Report, points: 20}
                  lab2:
                    weight: 10
                    deadline: 2026-12-07 23:59
                """).write("roster.csv", """
                id,name,email,canvas,moodle
                s1,Anna Ash,anna@example.org,9001,Participant 501
                s2,Ben Berg,,9002,502
                s3,Cleo Clark,,,
                """);
    }

    CourseFolder write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        return this;
    }

    /** Replaces a text in a file, which must be there. */
    CourseFolder edit(String name, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(name));
        if (!text.contains(from)) {
            throw new IllegalArgumentException(name + " has no " + from);
        }
        return write(name, text.replace(from, to));
    }

    Gradebook book() {
        return book(Lms.NONE);
    }

    Gradebook book(Lms lms) {
        return Gradebook.open(folder.resolve("course.yaml"), lms);
    }

    /** Checks and marks lab 1. */
    LabMarks mark(Receipt... receipts) {
        return mark(Lms.NONE, receipts);
    }

    LabMarks mark(Lms lms, Receipt... receipts) {
        Gradebook book = book(lms);
        List<String> names = List.of(receipts).stream().map(Receipt::submission).toList();
        book.check("lab1", names, TASKS);
        return book.mark("lab1", List.of(receipts));
    }

    /** Returns a result of two tasks of 40 points each. */
    static Receipt receipt(String name, double first, double second) {
        return receipt(name, task("1.1", first), task("1.2", second));
    }

    static Receipt receipt(String name, TaskResult... tasks) {
        return new Receipt(name, name, "lab1", "public", "print", List.of(tasks), List.of(), List.of());
    }

    static TaskResult task(String id, double points) {
        return task(id, points, points == 40 ? Outcome.PASS : Outcome.FAIL);
    }

    static TaskResult task(String id, double points, Outcome outcome) {
        return new TaskResult(id, "title", points, 40, outcome, List.of(), "", "");
    }
}
