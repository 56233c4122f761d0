package io.gradlab.lab2.experiment;

import java.util.Locale;

/** Choices as they are written on the command line. */
final class Words {

    private Words() {}

    /** Returns a choice's word: {@code fifth-batch}. */
    static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
