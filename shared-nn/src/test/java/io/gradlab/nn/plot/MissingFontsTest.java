package io.gradlab.nn.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingFontsTest {
    @TempDir
    Path directory;

    /** A picture whose drawing fails. */
    private record Failing(Supplier<BufferedImage> drawing) implements Picture {
        @Override
        public String title() {
            return "none";
        }

        @Override
        public String toCsv() {
            return "x\n1\n";
        }

        @Override
        public String altText() {
            return "nothing";
        }

        @Override
        public BufferedImage draw() {
            return drawing.get();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal", "linkage", "null pointer in sun.font", "wrapped"})
    void theNumbersAreWrittenAndTheMendIsNamed(String kind) throws Exception {
        Path old = Files.writeString(directory.resolve("loss.png"), "an older picture");

        SavedPicture saved = new Failing(() -> fail(kind)).save(directory.resolve("loss"));

        assertThat(saved.csv()).hasContent("x\n1\n");
        assertThat(saved.png()).isEmpty();
        assertThat(saved.skipped())
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("no usable fonts", "apt-get install fontconfig")
                        .doesNotContain("\n"));
        assertThat(old).doesNotExist();
    }

    @Test
    void mistakesOfOurOwnAreNotBlamedOnFonts() {
        Failing broken = new Failing(() -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(() -> broken.save(directory.resolve("loss"))).hasMessage("a bug");
    }

    @Test
    void thisMachineCanDraw() {
        assertThat(Pictures.available().available()).isTrue();
        assertThat(Pictures.available().message()).isEmpty();
    }

    private static BufferedImage fail(String kind) {
        NullPointerException inFonts = new NullPointerException();
        inFonts.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("sun.awt.FontConfiguration", "getVersion", "FontConfiguration.java", 1262)
        });
        switch (kind) {
            case "internal" -> throw new InternalError("java.lang.reflect.InvocationTargetException\nsecond line");
            case "linkage" -> throw new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager");
            case "wrapped" ->
                throw new IllegalStateException("cannot draw", new RuntimeException(new InternalError("head is null")));
            default -> throw inFonts;
        }
    }
}
