package io.gradlab.nn.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grid of values: its numbers, and a look at its cells. */
class ValueGridTest {

    private static ValueGrid grid(double... lastRow) {
        return new ValueGrid(
                "toy",
                "optimizer",
                List.of("adam", "sgd"),
                "lr",
                List.of("0.1", "1"),
                "accuracy (%)",
                new double[][] {{50, 90}, lastRow},
                "diverged");
    }

    @Test
    void writesACellALineAndDrawsThemAll(@TempDir Path folder) throws Exception {
        SavedPicture saved = grid(70, Double.NaN).save(folder.resolve("grid"));
        assertThat(saved.csv()).hasContent("optimizer,lr,accuracy (%)\nadam,0.1,50\nadam,1,90\nsgd,0.1,70\nsgd,1,\n");
        BufferedImage image = Looks.read(saved);
        int best = new Color(0x08, 0x30, 0x6B).getRGB();
        assertThat(Looks.pixels(image, best)).as("the best cell is deep blue").isGreaterThan(10_000);
        assertThat(grid(70, Double.NaN).altText()).contains("from 50 to 90");
    }

    @Test
    void missingCellsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> grid(70)).withMessageContaining("2 columns");
    }
}
