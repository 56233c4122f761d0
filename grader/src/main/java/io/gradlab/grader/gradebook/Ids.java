package io.gradlab.grader.gradebook;

import java.text.Normalizer;
import java.util.Locale;

/** Compares what names someone: capitals and the way a disk stores accents make no difference. */
final class Ids {
    private Ids() {}

    /** Returns what is equal for equal names. */
    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
