package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.compile.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JPlag's part is played by a program that records how it was started. */
class SimilarityCommandTest {
    @TempDir
    private Path disk;

    private String in = "";

    @BeforeEach
    void handIn() throws IOException {
        Path folder = Files.createDirectories(disk.resolve("in/anna/io/gradlab/lab1/student"));
        Files.writeString(folder.resolve("Relu.java"), Sources.skeleton().get("Relu.java"));
        in = disk.resolve("in").toString();
    }

    private Path recorder(int code) throws IOException {
        Path source = Files.writeString(disk.resolve("Recorder.java"), """
                public class Recorder {
                    public static void main(String[] arguments) throws Exception {
                        java.nio.file.Files.write(java.nio.file.Path.of("arguments.txt"), java.util.List.of(arguments));
                        System.out.println("compared");
                        System.exit(%d);
                    }
                }
                """.formatted(code));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Recorder");
        Path jar = disk.resolve("my jplag.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new JarEntry("Recorder.class"));
            Files.copy(disk.resolve("Recorder.class"), entries);
        }
        return jar;
    }

    private Launched similarity(Path out, Path jar) {
        return Launched.run("similarity", in, "--lab=lab1", "--out=" + out, "--jplag=" + jar);
    }

    @Test
    void startsJPlagInThePreparedFolder() throws IOException {
        Path out = disk.resolve("com,pared");
        Launched launched = similarity(out, recorder(0));

        assertThat(launched.code()).as(launched.err()).isZero();
        assertThat(launched.out())
                .contains(
                        "1 submissions in " + out.resolve("submissions"), "-jar '" + disk.resolve("my jplag.jar") + "'")
                .contains("compared", "result.jplag");
        assertThat(Files.readAllLines(out.resolve("arguments.txt")))
                .startsWith("--language", "java", "--mode", "RUN", "--base-code", "base")
                .endsWith("--result-file", "result", "--overwrite", "submissions");
    }

    @Test
    void onlyPrintsTheCommandWithoutAJar() {
        Launched launched = Launched.run("similarity", in, "--lab=lab1", "--out=" + disk.resolve("out"));

        assertThat(launched.code()).isZero();
        assertThat(launched.out()).contains("cd " + disk.resolve("out") + " && ", "jplag.jar --language java");
        assertThat(disk.resolve("out/base/Relu.java")).exists();
    }

    @Test
    void saysThatJPlagFailed() throws IOException {
        Launched launched = similarity(disk.resolve("out"), recorder(3));

        assertThat(launched.code()).isEqualTo(1);
        assertThat(launched.err()).isEqualToNormalizingNewlines("gradlab: JPlag ended with 3; what it said is above\n");
    }

    @Test
    void refusesBadInputInOneLine() throws IOException {
        String out = "--out=" + disk.resolve("out");
        Launched.refuses("There is no lab lab9", "similarity", in, "--lab=lab9", out);
        Launched.refuses("does not exist; get JPlag's jar", "similarity", in, "--lab=lab1", out, "--jplag=none.jar");
        Launched.refuses("does not exist; name a zip", "similarity", in + "/none", "--lab=lab1", out);
        Files.createDirectories(disk.resolve("out2/old"));
        Launched.refuses("is there already", "similarity", in, "--lab=lab1", "--out=" + disk.resolve("out2"));
        Path empty = Files.createDirectories(disk.resolve("empty/none"));
        Launched.refuses(
                "holds no source",
                "similarity",
                empty.getParent().toString(),
                "--lab=lab1",
                "--out=" + disk.resolve("out3"));
    }
}
