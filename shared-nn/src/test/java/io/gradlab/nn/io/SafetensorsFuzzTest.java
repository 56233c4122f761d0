package io.gradlab.nn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Mutated headers: each is read or refused with the format's own error, nothing else. {@code -Pthorough} takes a million;
 * {@code -Dgradlab.fuzz=N} another number.
 */
class SafetensorsFuzzTest {
    private static final int HEADERS = Integer.getInteger("gradlab.fuzz", 20_000);
    private static final long DATA_BYTES = 100;
    private static final Path FILE = Path.of("fuzz.safetensors");
    private static final List<String> GOOD = List.of(
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
                    + "\"b\":{\"dtype\":\"F16\",\"shape\":[38],\"data_offsets\":[24,100]}}",
            "{\"__metadata__\":{\"format\":\"pt\",\"k\":\"\\u00fc\"},"
                    + "\"w\":{\"dtype\":\"BF16\",\"shape\":[1,2,5,5],\"data_offsets\":[0,100]}}",
            "{\"scalar\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[92,100]},"
                    + "\"none\":{\"dtype\":\"I64\",\"shape\":[0,7],\"data_offsets\":[0,0]},"
                    + "\"rest\":{\"dtype\":\"F32\",\"shape\":[23],\"data_offsets\":[0,92]}}   ");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "-1",
            "1e9",
            "18446744073709551616",
            "2147483647",
            "0.5",
            "null",
            "true",
            "\"a\"",
            "\"dtype\"",
            "\"shape\"",
            "\"data_offsets\"",
            "\"__metadata__\"",
            "\\u0000",
            "\\ud800",
            "99999999");

    @Test
    void everyMutatedHeaderIsReadOrRefused() {
        int read = 0;
        for (int i = 0; i < HEADERS; i++) {
            byte[] header = mutated(new SplittableRandom(i));
            try {
                SafetensorsHeader.parse(FILE, header, DATA_BYTES);
                read++;
            } catch (DataFormatException refused) {
                assertThat(refused.getMessage())
                        .startsWith("fuzz.safetensors: ")
                        .doesNotContain("\n");
            } catch (RuntimeException | Error e) {
                throw new AssertionError("header " + i + ": " + new String(header, StandardCharsets.ISO_8859_1), e);
            }
        }
        System.out.println(HEADERS + " mutated headers, " + read + " still good");
        assertThat(read).isBetween(HEADERS / 100, HEADERS / 2);
    }

    private static byte[] mutated(SplittableRandom random) {
        StringBuilder text = new StringBuilder(GOOD.get(random.nextInt(GOOD.size())));
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            int place = random.nextInt(text.length());
            switch (random.nextInt(6)) {
                case 0 -> text.setCharAt(place, (char) random.nextInt(256));
                case 1 -> text.replace(place, place + 1, text.length() > 1 ? "" : "{");
                case 2 -> text.insert(place, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> text.setCharAt(place, (char) ('0' + random.nextInt(10)));
                case 4 ->
                    text.insert(place, text.substring(place, Math.min(text.length(), place + random.nextInt(60))));
                default -> text.setLength(place + 1);
            }
        }
        return text.toString()
                .getBytes(random.nextInt(8) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
    }
}
