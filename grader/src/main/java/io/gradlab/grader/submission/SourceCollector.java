package io.gradlab.grader.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a submission's files one by one, and picks out those of the student package. */
final class SourceCollector {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern NAME = Pattern.compile(
            "(?:[\\p{L}_$][\\p{L}\\p{N}_$]*/)*(?:[\\p{L}_$][\\p{L}\\p{N}_$]*|package-info|module-info)\\.java");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:^|/)(?:\\.[^/]+|__MACOSX|META-INF|target)/");
    /** How the note begins that lists files of other kinds, which students name as they like. */
    static final String IGNORED = "Not of the student package, so ignored: ";

    private static final int MOST_NAMED = 8;

    private final String lab;
    private final String folder; // of the student package
    private final List<Found> found = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    SourceCollector(String lab) {
        this.lab = lab;
        this.folder = "io/gradlab/" + lab + "/student/";
    }

    private record Found(String path, String origin, String text, boolean loose, int depth) {}

    /** Adds a remark. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** Takes a file; {@code path} is relative, with {@code /}. */
    void add(String path, byte[] bytes) {
        if (!path.endsWith(".java") || ELSEWHERE.matcher(path).find()) {
            ignored.add(path);
            return;
        }
        SourceText source = SourceText.decode(bytes);
        Optional<String> place = place(path, source.text());
        if (place.isEmpty()) {
            ignored.add(path);
        } else if (!NAME.matcher(place.get()).matches()) {
            note(path + " was left out: no Java class can have this name.");
        } else {
            source.encoding()
                    .ifPresent(encoding -> note(path + " was read as " + encoding + "; please save it as UTF-8."));
            boolean loose = !("/" + path).contains("/" + folder);
            found.add(new Found(place.get(), path, source.text(), loose, path.split("/").length));
        }
    }

    /** Returns the path in the student package: where the file lies, or, if it is loose, where its package says. */
    private Optional<String> place(String path, String text) {
        int at = ("/" + path).indexOf("/" + folder);
        if (at >= 0) {
            return Optional.of(path.substring(at + folder.length()));
        }
        if (("/" + path).contains("/io/gradlab/")) {
            return Optional.empty(); // another package of the course, in its usual place
        }
        Matcher line = PACKAGE.matcher(text);
        String declared = line.find() ? line.group(1).replace('.', '/') + "/" : "";
        return declared.startsWith(folder)
                ? Optional.of(declared.substring(folder.length()) + path.substring(path.lastIndexOf('/') + 1))
                : Optional.empty();
    }

    Submission finish(String name) {
        Map<String, String> sources = new TreeMap<>();
        Map<String, Found> taken = new TreeMap<>(); // by path in lower case: some disks know no other
        found.sort(Comparator.comparing(Found::loose)
                .thenComparingInt(Found::depth)
                .thenComparing(Found::origin));
        for (Found file : found) {
            Found other = taken.putIfAbsent(file.path().toLowerCase(Locale.ROOT), file);
            if (other == null) {
                sources.put(file.path(), file.text());
            } else {
                note(file.origin() + " was left out: " + other.origin() + " has the same name.");
            }
        }
        if (sources.isEmpty()) {
            note("There is no source of io.gradlab." + lab + ".student in it.");
        }
        if (!ignored.isEmpty()) {
            List<String> named = ignored.stream().sorted().limit(MOST_NAMED).toList();
            int more = ignored.size() - named.size();
            note(IGNORED + String.join(", ", named) + (more > 0 ? " and " + more + " more" : "") + ".");
        }
        return new Submission(name, sources, notes);
    }
}
