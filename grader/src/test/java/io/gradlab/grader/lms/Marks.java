package io.gradlab.grader.lms;

import io.gradlab.grader.gradebook.Mark;
import io.gradlab.grader.gradebook.Student;
import java.math.BigDecimal;
import java.util.Optional;

/** Marks for tests. */
final class Marks {
    static final Student ANNA = new Student("a1", "Anna Müller", "anna@uni.example", "101", "9001");
    static final Student BEN = new Student("b2", "Ben O'Brien", "ben@uni.example", "", "");
    static final Student CLEO = new Student("c3", "Cleo Winter", "", "", "");

    private Marks() {}

    static Mark of(Student student, String points, String comment) {
        return new Mark(student, "lab1", Optional.of(new BigDecimal(points)), new BigDecimal(100), comment);
    }

    static Mark pending(Student student) {
        return new Mark(student, "lab1", Optional.empty(), new BigDecimal(100), "a person still reads the report");
    }
}
