package io.gradlab.grader.grading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A part of all submissions, for one of several machines.
 *
 * @param number 1 .. count
 */
public record Shard(int number, int count) {
    /** All of them. */
    public static final Shard ALL = new Shard(1, 1);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /**
     * Reads {@code 2/4}: the second of four.
     *
     * @throws IllegalArgumentException if it is none; the message is one line
     */
    public static Shard parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            int number = Integer.parseInt(matcher.group(1));
            int count = Integer.parseInt(matcher.group(2));
            if (number >= 1 && number <= count) {
                return new Shard(number, count);
            }
        }
        throw new IllegalArgumentException(text + " is no shard; write 2/4 for the second of four");
    }

    /** Returns this shard's part of a list: every count-th element. */
    public <T> List<T> of(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % count == number - 1)
                .mapToObj(all::get)
                .toList();
    }
}
