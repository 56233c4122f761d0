package io.gradlab.nn.kernel.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops on the Vector API, at the machine's preferred width.
 *
 * <p>Vectors hold neighbouring elements and never pieces of one sum, so each element sees the same operations at every
 * width; tails run through the scalar twin. Only exactly rounded lane operations are used.
 */
final class SimdLoops implements Loops {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();
    // 8 × 2 accumulators fit where there are 32 vector registers, 4 × 2 where there are 16
    private static final int WORTH_COMPILING =
            4096; // elements; on fewer, a loop of vectors is interpreted for too long
    private static final int ROWS = LENGTH == 16 || "aarch64".equals(System.getProperty("os.arch")) ? 8 : 4;

    @Override
    public String description() {
        return SPECIES.vectorBitSize() + "-bit vectors (" + LENGTH + " lanes)";
    }

    @Override
    public int tileRows() {
        return ROWS;
    }

    @Override
    public int tileColumns() {
        return 2 * LENGTH;
    }

    @Override
    public void tile(
            int rows,
            int depth,
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            float[] c,
            int cAt,
            int cStride) {
        switch (rows) {
            case 8 -> SimdTiles.eightRows(depth, a, aAt, aStride, b, bAt, bStride, c, cAt, cStride);
            case 4 -> SimdTiles.fourRows(depth, a, aAt, aStride, b, bAt, bStride, c, cAt, cStride);
            default -> SimdTiles.twoRows(depth, a, aAt, aStride, b, bAt, bStride, c, cAt, cStride);
        }
    }

    @Override
    public void placeTile(
            int depth,
            float[] a,
            int[] places,
            int at,
            int shift,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            int cStride) {
        if (ROWS == 8) {
            SimdPlaceTiles.eightRows(depth, a, places, at, shift, b, bAt, c, cAt, cStride);
        } else {
            SimdPlaceTiles.fourRows(depth, a, places, at, shift, b, bAt, c, cAt, cStride);
            SimdPlaceTiles.fourRows(depth, a, places, at + 4, shift, b, bAt, c, cAt + 4 * cStride, cStride);
        }
    }

    @Override
    public void pixelTile(
            int depth,
            float[] a,
            int aAt,
            float[] b,
            int[] places,
            int at,
            int shift,
            float[] c,
            int cAt,
            int cStride) {
        if (ROWS == 8) {
            SimdPixelTiles.eightRows(depth, a, aAt, b, places, at, shift, c, cAt, cStride);
        } else {
            SimdPixelTiles.fourRows(depth, a, aAt, b, places, at, shift, c, cAt, cStride);
        }
    }

    @Override
    public void turn(
            float[] from,
            int at,
            int plane,
            int channels,
            int count,
            float[] to,
            int[] places,
            int placesAt,
            int shift) {
        int c = 0;
        if (LENGTH == SimdTurns.SIDE && count >= SimdTurns.SIDE) {
            for (; c + SimdTurns.SIDE <= channels; c += SimdTurns.SIDE) {
                for (int i = 0; i < count; i += SimdTurns.SIDE) {
                    int first = Math.min(i, count - SimdTurns.SIDE); // the last block may overlap the one before
                    SimdTurns.turn(from, at + c * plane + first, plane, to, places, placesAt + first, shift + c);
                }
            }
        }
        for (; c < channels; c += Frame.GROUP) {
            PlainLoops.turnEight(from, at + c * plane, plane, count, to, places, placesAt, shift + c);
        }
    }

    @Override
    public void turnBack(
            float[] from,
            int[] places,
            int placesAt,
            int shift,
            int channels,
            int count,
            float[] to,
            int at,
            int plane) {
        int c = 0;
        if (LENGTH == SimdTurns.SIDE && count >= SimdTurns.SIDE) {
            for (; c + SimdTurns.SIDE <= channels; c += SimdTurns.SIDE) {
                for (int i = 0; i < count; i += SimdTurns.SIDE) {
                    int first = Math.min(i, count - SimdTurns.SIDE);
                    SimdTurns.turnBack(from, places, placesAt + first, shift + c, to, at + c * plane + first, plane);
                }
            }
        }
        for (; c < channels; c += Frame.GROUP) {
            PlainLoops.turnEightBack(from, places, placesAt, shift + c, count, to, at + c * plane, plane);
        }
    }

    @Override
    public void copyStrips(float[] from, int at, int rowStride, int rows, int strips, float[] to) {
        for (int p = 0; p < rows; p++) {
            int source = at + p * rowStride;
            int target = p * 2 * LENGTH;
            for (int strip = 0; strip < strips; strip++) {
                FloatVector.fromArray(SPECIES, from, source).intoArray(to, target);
                FloatVector.fromArray(SPECIES, from, source + LENGTH).intoArray(to, target + LENGTH);
                source += 2 * LENGTH;
                target += rows * 2 * LENGTH;
            }
        }
    }

    @Override
    public void add(float[] y, int yAt, float[] x, int xAt, int count) {
        int i = 0;
        for (; i <= count - LENGTH; i += LENGTH) {
            FloatVector.fromArray(SPECIES, y, yAt + i)
                    .add(FloatVector.fromArray(SPECIES, x, xAt + i))
                    .intoArray(y, yAt + i);
        }
        for (; i < count; i++) {
            y[yAt + i] += x[xAt + i];
        }
    }

    @Override
    public float sum(float[] x, int at, int count, float[] lanes) {
        int whole = count - count % LANES;
        for (int lane = 0; lane < LANES; lane += LENGTH) {
            FloatVector sums = FloatVector.zero(SPECIES);
            for (int i = lane; i < whole; i += LANES) {
                sums = sums.add(FloatVector.fromArray(SPECIES, x, at + i));
            }
            sums.intoArray(lanes, lane);
        }
        for (int i = whole; i < count; i++) {
            lanes[i - whole] += x[at + i];
        }
        return PlainLoops.fold(lanes);
    }

    @Override
    public float sumOfSquaredDeviations(float[] x, int at, int count, float mean, float[] lanes) {
        int whole = count - count % LANES;
        FloatVector centre = FloatVector.broadcast(SPECIES, mean);
        for (int lane = 0; lane < LANES; lane += LENGTH) {
            FloatVector sums = FloatVector.zero(SPECIES);
            for (int i = lane; i < whole; i += LANES) {
                FloatVector deviation =
                        FloatVector.fromArray(SPECIES, x, at + i).sub(centre);
                sums = deviation.fma(deviation, sums);
            }
            sums.intoArray(lanes, lane);
        }
        for (int i = whole; i < count; i++) {
            float deviation = x[at + i] - mean;
            lanes[i - whole] = Math.fma(deviation, deviation, lanes[i - whole]);
        }
        return PlainLoops.fold(lanes);
    }

    @Override
    public float sumOfProducts(float[] dy, float[] x, int at, int count, float mean, float[] lanes) {
        int whole = count - count % LANES;
        FloatVector centre = FloatVector.broadcast(SPECIES, mean);
        for (int lane = 0; lane < LANES; lane += LENGTH) {
            FloatVector sums = FloatVector.zero(SPECIES);
            for (int i = lane; i < whole; i += LANES) {
                FloatVector deviation =
                        FloatVector.fromArray(SPECIES, x, at + i).sub(centre);
                sums = FloatVector.fromArray(SPECIES, dy, at + i).fma(deviation, sums);
            }
            sums.intoArray(lanes, lane);
        }
        for (int i = whole; i < count; i++) {
            lanes[i - whole] = Math.fma(dy[at + i], x[at + i] - mean, lanes[i - whole]);
        }
        return PlainLoops.fold(lanes);
    }

    @Override
    public void exp(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; to - from >= WORTH_COMPILING && i <= to - LENGTH; i += LENGTH) {
            exp(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = Polynomials.exp(x[i]);
        }
    }

    @Override
    public void sigmoid(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            FloatVector e = exp(v.abs().neg());
            VectorMask<Float> negative = v.lt(0);
            FloatVector.broadcast(SPECIES, 1).blend(e, negative).div(e.add(1)).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = Polynomials.sigmoid(x[i]);
        }
    }

    @Override
    public void tanh(float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - LENGTH; i += LENGTH) {
            tanh(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = Polynomials.tanh(x[i]);
        }
    }

    @Override
    public void reluGradient(float[] y, float[] dy, float[] dx, int from, int to) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int i = from;
        for (; i <= to - LENGTH; i += LENGTH) {
            VectorMask<Float> positive = FloatVector.fromArray(SPECIES, y, i).compare(VectorOperators.GT, zero);
            zero.blend(FloatVector.fromArray(SPECIES, dy, i), positive).intoArray(dx, i);
        }
        for (; i < to; i++) {
            dx[i] = y[i] > 0 ? dy[i] : 0;
        }
    }

    /** The vector twin of {@link Polynomials#exp}, operation by operation. */
    private static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.max(Polynomials.EXP_SMALLEST).min(Polynomials.EXP_LARGEST);
        FloatVector round = FloatVector.broadcast(SPECIES, Polynomials.ROUND);
        FloatVector shifted = clamped.fma(FloatVector.broadcast(SPECIES, Polynomials.LOG2_E), round);
        FloatVector n = shifted.sub(round);
        FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -Polynomials.LN2_HIGH), clamped);
        r = n.fma(FloatVector.broadcast(SPECIES, -Polynomials.LN2_LOW), r);
        FloatVector p = FloatVector.broadcast(SPECIES, Polynomials.E6);
        p = p.fma(r, FloatVector.broadcast(SPECIES, Polynomials.E5));
        p = p.fma(r, FloatVector.broadcast(SPECIES, Polynomials.E4));
        p = p.fma(r, FloatVector.broadcast(SPECIES, Polynomials.E3));
        p = p.fma(r, FloatVector.broadcast(SPECIES, Polynomials.E2));
        p = p.fma(r, FloatVector.broadcast(SPECIES, Polynomials.E1));
        p = p.fma(r.mul(r), r).add(1);
        IntVector exponent = shifted.reinterpretAsInts().sub(Float.floatToRawIntBits(Polynomials.ROUND));
        FloatVector scale = exponent.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
        return p.mul(scale).blend(0, x.lt(Polynomials.EXP_SMALLEST));
    }

    /** The vector twin of {@link Polynomials#tanh}. */
    private static FloatVector tanh(FloatVector x) {
        FloatVector size = x.abs();
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector large = one.sub(
                FloatVector.broadcast(SPECIES, 2).div(exp(size.add(size)).add(1)));
        IntVector sign = x.reinterpretAsInts().and(0x80000000);
        FloatVector signed = large.reinterpretAsInts().and(0x7FFFFFFF).or(sign).reinterpretAsFloats();
        FloatVector square = x.mul(x);
        FloatVector p = FloatVector.broadcast(SPECIES, Polynomials.T5);
        p = p.fma(square, FloatVector.broadcast(SPECIES, Polynomials.T4));
        p = p.fma(square, FloatVector.broadcast(SPECIES, Polynomials.T3));
        p = p.fma(square, FloatVector.broadcast(SPECIES, Polynomials.T2));
        p = p.fma(square, FloatVector.broadcast(SPECIES, Polynomials.T1));
        FloatVector small = p.mul(square).fma(x, x);
        return signed.blend(small, size.lt(Polynomials.TANH_SMALL));
    }

    @Override
    public WinogradLoops winograd() {
        return new SimdWinograd(ROWS);
    }
}
