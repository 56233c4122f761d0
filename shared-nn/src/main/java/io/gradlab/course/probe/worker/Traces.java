package io.gradlab.course.probe.worker;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/** What code can leave behind in its process; two that are equal mean that nothing was. */
record Traces(
        int threads,
        Locale locale,
        Locale display,
        Locale format,
        TimeZone timeZone,
        Properties properties,
        InputStream in,
        PrintStream out,
        PrintStream err) {

    /** Notes how things are; the JVM's own threads and the core's do not count. */
    static Traces take() {
        return new Traces(
                (int) Thread.getAllStackTraces().keySet().stream()
                        .filter(Traces::isForeign)
                        .count(),
                Locale.getDefault(),
                Locale.getDefault(Locale.Category.DISPLAY),
                Locale.getDefault(Locale.Category.FORMAT),
                TimeZone.getDefault(),
                (Properties) System.getProperties().clone(),
                System.in,
                System.out,
                System.err);
    }

    private static boolean isForeign(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null
                && !group.getName().equals("system")
                && !thread.getName().startsWith("gradlab-");
    }
}
