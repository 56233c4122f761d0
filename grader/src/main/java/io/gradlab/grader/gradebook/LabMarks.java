package io.gradlab.grader.gradebook;

import io.gradlab.grader.report.CourseTable;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.Standing;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A lab's marks.
 *
 * @param students of the roster, in its order
 * @param receipts all of them, with the course's section where they are somebody's
 * @param standings one for each student
 */
public record LabMarks(String lab, List<Student> students, List<Receipt> receipts, List<Standing> standings) {

    /** Keeps copies. */
    public LabMarks {
        students = List.copyOf(students);
        receipts = List.copyOf(receipts);
        standings = List.copyOf(standings);
    }

    /** Returns the receipts that count for somebody. */
    public List<Receipt> counting() {
        Set<String> attempts = standings.stream().map(Standing::attempt).collect(Collectors.toSet());
        return receipts.stream()
                .filter(receipt -> attempts.contains(receipt.submission()))
                .toList();
    }

    /** Returns each student's mark, for a learning platform. */
    public List<Mark> marks() {
        return IntStream.range(0, students.size())
                .mapToObj(i -> new Mark(
                        students.get(i),
                        lab,
                        standings.get(i).points(),
                        standings.get(i).maximum(),
                        CourseTable.comment(standings.get(i))))
                .toList();
    }

    /** Returns how many students there are, and how many of them have no final points. */
    public String summary() {
        long absent =
                standings.stream().filter(standing -> !standing.isHandedIn()).count();
        long open = standings.stream()
                .filter(standing -> standing.isHandedIn() && standing.points().isEmpty())
                .count();
        return standings.size() + " students, " + absent + " handed in nothing, " + open + " pending";
    }
}
