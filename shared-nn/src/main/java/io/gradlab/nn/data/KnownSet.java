package io.gradlab.nn.data;

import java.util.List;
import java.util.Optional;

/**
 * A public data set.
 *
 * @param name as written on the command line, for example {@code fashion-mnist}
 * @param folder where its files live, below the data folder
 * @param contents one line on what is in it
 * @param licence one line
 * @param archive the gzipped tar file that holds the files, for a set that comes in one
 */
public record KnownSet(
        String name,
        String folder,
        String contents,
        String licence,
        List<KnownFile> files,
        Optional<KnownFile> archive) {

    /** Returns the size of all files, in bytes. */
    public long bytes() {
        return files.stream().mapToLong(KnownFile::bytes).sum();
    }
}
