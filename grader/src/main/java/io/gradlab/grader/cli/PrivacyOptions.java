package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.privacy.PseudonymFile;
import io.gradlab.grader.privacy.Pseudonyms;
import io.gradlab.grader.submission.SubmissionReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How {@code grade} names submissions: as they are, or by pseudonyms. */
final class PrivacyOptions {
    @Option(
            names = "--pseudonymous",
            description =
                    "Write pseudonyms instead of names everywhere: folders, results, tables, pages. `reveal` turns"
                            + " them back.")
    private boolean pseudonymous;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "With --pseudonymous: the file with the key and the names; made if it is not there. Default:"
                    + " DIR.key beside --out DIR. The same file gives a student the same pseudonym in every lab.")
    private @Nullable Path key;

    /** Returns whether names are hidden. */
    boolean pseudonymous() {
        return pseudonymous;
    }

    /**
     * Returns the submissions under the names that they shall have, sorted by these, so that their order tells nothing.
     * Writes the key file.
     *
     * @param part whether other machines grade the rest
     */
    List<SubmissionReader.Location> name(List<SubmissionReader.Location> locations, Path out, boolean part)
            throws IOException {
        if (!pseudonymous) {
            if (key != null) {
                throw new UserError("--key goes with --pseudonymous only; add that, or leave it out");
            }
            return locations;
        }
        if (part && key == null) {
            throw new UserError("--pseudonymous --shard needs --key FILE, the same file for every shard");
        }
        Path file = key == null ? beside(out) : key;
        Pseudonyms pseudonyms = PseudonymFile.open(file);
        Map<String, String> names = pseudonyms.assign(
                locations.stream().map(SubmissionReader.Location::name).toList());
        PseudonymFile.write(pseudonyms, file);
        return locations.stream()
                .map(location ->
                        new SubmissionReader.Location(names.getOrDefault(location.name(), ""), location.path()))
                .sorted(Comparator.comparing(SubmissionReader.Location::name))
                .toList();
    }

    private static Path beside(Path out) {
        Path folder = out.toAbsolutePath().normalize();
        return folder.resolveSibling(folder.getFileName() + ".key");
    }
}
