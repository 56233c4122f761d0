package io.gradlab.grader.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads from Linux's {@code /proc} what a process and its descendants use. */
final class ProcMeter {
    private static final Path PROC = Path.of("/proc");
    private static final long TICK_NANOS = 10_000_000; // USER_HZ is 100 wherever Linux runs a JVM
    private static final long PAGE = 4096;

    // Places in /proc/PID/stat after the name, which ends with the last parenthesis; see proc(5).
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int DEAD_CHILDREN_USER = 13;
    private static final int DEAD_CHILDREN_SYSTEM = 14;
    private static final int THREADS = 17;

    private static final String WRITTEN = "wchar: ";

    private ProcMeter() {}

    /** Returns whether this system can be measured. */
    static boolean works() {
        return Files.isReadable(PROC.resolve("self/stat"));
    }

    /** Measures a process and all that descend from it; what ends meanwhile is left out. */
    static Usage measure(ProcessHandle root) {
        Usage sum = Usage.NONE;
        for (String process : family(root)) {
            try {
                sum = add(sum, PROC.resolve(process));
            } catch (IOException | ArrayIndexOutOfBoundsException | NumberFormatException gone) {
                continue;
            }
        }
        return sum;
    }

    /** Returns a process and its descendants; from {@code /proc/PID/task/TID/children}, which spares a look at all. */
    private static List<String> family(ProcessHandle root) {
        List<String> family = new ArrayList<>(List.of(Long.toString(root.pid())));
        try {
            for (int i = 0; i < family.size(); i++) {
                Path tasks = PROC.resolve(family.get(i)).resolve("task");
                try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
                    for (Path thread : threads) {
                        String children = Files.readString(thread.resolve("children"));
                        if (!children.isBlank()) {
                            family.addAll(List.of(children.strip().split(" ")));
                        }
                    }
                }
            }
            return family;
        } catch (IOException | DirectoryIteratorException unknown) { // an older kernel, or one that ends just now
            return Stream.concat(Stream.of(root), root.descendants())
                    .map(handle -> Long.toString(handle.pid()))
                    .toList();
        }
    }

    private static Usage add(Usage sum, Path process) throws IOException {
        String text = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
        String[] stat = text.substring(text.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int place : new int[] {USER, SYSTEM, DEAD_CHILDREN_USER, DEAD_CHILDREN_SYSTEM}) {
            ticks += Long.parseLong(stat[place]);
        }
        long pages = Long.parseLong(Files.readString(process.resolve("statm")).split(" ")[1]);
        long active = sum.activeNanos();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
            for (Path thread : threads) {
                String[] schedule =
                        Files.readString(thread.resolve("schedstat")).strip().split(" ");
                active += Long.parseLong(schedule[0]) + Long.parseLong(schedule[1]);
            }
        } catch (IOException ended) {
            // a thread that ended while it was looked at; the others will be seen next time
        }
        return new Usage(
                sum.cpuNanos() + ticks * TICK_NANOS,
                active,
                sum.memory() + pages * PAGE,
                sum.written() + written(process),
                sum.threads() + Integer.parseInt(stat[THREADS]),
                sum.processes() + 1);
    }

    private static long written(Path process) {
        try {
            return Files.readString(process.resolve("io"))
                    .lines()
                    .filter(line -> line.startsWith(WRITTEN))
                    .mapToLong(line -> Long.parseLong(line.substring(WRITTEN.length())))
                    .sum();
        } catch (IOException unreadable) { // a kernel without accounting, or another user's process
            return 0;
        }
    }
}
