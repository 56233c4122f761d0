package io.gradlab.nn.data;

import java.util.List;

/**
 * How the ten digits are written: for each, a few hand-writing variants, each a list of strokes in the unit square, x
 * to the right and y down.
 */
final class DigitGlyphs {

    private static final List<List<List<Stroke>>> GLYPHS = List.of(
            List.of( // 0
                    List.of(curve(.5, .05, .24, .2, .15, .55, .28, .88, .55, .95, .8, .75, .85, .4, .72, .12, .5, .05)),
                    List.of(curve(.6, .06, .36, .22, .28, .6, .42, .94, .62, .82, .74, .4, .6, .06, .44, .12))),
            List.of( // 1
                    List.of(line(.5, .05, .5, .95)),
                    List.of(line(.28, .28, .55, .05, .55, .95)),
                    List.of(line(.3, .25, .5, .05, .5, .95), line(.28, .95, .74, .95))),
            List.of( // 2
                    List.of(
                            curve(.18, .28, .35, .07, .65, .07, .8, .28, .65, .52, .38, .75, .17, .93),
                            line(.17, .93, .86, .93)),
                    List.of(curve(
                            .2, .25, .4, .06, .7, .1, .76, .34, .56, .64, .25, .92, .14, .8, .3, .72, .55, .9, .88,
                            .9))),
            List.of( // 3
                    List.of(
                            curve(.2, .15, .5, .05, .75, .2, .68, .4, .4, .47),
                            curve(.4, .47, .74, .56, .8, .78, .55, .95, .18, .86)),
                    List.of(line(.2, .07, .78, .07, .45, .42), curve(.45, .42, .74, .5, .8, .75, .52, .95, .18, .86))),
            List.of( // 4
                    List.of(line(.28, .06, .18, .56, .86, .56), line(.66, .28, .64, .96)),
                    List.of(line(.66, .96, .66, .05, .14, .66, .9, .66))),
            List.of( // 5
                    List.of(
                            line(.78, .07, .3, .07, .25, .46),
                            curve(.25, .46, .52, .36, .78, .5, .78, .78, .52, .95, .18, .86)),
                    List.of(curve(.8, .1, .42, .07, .26, .25, .36, .43, .66, .5, .78, .7, .58, .93, .2, .87))),
            List.of( // 6
                    List.of(curve(
                            .7, .06, .4, .22, .22, .56, .28, .86, .52, .95, .76, .82, .75, .6, .52, .5, .26, .66)),
                    List.of(curve(.45, .04, .28, .35, .22, .72, .4, .94, .68, .9, .74, .68, .54, .56, .24, .74))),
            List.of( // 7
                    List.of(line(.16, .08, .84, .08, .4, .95)),
                    List.of(line(.16, .08, .84, .08, .4, .95), line(.34, .5, .76, .5)),
                    List.of(line(.18, .22, .18, .08, .82, .08), curve(.82, .08, .6, .4, .48, .7, .46, .95))),
            List.of( // 8
                    List.of(curve(
                            .5, .48, .25, .3, .3, .1, .52, .04, .74, .13, .72, .32, .5, .48, .22, .7, .28, .9, .5, .96,
                            .76, .89, .78, .68, .5, .48)),
                    List.of(curve(
                            .74, .18, .5, .04, .28, .2, .36, .4, .66, .58, .76, .8, .5, .96, .24, .8, .36, .58, .66, .4,
                            .74, .18))),
            List.of( // 9
                    List.of(
                            curve(.76, .28, .64, .09, .4, .06, .22, .25, .32, .46, .58, .46, .76, .28),
                            line(.76, .28, .7, .96)),
                    List.of(curve(
                            .76, .26, .58, .06, .3, .1, .24, .34, .46, .5, .74, .32, .76, .26, .76, .6, .62, .9, .28,
                            .94))));

    private DigitGlyphs() {}

    /**
     * One movement of the pen.
     *
     * @param smooth whether the pen rounds its way through the points, or goes straight from one to the next
     * @param points x0, y0, x1, y1, …
     */
    record Stroke(boolean smooth, float... points) {}

    /** Returns the variants of a digit. */
    static List<List<Stroke>> of(int digit) {
        return GLYPHS.get(digit);
    }

    private static Stroke line(double... points) {
        return new Stroke(false, floats(points));
    }

    private static Stroke curve(double... points) {
        return new Stroke(true, floats(points));
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
