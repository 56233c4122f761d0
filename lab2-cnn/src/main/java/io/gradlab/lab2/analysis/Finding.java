package io.gradlab.lab2.analysis;

import io.gradlab.cli.TextTable;
import io.gradlab.nn.plot.Picture;

/** What an analysis found: a picture with its numbers, or a table. */
sealed interface Finding {

    /** Returns the file's name, without its ending. */
    String file();

    /** Returns a sentence below it. */
    String caption();

    /** A picture, written as PNG and CSV. */
    record Figure(String file, Picture picture, String caption) implements Finding {}

    /** A table, written as CSV. */
    record Table(String file, TextTable table, String caption) implements Finding {}
}
