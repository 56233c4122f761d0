package io.gradlab.grader.lms;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small things that both platforms' tables need. */
final class Texts {
    private static final int DIGITS = 2; // both platforms compare and show no more

    private Texts() {}

    /**
     * Reads a file with its byte order mark, if it has one, so that writing the text gives the same bytes.
     *
     * @throws IllegalArgumentException if it is not UTF-8
     */
    static String read(Path file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException(
                    "it is not text in UTF-8; take the file as the platform gave it, not as a spreadsheet saved it",
                    notUtf8);
        }
    }

    /** Returns points as a cell: {@code 87.5}, or with a decimal comma. */
    static String number(BigDecimal points, boolean comma) {
        BigDecimal stripped = points.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        String plain = (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
        return comma ? plain.replace('.', ',') : plain;
    }

    /** Returns a text as a cell that no spreadsheet takes for a formula. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
