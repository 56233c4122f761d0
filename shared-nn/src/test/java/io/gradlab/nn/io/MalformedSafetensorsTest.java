package io.gradlab.nn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedSafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void missing() {
        assertProblem(folder.resolve("none.safetensors"), "there is no such file");
    }

    @Test
    void tooShort() throws IOException {
        assertProblem(Files.write(folder.resolve("x"), new byte[7]), "has 7 bytes");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 100_000_001, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void headerLengthThatCannotBe(long length) throws IOException {
        byte[] bytes = HandMade.concatenate(HandMade.length(length), "{}      ".getBytes());

        assertProblem(Files.write(folder.resolve("x"), bytes), Long.toUnsignedString(length) + " bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":                                                              | valid JSON",
                "{} {}                                                                | valid JSON",
                "[1,2]                                                                | JSON object",
                "{\"__metadata__\":{\"k\":1}}                                         | metadata \"k\"",
                "{} x                                                                 | valid JSON",
                "{\"__metadata__\":[]}                                               | metadata is not",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[[2]],\"data_offsets\":[0,8]}}   | shape with [",
                "{\"a\":{\"dtype\":{},\"shape\":[2],\"data_offsets\":[0,8]}}         | dtype \"{\"",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"x\":1}} | field \"x\"",
                "{\"a\":{\"shape\":[2],\"data_offsets\":[0,8]}}                     | lacks its dtype",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775808],\"data_offsets\":[0,8]}} | shape with 92",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,9],\"data_offsets\":[0,8]}} | too large",
                "{\"a\":1}                                                            | data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}       | data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}     | data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}    | data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,1e30]}}  | data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":2,\"data_offsets\":[0,8]}}       | shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}    | shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}     | shape [3] in F32 takes 12",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999,99999],\"data_offsets\":[0,8]}} | too large",
                "{\"a\":{\"dtype\":\"I8\",\"shape\":[8],\"data_offsets\":[0,8]}}      | \"I8\"; convert",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}     | 4 bytes at the end",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}    | cut short",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}     | before it ends at 0",
            })
    void header(String json, String problem) throws IOException {
        assertProblem(HandMade.file(folder, json, new byte[8]), problem);
    }

    @Test
    void overlappingTensors() throws IOException {
        String json = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}";

        assertProblem(HandMade.file(folder, json, new byte[8]), "tensor \"b\" begins at byte 4 of the data, inside");
    }

    @Test
    void twoTensorsOfOneName() throws IOException {
        String entry = "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";

        assertProblem(HandMade.file(folder, "{" + entry + "," + entry + "}", new byte[4]), "Duplicate");
    }

    @Test
    void nestingWithoutEnd() throws IOException {
        assertProblem(HandMade.file(folder, "[".repeat(100_000), new byte[0]), "JSON object");
        assertProblem(HandMade.file(folder, "{\"a\":" + "[".repeat(100_000), new byte[0]), "tensor \"a\" is no object");
    }

    @Test
    void aHeaderOfTwoGigabytesIsRefusedBeforeItTakesMemory() throws IOException {
        Path sparse = folder.resolve("sparse.safetensors");
        long header = 2L << 30;
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.write(HandMade.length(header));
            file.setLength(header + 100);
        }

        assertProblem(sparse, "has a header of 2147483648 bytes; more than 100000000 are refused");
    }

    @Test
    void aMessageStaysOneShortLineWhateverTheNames() throws IOException {
        String name = "\\n\\u001b[31m" + "x".repeat(10_000);

        assertProblem(HandMade.file(folder, "{\"" + name + "\":1}", new byte[0]), "x…\" is no object");
    }

    private static void assertProblem(Path file, String problem) {
        DataFormatException error = catchThrowableOfType(DataFormatException.class, () -> Safetensors.read(file));

        assertThat(error).hasMessageStartingWith(file + ": ").hasMessageContaining(problem);
        assertThat(error.getMessage())
                .doesNotContain("\n", "\u001b")
                .hasSizeLessThan(file.toString().length() + 400);
    }
}
