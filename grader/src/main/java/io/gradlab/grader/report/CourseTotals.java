package io.gradlab.grader.report;

import io.gradlab.nn.metric.Csv;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code course.csv}: every student's labs, and their total in percent, which is the mean of each lab's share of its points,
 * by the labs' weights. Nothing handed in counts as 0; with a lab that is pending there is no total yet.
 */
public final class CourseTotals {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Map<String, BigDecimal> weights;
    private final Map<String, List<Standing>> labs;

    private CourseTotals(Map<String, BigDecimal> weights, Map<String, List<Standing>> labs) {
        this.weights = weights;
        this.labs = labs;
    }

    /**
     * Returns the table's text.
     *
     * @param weights of all labs
     * @param labs the standings of those that are graded, each with the same students in the same order
     */
    public static String of(Map<String, BigDecimal> weights, Map<String, List<Standing>> labs) {
        return new CourseTotals(weights, labs).text();
    }

    private String text() {
        List<String> head = new ArrayList<>(List.of("student", "name"));
        labs.keySet().forEach(lab -> head.addAll(List.of(lab, lab + " of")));
        head.addAll(List.of("percent", "note"));
        Csv csv = new Csv().row(head);
        int students = labs.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < students; i++) {
            csv.row(row(i));
        }
        return csv.toString();
    }

    private List<String> row(int student) {
        Standing any = labs.values().iterator().next().get(student);
        List<String> cells = new ArrayList<>(List.of(GradesCsv.text(any.id()), GradesCsv.text(any.name())));
        List<String> notes = new ArrayList<>();
        labs.forEach((lab, standings) -> {
            Standing standing = standings.get(student);
            cells.add(standing.points().map(CourseTable::text).orElse(""));
            cells.add(CourseTable.text(standing.maximum()));
            if (standing.points().isEmpty()) {
                notes.add(lab + ": " + String.join(", ", standing.notes()));
            }
        });
        cells.add(total(student).map(CourseTable::text).orElse(""));
        cells.add(GradesCsv.text(String.join("; ", notes)));
        return cells;
    }

    private Optional<BigDecimal> total(int student) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        for (Map.Entry<String, List<Standing>> lab : labs.entrySet()) {
            Standing standing = lab.getValue().get(student);
            if (standing.points().isEmpty() && standing.isHandedIn()) {
                return Optional.empty();
            }
            BigDecimal share = standing.maximum().signum() == 0
                    ? BigDecimal.ZERO
                    : standing.points().orElse(BigDecimal.ZERO).divide(standing.maximum(), MathContext.DECIMAL64);
            sum = sum.add(share.multiply(weights.get(lab.getKey())));
            weight = weight.add(weights.get(lab.getKey()));
        }
        return weight.signum() == 0
                ? Optional.empty()
                : Optional.of(sum.multiply(PERCENT).divide(weight, MathContext.DECIMAL64));
    }

    /** Returns what part of the course the graded labs are: {@code lab1, lab2: 60 of 100 by weight}. */
    public static String part(Map<String, BigDecimal> weights, Map<String, List<Standing>> labs) {
        Function<Iterable<String>, BigDecimal> sum = names -> {
            BigDecimal total = BigDecimal.ZERO;
            for (String name : names) {
                total = total.add(weights.get(name));
            }
            return total;
        };
        return labs.keySet().stream().collect(Collectors.joining(", ")) + ": "
                + CourseTable.text(sum.apply(labs.keySet())) + " of " + CourseTable.text(sum.apply(weights.keySet()))
                + " by weight";
    }
}
