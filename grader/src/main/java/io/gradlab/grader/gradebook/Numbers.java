package io.gradlab.grader.gradebook;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people write them in tables. */
final class Numbers {
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,9}([.,]\\d{1,6})?");

    private Numbers() {}

    /** Returns the number, its decimals after a point or a comma; empty if it is none. */
    static Optional<BigDecimal> parse(String text) {
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }
}
