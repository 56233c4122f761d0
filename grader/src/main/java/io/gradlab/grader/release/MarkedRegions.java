package io.gradlab.grader.release;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a reference answer: what students get, and the marked regions that they write themselves. {@link Skeleton}
 * sees to it that the markers are in order.
 *
 * @param outside the lines of each part between regions
 * @param inside the regions
 */
public record MarkedRegions(List<List<String>> outside, List<Region> inside) {
    private static final Pattern BEGIN = Pattern.compile("\\s*// BEGIN SOLUTION (\\d+\\.\\d+)");

    /**
     * A marked region.
     *
     * @param task for example {@code 1.8}
     * @param line where it begins, from 1
     * @param above the last line before the marker that is not empty: what it is the body of
     */
    public record Region(String task, int line, String above, List<String> lines) {}

    /** Returns the parts of a source. */
    public static MarkedRegions of(String source) {
        List<List<String>> outside = new ArrayList<>();
        List<Region> inside = new ArrayList<>();
        List<String> part = new ArrayList<>();
        outside.add(part);
        int number = 0;
        for (String line : source.lines().toList()) {
            number++;
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches()) {
                String above = part.stream()
                        .filter(each -> !each.isBlank())
                        .reduce((_, last) -> last)
                        .orElse("");
                part = new ArrayList<>();
                inside.add(new Region(begin.group(1), number + 1, above, part));
            } else if (line.contains("// END SOLUTION")) {
                part = new ArrayList<>();
                outside.add(part);
            } else {
                part.add(line);
            }
        }
        return new MarkedRegions(outside, inside);
    }
}
