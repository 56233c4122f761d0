package io.gradlab.grader.privacy;

import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file that holds the key and the names: whoever has it knows who is who, so only its owner may read it. */
public final class PseudonymFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PseudonymFile() {}

    /**
     * Reads the file; without one, returns an empty table under a new key.
     *
     * @throws IOException if it cannot be read or is none; the message is one line
     */
    public static Pseudonyms open(Path file) throws IOException {
        return Files.exists(file) ? read(file) : Pseudonyms.create();
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read or is none; the message is one line
     */
    public static Pseudonyms read(Path file) throws IOException {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            @Nullable JsonNode key = root.get("key");
            @Nullable JsonNode names = root.get("names");
            if (key == null || names == null || !key.asString().matches("([0-9a-f]{2}){16,}")) {
                throw new IOException(file + " is no key file; name the one that `grade --pseudonymous` wrote");
            }
            Map<String, String> table = new TreeMap<>();
            names.properties()
                    .forEach(entry -> table.put(entry.getKey(), entry.getValue().asString()));
            return new Pseudonyms(key.asString(), table);
        } catch (JacksonException malformed) {
            throw new IOException(file + " is no key file; name the one that `grade --pseudonymous` wrote", malformed);
        } catch (FileSystemException problem) {
            throw new IOException(
                    file + ": " + FileProblem.of(problem) + "; name the one that `grade --pseudonymous` wrote",
                    problem);
        }
    }

    /** Writes the file, readable for its owner alone from the first byte on. */
    public static void write(Pseudonyms pseudonyms, Path file) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("about", "Pseudonyms and names of `gradlab grade --pseudonymous`: keep this file to yourself.");
        fields.put("key", pseudonyms.key());
        fields.put("names", pseudonyms.names());
        String text = JSON.writeValueAsString(fields).replace("\r\n", "\n") + "\n";
        Path complete = file.toAbsolutePath();
        Files.createDirectories(complete.getParent());
        Path temporary = temporary(complete);
        try {
            Files.writeString(temporary, text);
            AtomicFiles.moveInto(temporary, complete);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path temporary(Path file) throws IOException {
        String prefix = "." + file.getFileName() + ".";
        boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        return posix
                ? Files.createTempFile(
                        file.getParent(),
                        prefix,
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(file.getParent(), prefix, ".tmp"); // Windows: the folder's rights
    }
}
