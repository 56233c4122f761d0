package io.gradlab.grader.report;

import io.gradlab.nn.plot.HtmlReport;
import java.util.List;
import java.util.Optional;

/** What a student's page says of the course: how the final points came about. */
final class CoursePart {
    private CoursePart() {}

    /** Returns the points for the page's title: the final ones if the page is one student's and they are known. */
    static String title(Receipt receipt) {
        List<Standing> counted = receipt.course().stream()
                .flatMap(course -> course.standings().stream())
                .filter(standing -> standing.attempt().equals(receipt.submission()))
                .toList();
        Optional<Standing> only = counted.size() == 1 ? Optional.of(counted.getFirst()) : Optional.empty();
        return only.filter(standing -> standing.points().isPresent())
                .map(standing -> CourseTable.text(standing.points().orElseThrow()) + " of "
                        + CourseTable.text(standing.maximum()) + " points")
                .orElseGet(() -> receipt.points() + " of " + receipt.maximum() + " points"
                        + only.filter(standing -> standing.pending().signum() > 0)
                                .map(standing -> ", manual: " + CourseTable.text(standing.pending()) + " pending")
                                .orElse(""));
    }

    static void add(Receipt receipt, HtmlReport page) {
        receipt.course().ifPresent(course -> {
            for (Standing standing : course.standings()) {
                page.section(course.course() + ": " + standing.name() + " (" + standing.id() + ")");
                if (standing.attempt().equals(receipt.submission())) {
                    page.paragraph(CourseTable.times(standing.timing()));
                    page.table(CourseTable.header(), CourseTable.rows(standing));
                } else {
                    page.paragraph("Another hand-in counts: " + standing.attempt() + ".");
                }
            }
        });
    }
}
