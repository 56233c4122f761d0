package io.gradlab.grader.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps small groups out of a class report: neither shown nor to be computed from what is shown. A number next to a known
 * total shows two groups, those that it counts and the others; so both must be large enough.
 */
final class SmallGroups {
    /** The smallest number of students that is shown. */
    static final int SMALLEST = 5;

    private SmallGroups() {}

    /** Bins {@code from} to {@code to} inclusive, and how many are in them. */
    record Bins(int from, int to, int count) {}

    /** Returns whether a number of students may be shown: nobody is recognised in it. */
    static boolean isFine(int count) {
        return count == 0 || count >= SMALLEST;
    }

    /** Returns whether it may be shown how many of {@code all} are so and, by that, how many are not. */
    static boolean isFine(int count, int all) {
        return isFine(count) && isFine(all - count);
    }

    /**
     * Joins neighbouring bins until each has nobody in it or enough; nothing is left out, so that no gap can be filled
     * from the total. Begins with the last bin.
     *
     * @param counts at least {@link #SMALLEST} in all
     */
    static List<Bins> join(int[] counts) {
        List<Bins> joined = new ArrayList<>();
        int to = counts.length - 1;
        int sum = 0;
        for (int bin = counts.length - 1; bin >= 0; bin--) {
            sum += counts[bin];
            if (isFine(sum)) {
                joined.add(new Bins(bin, to, sum));
                to = bin - 1;
                sum = 0;
            }
        }
        while (sum > 0 && sum < SMALLEST && !joined.isEmpty()) {
            Bins last = joined.removeLast();
            to = last.to();
            sum += last.count();
        }
        if (to >= 0) {
            joined.add(new Bins(0, to, sum));
        }
        return joined;
    }
}
