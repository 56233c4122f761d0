package io.gradlab.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.io.DataFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataInstallerTest {
    private static final byte[] FIRST = SampleFiles.cifar(1);
    private static final byte[] SECOND = SampleFiles.cifar(2, 3);

    @TempDir
    Path root;

    @Test
    void unpacksTheExpectedFilesOfAnArchiveOnly() throws IOException {
        byte[] archive = SampleFiles.gzip(tar(
                entry("cifar/", '5', new byte[0]),
                entry("../evil.bin", '0', FIRST),
                entry("cifar/1.bin", '0', FIRST),
                entry("../../2.bin", '0', SECOND)));

        install(archive);

        assertThat(root.resolve("set/1.bin")).hasBinaryContent(FIRST);
        assertThat(root.resolve("set/2.bin")).hasBinaryContent(SECOND);
        try (var files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("1.bin", "2.bin", "sum");
        }
    }

    @Test
    void leavesGoodFilesAlone() throws IOException {
        Files.createDirectories(root.resolve("set"));
        Files.write(root.resolve("set/1.bin"), FIRST);
        Files.write(root.resolve("set/2.bin"), SECOND);

        install(new byte[] {1, 2, 3});

        assertThat(root.resolve("set/archive.tar.gz")).doesNotExist();
    }

    @Test
    void refusesArchivesThatAreNotWhatTheyShouldBe() throws IOException {
        byte[] good = tar(entry("1.bin", '0', FIRST), entry("2.bin", '0', SECOND));
        byte[] changed = good.clone();
        changed[3] ^= 1;

        assertRefused(Arrays.copyOf(good, 5000), "ends too early");
        assertRefused(changed, "is no tar archive");
        assertRefused(new byte[1024], "has no file 1.bin");
        assertRefused(tar(entry("1.bin", '2', FIRST), entry("2.bin", '0', SECOND)), "has no file 1.bin");
        assertRefused(tar(entry("1.bin", '0', SECOND)), "1.bin in it has 6146 bytes instead of 3073");
        assertRefused(
                tar(entry("1.bin", '0', SampleFiles.cifar(9)), entry("2.bin", '0', SECOND)), "another SHA-256");
    }

    private void assertRefused(byte[] tar, String problem) throws IOException {
        Files.deleteIfExists(root.resolve("set/1.bin"));
        assertThatThrownBy(() -> install(SampleFiles.gzip(tar)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(problem);
    }

    private void install(byte[] archive) throws IOException {
        try (MirrorServer server = new MirrorServer(archive);
                Download download = new Download()) {
            KnownFile packed = new KnownFile("archive.tar.gz", archive.length, sum(archive), List.of(server.uri("good")));
            List<KnownFile> files = List.of(
                    new KnownFile("1.bin", FIRST.length, sum(FIRST), List.of()),
                    new KnownFile("2.bin", SECOND.length, sum(SECOND), List.of()));
            KnownSet set = new KnownSet("test", "set", "", "", files, Optional.of(packed));
            new DataInstaller(new DataFolder(root), download).install(set, (file, bytes) -> {});
        }
    }

    private Checksum sum(byte[] content) throws IOException {
        return new Checksum(Checksum.of(Files.write(root.resolve("sum"), content)), true);
    }

    private static byte[] tar(byte[]... entries) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            tar.writeBytes(entry);
        }
        tar.writeBytes(new byte[1024]);
        return tar.toByteArray();
    }

    private static byte[] entry(String name, char type, byte[] content) {
        byte[] entry = new byte[512 + (content.length + 511) / 512 * 512];
        put(entry, 0, name);
        put(entry, 124, String.format(Locale.ROOT, "%011o", content.length));
        entry[156] = (byte) type;
        put(entry, 148, "        ");
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += entry[i] & 0xFF;
        }
        put(entry, 148, String.format(Locale.ROOT, "%06o", sum));
        entry[154] = 0;
        System.arraycopy(content, 0, entry, 512, content.length);
        return entry;
    }

    private static void put(byte[] target, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }
}
