package io.gradlab.lab2.analysis.tsne;

import java.util.Arrays;

/** Gradient descent on KL(P‖Q) with momentum and a gain for each coordinate (Jacobs, 1988). */
final class Descent {
    private static final double LEAST_GAIN = 0.01;

    private final Affinities affinities;
    private final Pieces pieces;
    private final QuadTree tree = new QuadTree();
    private final int points;
    private final double[] x;
    private final double[] y;
    private final double[] repulsion; // x and y of each point
    private final double[] sums; // Σ q of each point
    private final double[] gradient; // x and y of each point
    private final double[] velocity;
    private final double[] gain;

    /** Starts at the places, which are changed. */
    Descent(Affinities affinities, double[] x, double[] y, Pieces pieces) {
        this.affinities = affinities;
        this.pieces = pieces;
        this.points = x.length;
        this.x = x;
        this.y = y;
        repulsion = new double[2 * points];
        sums = new double[points];
        gradient = new double[2 * points];
        velocity = new double[2 * points];
        gain = new double[2 * points];
        Arrays.fill(gain, 1);
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    /** Moves all points once; attraction counts {@code exaggeration} times. */
    void step(double exaggeration, double momentum, double rate) {
        double total = repel();
        pieces.each(points, point -> attract(point, exaggeration, total));
        for (int i = 0; i < 2 * points; i++) {
            boolean same = gradient[i] > 0 == velocity[i] > 0;
            gain[i] = Math.max(LEAST_GAIN, same ? 0.8 * gain[i] : gain[i] + 0.2);
            velocity[i] = momentum * velocity[i] - rate * gain[i] * gradient[i];
        }
        move();
    }

    /** Returns KL(P‖Q) = Σ p log(p / q), q by the tree's sum. */
    double divergence() {
        double total = repel();
        double divergence = 0;
        for (int i = 0; i < points; i++) {
            for (int k = affinities.begin()[i]; k < affinities.begin()[i + 1]; k++) {
                double p = affinities.value()[k];
                if (p > 0) {
                    divergence += p
                            * StrictMath.log(
                                    p * total / similarity(i, affinities.column()[k]));
                }
            }
        }
        return divergence;
    }

    /** Computes each point's repulsion and returns Z = ΣΣ q, summed in the points' order. */
    private double repel() {
        tree.build(x, y);
        pieces.each(points, point -> sums[point] = tree.repel(point, repulsion));
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }

    private void attract(int point, double exaggeration, double total) {
        double forceX = 0;
        double forceY = 0;
        for (int k = affinities.begin()[point]; k < affinities.begin()[point + 1]; k++) {
            int other = affinities.column()[k];
            double pull = affinities.value()[k] * similarity(point, other);
            forceX += pull * (x[point] - x[other]);
            forceY += pull * (y[point] - y[other]);
        }
        gradient[2 * point] = 4 * (exaggeration * forceX - repulsion[2 * point] / total);
        gradient[2 * point + 1] = 4 * (exaggeration * forceY - repulsion[2 * point + 1] / total);
    }

    private double similarity(int i, int j) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        return 1 / (1 + dx * dx + dy * dy);
    }

    /** Moves the points and keeps their middle at zero. */
    private void move() {
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < points; i++) {
            x[i] += velocity[2 * i];
            y[i] += velocity[2 * i + 1];
            sumX += x[i];
            sumY += y[i];
        }
        for (int i = 0; i < points; i++) {
            x[i] -= sumX / points;
            y[i] -= sumY / points;
        }
    }
}
