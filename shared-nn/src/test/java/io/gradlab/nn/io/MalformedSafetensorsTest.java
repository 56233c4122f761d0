package io.gradlab.nn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
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
                "{\"a\":1}                                                            | data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}       | data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}     | data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}    | data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,1e30]}}  | data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":2,\"data_offsets\":[0,8]}}       | shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}    | shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}     | shape [3] in F32 takes 12",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999,99999],\"data_offsets\":[0,8]}} | too large",
                "{\"a\":{\"dtype\":\"BF16\",\"shape\":[4],\"data_offsets\":[0,8]}}    | \"BF16\"; convert",
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
        assertProblem(HandMade.file(folder, "[".repeat(100_000), new byte[0]), "valid JSON");
    }

    private static void assertProblem(Path file, String problem) {
        DataFormatException error = catchThrowableOfType(DataFormatException.class, () -> Safetensors.read(file));

        assertThat(error).hasMessageStartingWith(file + ": ").hasMessageContaining(problem);
        assertThat(error.getMessage()).doesNotContain("\n");
    }
}
