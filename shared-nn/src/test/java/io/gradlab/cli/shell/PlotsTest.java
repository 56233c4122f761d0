package io.gradlab.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlotsTest {

    @Test
    void eachPictureGetsFilesOfItsOwn() throws IOException {
        Path one = Plots.plot(x -> x * x, -1, 1);
        Path other = Plots.plot(3, 1, 2);
        try {
            assertThat(one).isNotEqualTo(other).exists();
            assertThat(csv(one)).startsWith("x,f\n-1,1\n");
            assertThat(csv(other)).isEqualTo("index,values\n0,3\n1,1\n2,2\n");
        } finally {
            for (Path file : new Path[] {one, other}) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(csvOf(file));
            }
        }
    }

    private static String csv(Path picture) throws IOException {
        return Files.readString(csvOf(picture));
    }

    private static Path csvOf(Path picture) {
        return Path.of(picture.toString().replaceAll("\\.png$", ".csv"));
    }
}
