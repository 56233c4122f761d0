package io.gradlab.nn.data;

/** A square grey image on which round-ended strokes are drawn, antialiased by each pixel's distance to the stroke. */
final class StrokeCanvas {
    private static final int STEPS = 4; // straight pieces from one point of a curve to the next

    private final int size;
    private final float[] ink; // row-major, each in [0, 1]

    StrokeCanvas(int size) {
        this.size = size;
        this.ink = new float[size * size];
    }

    /** Returns the pixels, row-major; not a copy. */
    float[] ink() {
        return ink;
    }

    /** Draws the straight stroke from (x0, y0) to (x1, y1), in pixels; ink that is already darker stays. */
    void line(float x0, float y0, float x1, float y1, float halfWidth, float strength) {
        float reach = halfWidth + 1;
        int left = Math.max(0, (int) (Math.min(x0, x1) - reach));
        int right = Math.min(size - 1, (int) (Math.max(x0, x1) + reach));
        int top = Math.max(0, (int) (Math.min(y0, y1) - reach));
        int bottom = Math.min(size - 1, (int) (Math.max(y0, y1) + reach));
        float dx = x1 - x0;
        float dy = y1 - y0;
        float scale = 1 / Math.max(dx * dx + dy * dy, 1e-6f);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                float px = x + 0.5f - x0;
                float py = y + 0.5f - y0;
                float along = Math.clamp((px * dx + py * dy) * scale, 0f, 1f);
                float ex = px - along * dx;
                float ey = py - along * dy;
                float distance = (float) Math.sqrt(ex * ex + ey * ey);
                float value = strength * Math.clamp(halfWidth + 0.5f - distance, 0f, 1f);
                ink[y * size + x] = Math.max(ink[y * size + x], value);
            }
        }
    }

    /** Draws a smooth stroke through points x0, y0, x1, y1, … (a Catmull-Rom spline), in pixels. */
    void curve(float[] points, float halfWidth, float strength) {
        int count = points.length / 2;
        float x = points[0];
        float y = points[1];
        for (int i = 0; i + 1 < count; i++) {
            int before = 2 * Math.max(i - 1, 0);
            int after = 2 * Math.min(i + 2, count - 1);
            for (int step = 1; step <= STEPS; step++) {
                float t = step / (float) STEPS;
                float nextX = spline(points[before], points[2 * i], points[2 * i + 2], points[after], t);
                float nextY = spline(points[before + 1], points[2 * i + 1], points[2 * i + 3], points[after + 1], t);
                line(x, y, nextX, nextY, halfWidth, strength);
                x = nextX;
                y = nextY;
            }
        }
    }

    private static float spline(float p0, float p1, float p2, float p3, float t) {
        float a = 2 * p1;
        float b = p2 - p0;
        float c = 2 * p0 - 5 * p1 + 4 * p2 - p3;
        float d = 3 * (p1 - p2) + p3 - p0;
        return 0.5f * (a + t * (b + t * (c + t * d)));
    }
}
