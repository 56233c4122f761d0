package io.gradlab.grader.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {
    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    @TempDir
    private Path disk;

    @Test
    void aPseudonymDependsOnTheKeyAndTheNameAlone() {
        Pseudonyms one = new Pseudonyms(KEY, Map.of());
        Pseudonyms two = new Pseudonyms(KEY, Map.of());
        Map<String, String> names = one.assign(List.of("anna", "ben"));
        two.assign(List.of("cleo"));
        assertThat(two.assign(List.of("ben", "anna"))).isEqualTo(names);
        assertThat(names.get("anna")).matches("[a-z]+-[a-z]+-\\d{4}").isNotEqualTo(names.get("ben"));
        assertThat(Pseudonyms.create().assign(List.of("anna")).get("anna")).isNotEqualTo(names.get("anna"));
        assertThat(one.name(names.get("anna"))).contains("anna");
        assertThat(one.name("no-such-0000")).isEmpty();
    }

    @Test
    void itIsTheHmacOfTheName() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(KEY), "HmacSHA256"));
        String expected = PseudonymWords.of(mac.doFinal("Zoë".getBytes(StandardCharsets.UTF_8)));
        assertThat(new Pseudonyms(KEY, Map.of()).assign(List.of("Zoë")).get("Zoë"))
                .isEqualTo(expected);
    }

    @Test
    void twoStudentsNeverShareOne() {
        String wanted = new Pseudonyms(KEY, Map.of()).assign(List.of("anna")).get("anna");
        Pseudonyms taken = new Pseudonyms(KEY, Map.of(wanted, "ben"));
        String other = taken.assign(List.of("anna")).get("anna");
        assertThat(other).isNotEqualTo(wanted);
        assertThat(taken.assign(List.of("anna")).get("anna")).isEqualTo(other);
        List<String> many = IntStream.range(0, 20_000).mapToObj(i -> "s" + i).toList();
        assertThat(Set.copyOf(new Pseudonyms(KEY, Map.of()).assign(many).values()))
                .hasSize(many.size());
    }

    @Test
    void theFileIsItsOwnersAloneAndComesBack() throws IOException {
        Path file = disk.resolve("new/key");
        Pseudonyms made = PseudonymFile.open(file);
        String anna = made.assign(List.of("anna\t\"\n")).get("anna\t\"\n");
        PseudonymFile.write(made, file);
        assertThat(PseudonymFile.open(file).name(anna)).contains("anna\t\"\n");
        assertThat(file.getParent())
                .isDirectoryContaining(path -> path.equals(file))
                .isDirectoryNotContaining("glob:**.tmp");
        Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "no POSIX rights here");
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void whatIsNoKeyFileIsRefused() throws IOException {
        for (String text : List.of("{ cut", "{}", "[]", "", "{\"key\": \"xyz\", \"names\": {}}", "\u0000")) {
            Path file = Files.writeString(disk.resolve("bad"), text);
            assertThatThrownBy(() -> PseudonymFile.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is no key file; name the one")
                    .hasMessageNotContaining("\n");
        }
        assertThatThrownBy(() -> PseudonymFile.read(disk.resolve("none")))
                .hasMessageContaining("there is no such file");
    }
}
