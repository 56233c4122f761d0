package io.gradlab.grader.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/** What a submission may change for the whole process; closing puts it back, for the next one. */
final class ProcessState implements AutoCloseable {
    private final InputStream in = System.in;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Locale locale = Locale.getDefault();
    private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
    private final TimeZone timeZone = TimeZone.getDefault();
    private final Properties properties = (Properties) System.getProperties().clone();

    private ProcessState() {}

    /** Notes how things are, and lets nothing be read from the terminal meanwhile. */
    static ProcessState keep() {
        ProcessState state = new ProcessState();
        System.setIn(InputStream.nullInputStream());
        return state;
    }

    @Override
    public void close() {
        System.setIn(in);
        System.setOut(out);
        System.setErr(err);
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.DISPLAY, display);
        Locale.setDefault(Locale.Category.FORMAT, format);
        TimeZone.setDefault(timeZone);
        System.setProperties((Properties) properties.clone());
    }
}
