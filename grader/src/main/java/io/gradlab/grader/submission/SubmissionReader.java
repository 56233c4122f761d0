package io.gradlab.grader.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads submissions from the disk. */
public final class SubmissionReader {

    private SubmissionReader() {}

    /** Returns a submission's name and where it lies; reading it waits until {@link #read}. */
    public record Location(String name, Path path) {}

    /**
     * Finds the submissions at a place: a zip or a folder that has a {@code student} package is one; any other folder
     * holds one in each zip and folder in it.
     *
     * @throws IOException if there is nothing there, or it cannot be read; the message is one line
     */
    public static List<Location> find(Path place, String lab) throws IOException {
        if (!Files.exists(place)) {
            throw new IOException(place + " does not exist; name a zip, or a folder of submissions");
        }
        if (!Files.isDirectory(place)) {
            if (!isZip(place)) {
                throw new IOException(place + " is no zip; name a zip, or a folder of submissions");
            }
            return List.of(location(place));
        }
        return isSubmission(place, lab) ? List.of(location(place)) : children(place);
    }

    /**
     * Reads a submission, whatever is in it; what was not usable is said in its notes. A folder without sources and with
     * one zip is that zip: so Moodle packs what students hand in. Where the location has another name than its file, as a
     * pseudonym is, the notes do not say that of the file.
     */
    public static Submission read(Location location, String lab) throws IOException {
        Submission read = readAny(location, lab);
        String own = location(location.path()).name();
        return own.equals(location.name()) ? read : read.without(own);
    }

    private static Submission readAny(Location location, String lab) throws IOException {
        if (!Files.isDirectory(location.path())) {
            return ZipReader.read(location.name(), location.path(), lab);
        }
        Submission folder = FolderReader.read(location.name(), location.path(), "", lab);
        List<Path> zips = folder.sources().isEmpty()
                ? list(location.path()).stream().filter(SubmissionReader::isZip).toList()
                : List.of();
        return zips.size() == 1 ? ZipReader.read(location.name(), zips.getFirst(), lab) : folder;
    }

    /** Reads a folder that is the student package itself. */
    public static Submission readPackage(Path folder, String lab) throws IOException {
        return FolderReader.read(lab, folder, "io/gradlab/" + lab + "/student/", lab);
    }

    private static List<Location> children(Path folder) throws IOException {
        return list(folder).stream()
                .filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS) || isZip(child))
                .map(SubmissionReader::location)
                .toList();
    }

    private static boolean isSubmission(Path folder, String lab) throws IOException {
        List<Path> children = list(folder);
        if (children.stream().anyMatch(child -> child.toString().endsWith(".java"))) {
            return true;
        }
        List<Path> holders = new ArrayList<>();
        for (Path child : children) {
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS) && holdsPackage(child, lab)) {
                holders.add(child);
            }
        }
        boolean known = holders.stream()
                .map(child -> child.getFileName().toString())
                .anyMatch(name -> Set.of("io", "src", "student").contains(name) || name.startsWith(lab + "-"));
        long candidates = children.stream()
                .filter(child -> Files.isDirectory(child) || isZip(child))
                .count();
        return known || holders.size() == 1 && candidates == 1; // a folder around it all
    }

    private static boolean holdsPackage(Path folder, String lab) throws IOException {
        Path student = Path.of("io", "gradlab", lab, "student");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(path -> Files.isDirectory(path)
                    && (path.endsWith(student) || path.getFileName().toString().equals("student")));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isZip(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static Location location(Path path) {
        String file = path.toAbsolutePath().normalize().getFileName().toString();
        String name = Files.isDirectory(path) ? file : file.replaceAll("(?i)(?<=.)\\.zip$", "");
        return new Location(name.matches("\\.+") ? file : name, path); // never a folder above the results
    }
}
