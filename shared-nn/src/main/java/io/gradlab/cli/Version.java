package io.gradlab.cli;

/** What this program calls itself in its help and in what it writes. */
public final class Version {
    /** Name and number. */
    public static final String TEXT = "GradLab 0.1.0";

    private Version() {}
}
