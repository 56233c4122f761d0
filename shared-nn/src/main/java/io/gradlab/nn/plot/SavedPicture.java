package io.gradlab.nn.plot;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was written for a picture.
 *
 * @param csv the numbers, always there
 * @param png the picture, unless it was skipped
 * @param skipped why there is no picture, and the mend, in one line
 */
public record SavedPicture(Path csv, Optional<Path> png, Optional<String> skipped) {}
