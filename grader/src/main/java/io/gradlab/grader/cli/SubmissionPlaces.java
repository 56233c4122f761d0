package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.submission.SubmissionReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the submissions that a command names. */
final class SubmissionPlaces {
    private SubmissionPlaces() {}

    /**
     * Returns the submissions at some places.
     *
     * @param reserved the name of a file that lies beside their result folders
     * @throws UserError if there is none, or two would have the same result folder
     */
    static List<SubmissionReader.Location> find(List<Path> places, String lab, Path reserved) throws IOException {
        List<SubmissionReader.Location> locations = new ArrayList<>();
        Map<String, Path> names = new HashMap<>(); // in lower case: some disks know no other
        names.put(reserved.getFileName().toString(), reserved);
        for (Path place : places) {
            for (SubmissionReader.Location location : SubmissionReader.find(place, lab)) {
                Path other = names.putIfAbsent(location.name().toLowerCase(Locale.ROOT), location.path());
                if (other != null) {
                    throw new UserError(other + " and " + location.path() + " would have the same result folder "
                            + location.name() + "; rename one");
                }
                locations.add(location);
            }
        }
        if (locations.isEmpty()) {
            throw new UserError(places.getFirst() + " holds no submission: no zip and no folder is in it");
        }
        return locations;
    }
}
