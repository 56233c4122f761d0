package io.gradlab.grader.gradebook;

import io.gradlab.cli.UserError;
import java.util.Comparator;
import java.util.List;

/** Finds the last of a student's hand-ins, by their times, else by the numbers in their names. */
final class LastHandIn {
    private LastHandIn() {}

    /**
     * Returns it.
     *
     * @param handIns at least one
     * @throws UserError if nothing says which it is
     */
    static HandIn of(List<HandIn> handIns) {
        boolean timed = handIns.stream().allMatch(handIn -> handIn.submitted().isPresent());
        Comparator<HandIn> order = timed
                ? Comparator.comparing(handIn -> handIn.submitted().orElseThrow())
                : Comparator.comparingInt(HandIn::attempt);
        List<HandIn> sorted = handIns.stream().sorted(order).toList();
        HandIn last = sorted.getLast();
        if (sorted.size() > 1 && order.compare(sorted.get(sorted.size() - 2), last) == 0) {
            throw new UserError("Which of " + sorted.get(sorted.size() - 2).submission() + " and " + last.submission()
                    + " came last? Say when they were submitted in handins.csv");
        }
        return last;
    }
}
