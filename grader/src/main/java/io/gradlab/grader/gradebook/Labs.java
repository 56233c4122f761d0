package io.gradlab.grader.gradebook;

/** Finds the lab that a table's line means. */
final class Labs {
    private Labs() {}

    static Assignment of(Course course, TableRow row) {
        String lab = row.need("lab");
        if (!course.labs().containsKey(lab)) {
            throw row.error("there is no " + lab + " in course.yaml; there are "
                    + String.join(", ", course.labs().keySet()));
        }
        return course.lab(lab);
    }
}
