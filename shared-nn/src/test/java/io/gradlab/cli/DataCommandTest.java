package io.gradlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DataCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void listShowsEachSetAndHowToGetIt() {
        assertThat(run("list", "--data", folder.toString())).isZero();

        assertThat(out.toString())
                .contains("Sets in " + folder)
                .contains("mnist ")
                .contains("not here, ./gradlab data get fashion-mnist")
                .contains("licence  MIT, Zalando SE")
                .contains("cifar-10-binary.tar.gz")
                .contains(folder.resolve("cifar-10-batches-bin").toString());
    }

    @Test
    void theFolderMayBeNamedBeforeTheSubcommand() {
        assertThat(run("--data", folder.toString(), "list")).isZero();

        assertThat(out.toString()).contains("Sets in " + folder);
    }

    @Test
    void listCountsUnpackedFilesAsHere() throws IOException {
        writeTinyMnist();

        run("list", "--data", folder.toString());

        assertThat(out.toString()).containsPattern("\nmnist .*; here\\R");
    }

    @Test
    void checkReadsWhatIsThere() throws IOException {
        writeTinyMnist();

        assertThat(run("check", "--data", folder.toString())).isZero();
        assertThat(out.toString())
                .contains("ok    train-images-idx3-ubyte: here unpacked")
                .contains("ok    training samples: 1 samples of [1, 1, 1]")
                .doesNotContain("cifar");
    }

    @Test
    void checkFindsABrokenFile() throws IOException {
        writeTinyMnist();
        Files.write(folder.resolve("mnist/train-labels-idx1-ubyte.gz"), new byte[] {1, 2, 3});

        assertThat(run("check", "--data", folder.toString(), "mnist")).isEqualTo(1);
        assertThat(out.toString())
                .contains("BAD   train-labels-idx1-ubyte.gz: SHA-256 is ")
                .contains("BAD   training samples: " + folder.resolve("mnist/train-labels-idx1-ubyte.gz"))
                .contains("ok    test samples");
    }

    @Test
    void checkOfAMissingSetSaysHowToGetIt() {
        assertThat(run("check", "--data", folder.toString(), "fashion-mnist")).isEqualTo(1);

        assertThat(out.toString()).contains("missing; run ./gradlab data get fashion-mnist");
    }

    @Test
    void badInputIsAUserError() {
        assertUserError("There is no set \"minst\"; there are mnist, fashion-mnist, cifar-10", "get", "minst");
        assertUserError(folder + " holds none of the sets; run", "check", "--data", folder.toString());
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("get")).isEqualTo(2);
        assertThat(run("list", "--no-such-option")).isEqualTo(2);
        assertThat(err.toString()).contains("Say what to do");
    }

    @Test
    void getFailsWithOneLineWhenTheFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("get", "mnist", "--data", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains(file.toString()).hasLineCount(1);
    }

    private void writeTinyMnist() throws IOException {
        Path mnist = Files.createDirectories(folder.resolve("mnist"));
        byte[] images = ByteBuffer.allocate(17)
                .putInt(0x803)
                .putInt(1)
                .putInt(1)
                .putInt(1)
                .array();
        byte[] labels = ByteBuffer.allocate(9).putInt(0x801).putInt(1).array();
        for (String part : new String[] {"train", "t10k"}) {
            Files.write(mnist.resolve(part + "-images-idx3-ubyte"), images);
            Files.write(mnist.resolve(part + "-labels-idx1-ubyte"), labels);
        }
    }

    private void assertUserError(String message, String... arguments) {
        CommandLine.ParseResult parsed = command().parseArgs(arguments);

        assertThatThrownBy(() -> {
                    try {
                        new CommandLine.RunLast().execute(parsed);
                    } catch (CommandLine.ExecutionException e) {
                        throw e.getCause();
                    }
                })
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(message);
    }

    private int run(String... arguments) {
        return command().execute(arguments);
    }

    private CommandLine command() {
        return new CommandLine(new DataCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
