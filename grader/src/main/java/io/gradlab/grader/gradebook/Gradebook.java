package io.gradlab.grader.gradebook;

import io.gradlab.cli.UserError;
import io.gradlab.grader.report.CourseSection;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.Standing;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes marks from automatic results and a course's files. The files are all that people's work lies in, and the automatic
 * results are only read; so marks can be made again at any time.
 */
public final class Gradebook {
    private final CourseFiles files;

    private Gradebook(CourseFiles files) {
        this.files = files;
    }

    /**
     * Reads {@code course.yaml} and the tables beside it.
     *
     * @throws UserError if something is wrong with one of them; the message names the line
     */
    public static Gradebook open(Path course, Lms lms) {
        return new Gradebook(CourseFiles.read(course, lms));
    }

    /** Returns the labs' weights, in the course's order. */
    public Map<String, BigDecimal> weights() {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        files.course().labs().forEach((lab, assignment) -> weights.put(lab, assignment.weight()));
        return weights;
    }

    /**
     * Returns whether marks can be made of submissions with these names: what one wants to know before grading them for an
     * hour. The answer is a sentence for each line of {@code handins.csv} that fits none.
     *
     * @param tasks the most points of each of the lab's tasks
     * @throws UserError if the course has no such lab, a submission is nobody's, which is the last is unknown, or an
     *     override does not fit the tasks
     */
    public List<String> check(String lab, List<String> submissions, Map<String, BigDecimal> tasks) {
        BigDecimal automatic = tasks.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        files.overrides()
                .check(lab, tasks, automatic.add(files.course().lab(lab).manualMaximum()));
        List<HandIn> handIns = files.handIns().of(lab, submissions);
        if (files.course().attempts() == Attempts.LAST) {
            byStudent(handIns, HandIn::students).values().forEach(LastHandIn::of);
        }
        return files.handIns().missing(lab, submissions).stream()
                .map(name -> "handins.csv: no submission to " + lab + " is named " + name + ".")
                .toList();
    }

    /**
     * Returns the marks of a lab whose submissions are {@link #check}ed.
     *
     * @throws UserError if a submission is nobody's, or which is the last is unknown
     */
    public LabMarks mark(String lab, List<Receipt> receipts) {
        BigDecimal automatic = receipts.stream()
                .map(Receipt::maximum)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        Marking marking = new Marking(files, files.course().lab(lab), automatic);
        Map<String, Receipt> bySubmission = new LinkedHashMap<>();
        receipts.forEach(receipt -> bySubmission.put(receipt.submission(), receipt));
        List<Attempt> attempts = files.handIns().of(lab, List.copyOf(bySubmission.keySet())).stream()
                .map(handIn -> new Attempt(handIn, bySubmission.get(handIn.submission())))
                .toList();
        Map<Student, List<Attempt>> byStudent =
                byStudent(attempts, attempt -> attempt.handIn().students());

        Map<Student, Standing> standings = new LinkedHashMap<>();
        for (Student student : files.people().roster().students()) {
            List<Attempt> own = byStudent.getOrDefault(student, List.of());
            standings.put(student, own.isEmpty() ? marking.of(student) : counting(student, own, marking));
        }
        return new LabMarks(
                lab,
                List.copyOf(standings.keySet()),
                receipts.stream()
                        .map(receipt -> receipt.with(section(receipt, attempts, standings)))
                        .toList(),
                List.copyOf(standings.values()));
    }

    /** Returns the standing by the attempt that counts; best is what might yet be best, if that is not known. */
    private Standing counting(Student student, List<Attempt> attempts, Marking marking) {
        if (files.course().attempts() == Attempts.LAST) {
            HandIn last = LastHandIn.of(attempts.stream().map(Attempt::handIn).toList());
            return marking.of(
                    student,
                    attempts.stream()
                            .filter(attempt -> attempt.handIn().equals(last))
                            .findFirst()
                            .orElseThrow());
        }
        return attempts.stream()
                .sorted(Comparator.comparing((Attempt attempt) ->
                                marking.open(student, attempt).isEmpty())
                        .thenComparing(attempt -> marking.of(student, attempt).net(), Comparator.reverseOrder())
                        .thenComparing(attempt -> attempt.handIn().submitted().orElse(Instant.MAX))
                        .thenComparing(attempt -> attempt.handIn().attempt())
                        .thenComparing(attempt -> attempt.handIn().submission()))
                .map(attempt -> marking.of(student, attempt))
                .findFirst()
                .orElseThrow();
    }

    private Optional<CourseSection> section(Receipt receipt, List<Attempt> attempts, Map<Student, Standing> standings) {
        return attempts.stream()
                .filter(attempt -> attempt.handIn().submission().equals(receipt.submission()))
                .map(attempt -> new CourseSection(
                        files.course().name(),
                        attempt.handIn().students().stream().map(standings::get).toList()))
                .findFirst();
    }

    private static <T> Map<Student, List<T>> byStudent(List<T> all, Function<T, List<Student>> students) {
        return all.stream()
                .flatMap(one -> students.apply(one).stream().map(student -> Map.entry(student, one)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(ArrayList::new))));
    }
}
