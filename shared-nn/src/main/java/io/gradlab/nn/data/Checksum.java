package io.gradlab.nn.data;

import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file's SHA-256.
 *
 * @param hex 64 lower-case hexadecimal digits; fewer where only the first ones are published, none where nothing is
 * @param seen whether the authors computed it from a file in their hands; else it is a published value
 */
public record Checksum(String hex, boolean seen) {

    /** Returns the sum of a file's content. */
    public static String of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new DataFormatException(file, FileProblem.of(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    /** Tells whether a file's content has this sum. */
    public boolean matches(Path file) {
        return of(file).startsWith(hex);
    }
}
