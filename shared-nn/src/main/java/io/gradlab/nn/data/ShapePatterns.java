package io.gradlab.nn.data;

/** The ten shapes and textures, in pixels around the image's centre; edges are one pixel soft. */
final class ShapePatterns {
    private static final float SIN_60 = 0.8660254f;

    private ShapePatterns() {}

    /** Tells how much of a pixel is foreground. */
    @FunctionalInterface
    interface Pattern {

        /** Returns the foreground's part at a point; below 0 means 0, above 1 means 1. */
        float coverage(float x, float y);
    }

    /** Returns a random pattern of class {@code label}, in 0 .. 9. */
    static Pattern of(int label, Draws draws) {
        float radius = draws.between(6, 11.5);
        float period = draws.between(4.5, 9);
        float turn = draws.jitter(0.3);
        return switch (label) {
            case 0 -> shape(draws, turn, (x, y) -> inside(length(x, y) - radius));
            case 1 -> shape(draws, turn, (x, y) -> inside(Math.max(Math.abs(x), Math.abs(y)) - radius * 0.9f));
            case 2 -> shape(draws, draws.between(-Math.PI, Math.PI), (x, y) -> inside(triangle(x, y, radius)));
            case 3 -> shape(draws, draws.between(-Math.PI, Math.PI), (x, y) -> inside(cross(x, y, radius)));
            case 4 -> shape(draws, turn, (x, y) -> inside(Math.abs(length(x, y) - radius) - radius * 0.25f));
            case 5 -> shape(draws, turn, (x, y) -> stripes(y, period));
            case 6 -> shape(draws, turn, (x, y) -> stripes(x, period));
            case 7 -> shape(draws, turn, (x, y) -> checkers(stripes(x, 1.6f * period), stripes(y, 1.6f * period)));
            case 8 -> shape(draws, turn, (x, y) -> dots(x, y, period));
            case 9 -> {
                double diagonal = (0.25 + 0.5 * draws.below(4)) * Math.PI;
                yield shape(draws, diagonal + turn, (x, y) -> 0.5f + x / (3 * radius));
            }
            default -> throw new IllegalArgumentException("There is no shape " + label);
        };
    }

    /** Moves and turns a pattern at random. */
    private static Pattern shape(Draws draws, double angle, Pattern pattern) {
        float cos = (float) StrictMath.cos(angle);
        float sin = (float) StrictMath.sin(angle);
        float centreX = draws.jitter(5);
        float centreY = draws.jitter(5);
        return (x, y) -> {
            float dx = x - centreX;
            float dy = y - centreY;
            return pattern.coverage(cos * dx + sin * dy, cos * dy - sin * dx);
        };
    }

    /** Returns the coverage of a pixel at a distance outside (above 0) or inside (below 0) of an edge. */
    private static float inside(float distance) {
        return 0.5f - distance;
    }

    private static float length(float x, float y) {
        return (float) Math.sqrt(x * x + y * y);
    }

    private static float triangle(float x, float y, float radius) {
        float right = SIN_60 * x - 0.5f * y;
        float left = -SIN_60 * x - 0.5f * y;
        return Math.max(y, Math.max(left, right)) - radius * 0.65f;
    }

    private static float cross(float x, float y, float radius) {
        float beam = radius * 0.3f;
        float across = Math.max(Math.abs(x) - radius, Math.abs(y) - beam);
        float along = Math.max(Math.abs(y) - radius, Math.abs(x) - beam);
        return Math.min(across, along);
    }

    private static float stripes(float position, float period) {
        float fromMiddle = Math.abs(cell(position / period)) * period;
        return Math.clamp(inside(fromMiddle - 0.25f * period), 0f, 1f);
    }

    private static float checkers(float a, float b) {
        return a + b - 2 * a * b;
    }

    private static float dots(float x, float y, float period) {
        return inside(length(cell(x / period) * period, cell(y / period) * period) - 0.3f * period);
    }

    /** Returns the distance to the nearest whole number, in [-0.5, 0.5). */
    private static float cell(float position) {
        return position - (float) Math.floor(position + 0.5f);
    }
}
