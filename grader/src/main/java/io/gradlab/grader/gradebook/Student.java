package io.gradlab.grader.gradebook;

/**
 * Someone who takes the course, as a line of {@code roster.csv} says.
 *
 * @param id what submissions and the other tables call the student
 * @param email empty if unknown
 * @param canvas Canvas's number of the student; empty if unknown
 * @param moodle Moodle's {@code Participant 12345}, the number alone; empty if unknown
 */
public record Student(String id, String name, String email, String canvas, String moodle) {}
