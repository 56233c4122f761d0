package io.gradlab.grader.submission;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A source's text, whatever its encoding: UTF-8 if it can be, UTF-16 if it says so, else Latin-1.
 *
 * @param text without byte order mark, lines ending with a line feed
 * @param encoding its name, if it is not UTF-8
 */
record SourceText(String text, Optional<String> encoding) {

    static SourceText decode(byte[] bytes) {
        if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE)) {
            return of(new String(bytes, StandardCharsets.UTF_16), StandardCharsets.UTF_16);
        }
        try {
            return of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return of(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        }
    }

    private static SourceText of(String text, Charset encoding) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        boolean usual = encoding.equals(StandardCharsets.UTF_8);
        return new SourceText(
                plain.replace("\r\n", "\n").replace('\r', '\n'),
                usual ? Optional.empty() : Optional.of(encoding.name()));
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
