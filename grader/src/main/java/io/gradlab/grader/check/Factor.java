package io.gradlab.grader.check;

/** Says in words by which factor all values are off. */
final class Factor {
    private static final double NEARLY = 1e-3;

    private Factor() {}

    /** Completes "all of it is …". */
    static String describe(double factor) {
        if (Math.abs(factor) < NEARLY * NEARLY) {
            return "zero";
        }
        String sign = factor < 0 ? "has the wrong sign" : "";
        double size = Math.abs(factor);
        if (Math.abs(size - 1) < NEARLY) {
            return sign.isEmpty() ? "a little off" : "of the right size but " + sign;
        }
        String scale = size > 1 ? times(size) + " times too large" : times(1 / size) + " times too small";
        return sign.isEmpty() ? scale : scale + " and " + sign;
    }

    private static String times(double factor) {
        double whole = Math.rint(factor);
        return Figures.of(Math.abs(factor - whole) < NEARLY * whole ? whole : factor);
    }
}
