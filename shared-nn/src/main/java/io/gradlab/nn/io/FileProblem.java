package io.gradlab.nn.io;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words why a file operation failed: the JDK's own message is often the file's name and nothing else. */
public final class FileProblem {

    private FileProblem() {}

    /** Returns the reason without the file's name, for example {@code access denied}. */
    public static String of(IOException error) {
        return switch (error) {
            case AccessDeniedException _ -> "access denied";
            case NoSuchFileException _ -> "there is no such file";
            case FileAlreadyExistsException e -> e.getFile() + " is in the way";
            case NotDirectoryException e -> e.getFile() + " is not a folder";
            case DirectoryNotEmptyException e -> e.getFile() + " is a folder";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case CharacterCodingException _ -> "it is not text in UTF-8";
            default -> error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        };
    }
}
