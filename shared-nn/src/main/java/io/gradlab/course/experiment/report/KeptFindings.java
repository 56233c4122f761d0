package io.gradlab.course.experiment.report;

import io.gradlab.cli.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code gradlab analyze} found about a run, as its {@code analysis/index.json} says.
 *
 * @param folder of the pictures and tables
 * @param found in the order in which it was found
 */
record KeptFindings(Path folder, List<Finding> found) {

    /**
     * A picture or a table.
     *
     * @param file without its ending
     * @param altText what the picture shows; empty for a table
     * @param header of the table; empty for a picture
     */
    record Finding(String file, String altText, String caption, List<String> header, List<List<String>> rows) {}

    /** Reads a run's findings; none if it was not analyzed. */
    static KeptFindings in(Path run) throws IOException {
        Path folder = run.resolve("analysis");
        Path index = folder.resolve("index.json");
        if (!Files.exists(index)) {
            return new KeptFindings(folder, List.of());
        }
        try {
            Finding[] found = JsonMapper.builder()
                    .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(Files.readString(index), Finding[].class);
            return new KeptFindings(folder, List.of(found));
        } catch (JacksonException e) {
            throw new UserError(index + " is damaged; analyze the run anew", e);
        }
    }
}
