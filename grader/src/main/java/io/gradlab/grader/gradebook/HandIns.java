package io.gradlab.grader.gradebook;

import io.gradlab.cli.UserError;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whose a submission is, and when it came. {@code handins.csv} (lab, submission, student, submitted) says it where it has a
 * line; a dash for the student means nobody. Else the name does: a student's id or a group's name, perhaps with {@code _2}
 * or {@code -2} behind it for a second attempt, or a learning platform's name. A file's own time says nothing.
 */
final class HandIns {
    private static final Pattern ATTEMPT =
            Pattern.compile("(.+)[_-](?:v|attempt)?(\\d{1,6})", Pattern.CASE_INSENSITIVE);
    private static final String NOBODY = "-";

    private final Path file;
    private final People people;
    private final LmsNames names;
    private final Map<String, Instant> times; // by Moodle's number
    private final Map<Key, Line> lines = new LinkedHashMap<>();

    private HandIns(Path file, People people, LmsNames names, Map<String, Instant> times) {
        this.file = file;
        this.people = people;
        this.names = names;
        this.times = times;
    }

    private record Key(String lab, String submission) {}

    private record Line(TableRow row, Optional<Instant> submitted) {}

    /** Reads them; errors as {@link Roster#read}. */
    static HandIns read(Path folder, Course course, People people, Lms lms) {
        HandIns handIns = new HandIns(
                folder.resolve("handins.csv"), people, lms.names(), lms.times().apply(course.zone()));
        for (TableRow row : Table.readIfThere(handIns.file, "lab", "submission", "student", "submitted")) {
            String student = row.get("student");
            if (!student.isEmpty() && !student.equals(NOBODY)) {
                people.of(row);
            }
            Optional<Instant> submitted;
            try {
                submitted = Optional.of(row.get("submitted"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> CourseTime.submitted(text, course.zone()));
            } catch (IllegalArgumentException wrong) {
                throw row.error("the time " + wrong.getMessage());
            }
            Key key = new Key(Labs.of(course, row).lab(), key(row.need("submission")));
            if (handIns.lines.putIfAbsent(key, new Line(row, submitted)) != null) {
                throw row.error(row.get("submission") + " has a line already; delete one of them");
            }
        }
        return handIns;
    }

    private static String key(String submission) {
        return Ids.key(submission).replaceAll("(?<=.)\\.zip$", "");
    }

    /**
     * Returns whose submissions are, without those that are nobody's.
     *
     * @throws UserError if one belongs to no student of the roster
     */
    List<HandIn> of(String lab, List<String> submissions) {
        List<HandIn> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String submission : submissions) {
            Optional<Line> line = Optional.ofNullable(lines.get(new Key(lab, key(submission))));
            String student = line.map(at -> at.row().get("student")).orElse("");
            if (!student.equals(NOBODY)) {
                HandIn handIn = handIn(submission, student, line.flatMap(Line::submitted));
                if (handIn.students().isEmpty()) {
                    unknown.add(submission);
                } else {
                    found.add(handIn);
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new UserError("Whose is "
                    + String.join(", whose is ", unknown.stream().limit(5).toList())
                    + (unknown.size() > 5 ? ", and " + (unknown.size() - 5) + " more" : "")
                    + "? No student of roster.csv; say it in " + file + ", with - for nobody");
        }
        return found.stream().map(handIn -> withTime(handIn, found)).toList();
    }

    /** Returns the submissions of a lab that have a line but are not there: their names may be mistyped. */
    List<String> missing(String lab, List<String> submissions) {
        List<String> there = submissions.stream().map(HandIns::key).toList();
        return lines.entrySet().stream()
                .filter(line -> line.getKey().lab().equals(lab))
                .filter(line -> !there.contains(line.getKey().submission()))
                .map(line -> line.getValue().row().get("submission"))
                .toList();
    }

    private HandIn handIn(String submission, String student, Optional<Instant> submitted) {
        Optional<LmsNames.Found> platform = names.parse(submission);
        Matcher attempt = ATTEMPT.matcher(submission);
        boolean numbered = attempt.matches();
        if (!student.isEmpty()) {
            int number =
                    numbered && platform.isEmpty() && !isSomebody(submission) ? Integer.parseInt(attempt.group(2)) : 0;
            return handIn(submission, people.named(student), submitted, number, platform);
        }
        if (isSomebody(submission)) {
            return handIn(submission, people.named(submission), submitted, 0, platform);
        }
        if (numbered && isSomebody(attempt.group(1))) {
            int number = Integer.parseInt(attempt.group(2));
            return handIn(submission, people.named(attempt.group(1)), submitted, number, platform);
        }
        List<Student> known =
                platform.flatMap(name -> people.roster().find(name)).stream().toList();
        return handIn(submission, known, submitted, 0, platform);
    }

    private boolean isSomebody(String name) {
        return !people.named(name).isEmpty();
    }

    private HandIn handIn(
            String submission,
            List<Student> students,
            Optional<Instant> submitted,
            int attempt,
            Optional<LmsNames.Found> platform) {
        return new HandIn(
                submission,
                students.size() == 1 ? people.together(students.getFirst()) : students,
                submitted,
                attempt,
                platform.map(LmsNames.Found::late).orElse(false));
    }

    /** Takes the time from Moodle, which knows the last hand-in's only, where there is no other. */
    private HandIn withTime(HandIn handIn, List<HandIn> all) {
        boolean only = all.stream()
                        .filter(other -> other.students().stream().anyMatch(handIn.students()::contains))
                        .count()
                == 1;
        if (handIn.submitted().isPresent() || !only) {
            return handIn;
        }
        Optional<Instant> time = handIn.students().stream()
                .flatMap(student -> Stream.ofNullable(times.get(student.moodle())))
                .max(Instant::compareTo);
        return new HandIn(handIn.submission(), handIn.students(), time, handIn.attempt(), handIn.late());
    }
}
