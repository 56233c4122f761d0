package io.gradlab.nn.kernel.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bits for any number of threads, any vector width, interpreted or compiled, with and without the Vector API. */
class SameBitsTest {
    // Made on a machine with 512-bit vectors. If a kernel's definition changes on purpose, this number changes with it.
    private static final int HASH = 1431828942;
    private static final int ROUNDS = 300; // enough for the optimizing compiler to have replaced every loop

    @Test
    void hereAndNowTheBitsAreTheCommittedOnes() {
        assertThat(BitsMain.hash(ROUNDS)).isEqualTo(HASH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 --add-modules jdk.incubator.vector",
                "3 --add-modules jdk.incubator.vector",
                "1", // without the incubator module: plain loops
                "2 --add-modules jdk.incubator.vector -Dgradlab.vector=off",
                "2 --add-modules jdk.incubator.vector -Xint",
                "1 --add-modules jdk.incubator.vector -Xint -Dgradlab.vector=on",
                "2 --add-modules jdk.incubator.vector -Xcomp -XX:TieredStopAtLevel=1",
            })
    void inAnotherJvmTheBitsAreTheSame(String setting) throws Exception {
        assertThat(hashWith(setting)).isEqualTo(HASH);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void atAnyVectorWidthTheBitsAreTheSame(int avx) throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                System.getProperty("os.arch").equals("amd64"), "-XX:UseAVX is an option of x86 JVMs");
        assertThat(hashWith("2 --add-modules jdk.incubator.vector -XX:UseAVX=" + avx))
                .isEqualTo(HASH);
    }

    private static int hashWith(String setting) throws IOException, InterruptedException {
        List<String> words = List.of(setting.split(" "));
        String rounds = setting.contains("-Xint") || setting.contains("-Xcomp") ? "1" : Integer.toString(ROUNDS);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(words.subList(1, words.size()));
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), BitsMain.class.getName(), words.getFirst(), rounds));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        List<String> lines = output.lines().toList();
        return Integer.parseInt(lines.getLast());
    }
}
