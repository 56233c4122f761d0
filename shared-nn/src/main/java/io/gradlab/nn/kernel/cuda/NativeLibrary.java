package io.gradlab.nn.kernel.cuda;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import jcuda.driver.JCudaDriver;

/**
 * Loads JCuda's native library from its jar. JCuda writes it under a fixed name to the folder for temporary files, and
 * loads whatever lies there under that name: on a machine that several people use, theirs. So where that folder may be
 * everybody's, JCuda is shown one of our own, for as long as it takes.
 */
final class NativeLibrary {
    private static final String TEMPORARY = "java.io.tmpdir";

    private NativeLibrary() {}

    /** Loads it, once. */
    static synchronized void load() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            JCudaDriver.setExceptionsEnabled(false); // Windows: each user has a folder of his own
            return;
        }
        String usual = System.getProperty(TEMPORARY);
        Path folder = create();
        System.setProperty(TEMPORARY, folder.toString());
        try {
            JCudaDriver.setExceptionsEnabled(false); // its class loads the library
        } finally {
            System.setProperty(TEMPORARY, usual);
            delete(folder);
        }
    }

    private static Path create() {
        try {
            return Files.createTempDirectory("gradlab-cuda-"); // for this user alone
        } catch (IOException e) {
            throw new CudaFailure("there is no room for JCuda's native library in " + System.getProperty(TEMPORARY)
                    + ": make some, or set -D" + TEMPORARY + "=FOLDER in GRADLAB_JAVA_OPTS");
        }
    }

    /** A library that has been loaded needs its file no longer. */
    private static void delete(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit(); // a file too many does no harm
        }
    }
}
