package io.gradlab.nn.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ten colours can be told apart by every kind of eyes, and each has a marker of its own. */
class ThemeTest {
    private static final int COLOURS = 10;
    private static final double DISTANCE = 16; // CIE 1976; about seven times what is just noticed side by side
    private static final double VISIBLE = 3; // WCAG 2.2, 1.4.11: graphics against what is behind them
    private static final Color DARK = new Color(0x14161A); // the pages' ground at night, from report.css

    /** Kinds of colour vision: what they make of linear red, green and blue (Machado et al. 2009, severity 1). */
    enum Eyes {
        USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPE(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTERANOPE(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITANOPE(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Eyes(double... matrix) {
            this.matrix = matrix;
        }

        /** Returns lightness, green to red and blue to yellow (CIELAB). */
        double[] see(Color colour) {
            double[] linear = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
            double[] seen = new double[3];
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    seen[row] += matrix[3 * row + column] * linear[column];
                }
                seen[row] = Math.clamp(seen[row], 0, 1);
            }
            double x = root((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
            double y = root(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
            double z = root((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
            return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
        }

        private static double linear(int level) {
            double share = level / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        }

        private static double root(double share) {
            return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16.0 / 116;
        }
    }

    @ParameterizedTest
    @EnumSource
    void coloursCanBeToldApart(Eyes eyes) {
        for (int i = 0; i < COLOURS; i++) {
            for (int j = 0; j < i; j++) {
                double[] one = eyes.see(Theme.colour(i));
                double[] other = eyes.see(Theme.colour(j));
                double distance = Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
                assertThat(distance).as("colours %d and %d, %s", i, j, eyes).isGreaterThan(DISTANCE);
            }
        }
    }

    @Test
    void coloursStandOutOnWhiteAndOnADarkPage() {
        for (int i = 0; i < COLOURS; i++) {
            assertThat(contrast(Theme.colour(i), Theme.PAPER))
                    .as("colour %d on white", i)
                    .isGreaterThanOrEqualTo(VISIBLE);
            assertThat(contrast(Theme.colour(i), DARK))
                    .as("colour %d on a dark page", i)
                    .isGreaterThanOrEqualTo(VISIBLE);
        }
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * Eyes.linear(colour.getRed())
                + 0.7152 * Eyes.linear(colour.getGreen())
                + 0.0722 * Eyes.linear(colour.getBlue());
    }

    @Test
    void eachColourHasAMarkerOfItsOwn() {
        Set<Object> markers = new HashSet<>();
        for (int i = 0; i < COLOURS; i++) {
            markers.add(Theme.marker(i));
        }
        assertThat(markers).hasSize(COLOURS);
        assertThat(Theme.colour(COLOURS)).isEqualTo(Theme.colour(0));
        assertThat(Theme.marker(COLOURS)).isNotEqualTo(Theme.marker(0));
    }
}
