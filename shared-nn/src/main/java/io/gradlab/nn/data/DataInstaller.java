package io.gradlab.nn.data;

import io.gradlab.nn.io.DataFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings a whole public set to a data folder; files that are there and right stay as they are. */
public record DataInstaller(DataFolder data, Download download) {

    /**
     * Downloads what is missing or broken.
     *
     * @throws IOException if a file cannot be downloaded or written
     * @throws DataFormatException if an archive does not hold what it should
     */
    public void install(KnownSet set, Download.Progress progress) throws IOException {
        if (set.archive().isEmpty()) {
            for (KnownFile file : set.files()) {
                if (!isRight(set, file)) {
                    download.get(file, data.locate(set, file), progress);
                }
            }
        } else if (!set.files().stream().allMatch(file -> isRight(set, file))) {
            installArchive(set, set.archive().get(), progress);
        }
    }

    /** Tells whether a file is there, with its size and SHA-256. */
    public boolean isRight(KnownSet set, KnownFile file) {
        Path path = data.locate(set, file);
        return Files.isRegularFile(path) && file.checksum().matches(path);
    }

    private void installArchive(KnownSet set, KnownFile archive, Download.Progress progress) throws IOException {
        Path packed = data.locate(set, archive);
        if (!isRight(set, archive)) {
            download.get(archive, packed, progress);
        }
        TarGz.unpack(packed, data.root().resolve(set.folder()), set.files());
        for (KnownFile file : set.files()) {
            if (!isRight(set, file)) {
                throw new DataFormatException(
                        data.locate(set, file), "came out of the archive with another SHA-256 than expected");
            }
        }
        Files.delete(packed);
    }
}
