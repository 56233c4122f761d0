package io.gradlab.nn.plot;

import java.awt.AWTError;
import java.awt.HeadlessException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures to files, and knows whether this machine can draw at all. */
public final class Pictures {
    private static final String MEND = "On Debian or Ubuntu: sudo apt-get install fontconfig fonts-dejavu-core; "
            + "on Fedora: sudo dnf install fontconfig dejavu-sans-fonts";

    /**
     * Whether pictures can be drawn here.
     *
     * @param available true if they can
     * @param reason why not; empty if they can
     * @param mend what to do about it; empty if they can
     */
    public record Availability(boolean available, String reason, String mend) {
        static final Availability YES = new Availability(true, "", "");

        /** Returns one line for the terminal; empty if pictures can be drawn. */
        public String message() {
            return available ? "" : "Pictures are skipped, their CSV files are written: " + reason + ". " + mend;
        }
    }

    private Pictures() {}

    /** Tries to draw a line of text and says whether that works; costs a fraction of a second at the first call. */
    public static Availability available() {
        try {
            new Canvas(40, 20).text("gradlab", 2, 12, Theme.TEXT, Theme.INK);
            return Availability.YES;
        } catch (RuntimeException | Error e) {
            Optional<Availability> problem = diagnose(e);
            if (problem.isEmpty()) {
                throw e;
            }
            return problem.get();
        }
    }

    static SavedPicture save(Picture picture, Path path) throws IOException {
        Path png = withExtension(path, ".png");
        Path csv = withExtension(path, ".csv");
        write(csv, picture.toCsv().getBytes(StandardCharsets.UTF_8));
        BufferedImage image;
        try {
            image = picture.draw();
        } catch (RuntimeException | Error e) {
            Optional<String> problem = diagnose(e).map(Availability::message);
            if (problem.isEmpty()) {
                throw e;
            }
            Files.deleteIfExists(png); // an older picture would contradict the new numbers
            return new SavedPicture(csv, Optional.empty(), problem);
        }
        write(png, encode(image));
        return new SavedPicture(csv, Optional.of(png), Optional.empty());
    }

    /** Returns the picture as a PNG file's content; needs fonts. */
    public static byte[] png(Picture picture) throws IOException {
        return encode(picture.draw());
    }

    /** Writes the file as a whole or not at all. */
    static void write(Path file, byte[] content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        // Not createTempFile: its files are readable by their owner only, and the move would keep that.
        Path temporary = directory.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Returns what is amiss if the failure is the font system's. A Java without fontconfig or fonts throws an
     * InternalError, RuntimeException or NullPointerException deep in AWT first, and LinkageErrors ever after.
     */
    private static Optional<Availability> diagnose(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean drawing = cause instanceof AWTError || cause instanceof HeadlessException;
            boolean loading = cause instanceof LinkageError || cause instanceof InternalError;
            if (drawing || loading || isFromFonts(cause)) {
                String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
                String reason = "Java found no usable fonts ("
                        + text.lines().findFirst().orElse("") + ")";
                return Optional.of(new Availability(false, reason, MEND));
            }
        }
        return Optional.empty();
    }

    private static boolean isFromFonts(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0
                && (trace[0].getClassName().startsWith("sun.font.")
                        || trace[0].getClassName().startsWith("sun.awt."));
    }

    private static byte[] encode(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        }
        return bytes.toByteArray();
    }

    private static Path withExtension(Path path, String extension) {
        String name = path.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        boolean extended = lower.endsWith(".png") || lower.endsWith(".csv");
        return path.resolveSibling((extended ? name.substring(0, name.length() - 4) : name) + extension);
    }
}
