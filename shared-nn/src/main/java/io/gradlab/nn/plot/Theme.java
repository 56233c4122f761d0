package io.gradlab.nn.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The one look of all pictures. Sizes are in units of a picture that is {@link #WIDTH} wide; each unit becomes
 * {@link #PIXELS_PER_UNIT} pixels, so that text stays sharp on a slide.
 */
public final class Theme {
    /** A picture's width. */
    public static final int WIDTH = 800;

    /** Pixels per unit, in both directions. */
    public static final int PIXELS_PER_UNIT = 2;

    /** The background. */
    public static final Color PAPER = Color.WHITE;

    /** Text. */
    public static final Color INK = new Color(0x22, 0x22, 0x22);

    /** Text of less weight, and axes. */
    public static final Color FAINT_INK = new Color(0x59, 0x59, 0x59);

    /** Grid lines and frames. */
    public static final Color GRID = new Color(0xE0, 0xE0, 0xE0);

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 19);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    static final int MARGIN = 16;

    // The first four are Okabe and Ito's. The others were searched for: far from all before them for every kind of
    // eyes,
    // and neither lost on white nor on a dark page.
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xAB8D4F),
            new Color(0x7458EA),
            new Color(0x646573),
            new Color(0xB44E4F),
            new Color(0x9985EA),
            new Color(0xC90322));

    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.SQUARE,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_DOWN,
            SeriesMarkers.CROSS,
            SeriesMarkers.PLUS,
            SeriesMarkers.TRAPEZOID,
            SeriesMarkers.OVAL,
            SeriesMarkers.RECTANGLE);

    private static final float LINE_WIDTH = 2.4f;

    private Theme() {}

    /** Returns colour {@code index} of ten that also colour-blind readers can tell apart; then they start again. */
    public static Color colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    /** Returns the marker that goes with the colour; from the eleventh series on the pairs differ again. */
    static Marker marker(int index) {
        return MARKERS.get((index + index / COLOURS.size()) % MARKERS.size());
    }

    static BasicStroke line(boolean dashed) {
        float[] pattern = {8f, 6f};
        return dashed
                ? new BasicStroke(LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, pattern, 0f)
                : new BasicStroke(LINE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** Returns the mixture of {@code from} and {@code to}; {@code share} of the latter, in [0, 1]. */
    static Color mix(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
    }
}
