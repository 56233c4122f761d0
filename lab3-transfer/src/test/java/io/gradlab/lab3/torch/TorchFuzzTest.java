package io.gradlab.lab3.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.io.DataFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutated pickles and files: each is read or refused with the reader's own error; {@code -Pthorough} takes a million. */
class TorchFuzzTest {
    private static final int PICKLES = Integer.getInteger("gradlab.fuzz", 20_000);
    private static final int FILES = PICKLES / 20;
    private static final String CODES =
            "NKMJGUTXc}])(tlaesuQRb0qrhj.\u0080\u0085\u0086\u0087\u0088\u0089\u008a\u008c\u008d\u0093\u0094\u0095";

    @TempDir
    Path folder;

    @Test
    void everyMutatedPickleIsReadOrRefused() throws IOException {
        List<byte[]> good = List.of(pickle("weights-zip.pth"), pickle("module-zip.pth"), pickle("protocol-4.pth"));
        int read = 0;
        for (int i = 0; i < PICKLES; i++) {
            SplittableRandom random = new SplittableRandom(i);
            byte[] bytes = mutated(good.get(random.nextInt(good.size())), random);
            try {
                StateDict.of(PickleMachine.read(new PickleInput(bytes)));
                read++;
            } catch (PickleException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("pickle " + i, e);
            }
        }
        System.out.println(PICKLES + " mutated pickles, " + read + " still good");
        assertThat(read).isBetween(PICKLES / 1000, PICKLES / 2);
    }

    @Test
    void everyMutatedFileIsReadOrRefused() throws IOException {
        List<byte[]> good = List.of(Recorded.bytes("weights-zip.pth"), Recorded.bytes("weights-legacy.pth"));
        Path file = folder.resolve("fuzz.pth");
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            SplittableRandom random = new SplittableRandom(i);
            Files.write(file, mutated(good.get(random.nextInt(good.size())), random));
            try (TorchFile opened = TorchFile.open(file)) {
                opened.tensors().keySet().forEach(opened::read);
                read++;
            } catch (DataFormatException refused) {
                assertThat(refused.getMessage()).startsWith(file + ": ").doesNotContain("\n");
            } catch (RuntimeException | Error e) {
                throw new AssertionError("file " + i, e);
            }
        }
        System.out.println(FILES + " mutated files, " + read + " still good");
        assertThat(read).isBetween(FILES / 100, FILES * 9 / 10);
    }

    private static byte[] mutated(byte[] good, SplittableRandom random) {
        byte[] bytes = good.clone();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            int place = random.nextInt(bytes.length);
            byte code = (byte) CODES.charAt(random.nextInt(CODES.length()));
            switch (random.nextInt(6)) {
                case 0 -> bytes[place] = (byte) random.nextInt(256);
                case 1 -> bytes = replaced(bytes, place, 1, new byte[0]);
                case 2 -> bytes = replaced(bytes, place, 0, new byte[] {code});
                case 3 -> bytes[place] = code;
                case 4 -> bytes = replaced(bytes, place, 0, piece(bytes, place, random.nextInt(40)));
                default -> bytes[place] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return bytes;
    }

    private static byte[] piece(byte[] bytes, int begin, int length) {
        return Arrays.copyOfRange(bytes, begin, Math.min(bytes.length, begin + length));
    }

    private static byte[] replaced(byte[] bytes, int place, int removed, byte[] inserted) {
        return ByteBuffer.allocate(bytes.length - removed + inserted.length)
                .put(bytes, 0, place)
                .put(inserted)
                .put(bytes, place + removed, bytes.length - place - removed)
                .array();
    }

    private byte[] pickle(String name) throws IOException {
        try (ZipFile zip = new ZipFile(Recorded.copy(name, folder).toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(each -> each.getName().endsWith("data.pkl"))
                    .findFirst()
                    .orElseThrow();
            return zip.getInputStream(entry).readAllBytes();
        }
    }
}
