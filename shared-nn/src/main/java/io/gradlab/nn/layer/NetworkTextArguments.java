package io.gradlab.nn.layer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands after an element's word: numbers first, then options as pairs {@code pad 2}. Taken from the left. */
final class NetworkTextArguments {
    private static final Pattern WINDOW = Pattern.compile("(\\d+)(?:[x×](\\d+))?");

    private final Deque<String> tokens;
    private final String example; // the whole element, written well

    NetworkTextArguments(List<String> tokens, String example) {
        this.tokens = new ArrayDeque<>(tokens);
        this.example = example;
    }

    /** Takes a whole number of at least 1. */
    int count(String what) {
        String token = take(what);
        return whole(token, 1).orElseThrow(() -> bad(what, "a whole number of at least 1", token));
    }

    /** Takes a height and width: {@code 5x3}, or {@code 5} for both. */
    int[] window(String what) {
        String token = take(what);
        Matcher matcher = WINDOW.matcher(token);
        if (matcher.matches()) {
            var height = whole(matcher.group(1), 1);
            var width = matcher.group(2) == null ? height : whole(matcher.group(2), 1);
            if (height.isPresent() && width.isPresent()) {
                return new int[] {height.get(), width.get()};
            }
        }
        throw bad(what, "a height and width like 5x5", token);
    }

    /** Takes a number in [0, 1). */
    double share(String what) {
        String token = take(what);
        double share = number(token);
        if (share >= 0 && share < 1) {
            return share;
        }
        throw bad(what, "a number from 0 to below 1", token);
    }

    /** Takes all that is left: options with whole numbers; {@code least} has the known ones and their least values. */
    Map<String, Integer> options(Map<String, Integer> least) {
        Map<String, Integer> options = new LinkedHashMap<>();
        while (!tokens.isEmpty()) {
            String option = tokens.removeFirst().toLowerCase(Locale.ROOT);
            Integer smallest = least.get(option);
            if (smallest == null) {
                throw new NetworkTextException(NetworkTextWords.unknown("option", option, least.keySet()));
            }
            String token = take("the number after " + option);
            int value = whole(token, smallest)
                    .orElseThrow(() -> bad(option, "a whole number of at least " + smallest, token));
            if (options.put(option, value) != null) {
                throw new NetworkTextException(option + " is given twice; keep one");
            }
        }
        return options;
    }

    /** Makes sure that nothing is left. */
    void end() {
        if (!tokens.isEmpty()) {
            throw new NetworkTextException("'" + tokens.getFirst() + "' is too much here; write `" + example
                    + "`, and a comma or a line break between elements");
        }
    }

    private String take(String what) {
        if (tokens.isEmpty()) {
            throw new NetworkTextException(what + " is missing; write for example `" + example + "`");
        }
        return tokens.removeFirst();
    }

    private static Optional<Integer> whole(String token, int least) {
        try {
            int value = Integer.parseInt(token);
            return value >= least ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double number(String token) {
        try {
            return Double.parseDouble(token);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private NetworkTextException bad(String what, String expected, String token) {
        return new NetworkTextException(
                what + " is " + expected + ", not '" + token + "'; write for example `" + example + "`");
    }
}
