package io.gradlab.grader.lab1;

import java.util.Arrays;
import java.util.Optional;

/** Counts which samples were seen, and where. */
final class SampleCount {
    private final String[] seenIn; // by sample; empty while it has not been seen

    SampleCount(int samples) {
        seenIn = new String[samples];
        Arrays.fill(seenIn, "");
    }

    /** Counts the samples of a part; returns what is wrong with them, a sentence. */
    Optional<String> add(int[] samples, String part) {
        for (int sample : samples) {
            if (sample < 0 || sample >= seenIn.length) {
                return Optional.of(part + " has sample " + sample + "; there are 0 .. " + (seenIn.length - 1) + ".");
            }
            if (!seenIn[sample].isEmpty()) {
                String twice = seenIn[sample].equals(part)
                        ? "is in " + part + " twice"
                        : "is in " + seenIn[sample] + " and in " + part;
                return Optional.of("sample " + sample + " " + twice
                        + ": draw one order of all samples and cut it, so that none comes again.");
            }
            seenIn[sample] = part;
        }
        return Optional.empty();
    }

    /** Returns how many samples were not seen. */
    int missing() {
        return (int) Arrays.stream(seenIn).filter(String::isEmpty).count();
    }
}
