package io.gradlab.lab2.analysis.tsne;

import java.util.Arrays;

/**
 * Points of the plane in squares that are cut into four until each holds one point, as arrays: a node has its points'
 * number and centre of mass, and after it come its children. Built anew at each step; the arrays stay.
 */
final class QuadTree {
    private static final int DEEPEST = 40; // below it points count as one: they are equal, or nearly
    private static final double TRADE_OFF = 0.5; // the paper's θ

    private final double near; // θ²
    private int[] skip = new int[0]; // the node after a node's descendants
    private int[] count = new int[0];
    private double[] centreX = new double[0];
    private double[] centreY = new double[0];
    private double[] squaredSide = new double[0];
    private int nodes;
    private int[] order = new int[0]; // points, sorted so that each node's stand together
    private int[] spare = new int[0];
    private double[] x = new double[0];
    private double[] y = new double[0];

    /** Makes a tree with the paper's trade-off of speed and exactness. */
    QuadTree() {
        this(TRADE_OFF);
    }

    /** Makes a tree that takes a square for one point from a distance of its side / {@code tradeOff}; 0 is exact. */
    QuadTree(double tradeOff) {
        near = tradeOff * tradeOff;
    }

    /** Builds the tree of the points. */
    void build(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        if (order.length != x.length) {
            order = new int[x.length];
            spare = new int[x.length];
        }
        Arrays.setAll(order, i -> i);
        double left = Arrays.stream(x).min().orElse(0);
        double top = Arrays.stream(y).min().orElse(0);
        double side = Math.max(
                        Arrays.stream(x).max().orElse(0) - left,
                        Arrays.stream(y).max().orElse(0) - top)
                * (1 + 1e-9);
        nodes = 0;
        node(0, x.length, left, top, side, 0);
    }

    /** Adds the node of the points {@code order[begin] .. order[end - 1]}, and those below it. */
    private void node(int begin, int end, double left, double top, double side, int depth) {
        int node = nodes++;
        if (node == skip.length) {
            grow();
        }
        double sumX = 0;
        double sumY = 0;
        for (int i = begin; i < end; i++) {
            sumX += x[order[i]];
            sumY += y[order[i]];
        }
        count[node] = end - begin;
        centreX[node] = sumX / (end - begin);
        centreY[node] = sumY / (end - begin);
        squaredSide[node] = side * side;
        if (end - begin > 1 && depth < DEEPEST) {
            double half = side / 2;
            int[] ends = sortIntoQuarters(begin, end, left + half, top + half);
            int from = begin;
            for (int quarter = 0; quarter < 4; quarter++) {
                if (ends[quarter] > from) {
                    node(
                            from,
                            ends[quarter],
                            left + (quarter & 1) * half,
                            top + (quarter >> 1) * half,
                            half,
                            depth + 1);
                }
                from = ends[quarter];
            }
        } else {
            squaredSide[node] = 0; // nothing below it: always far enough
        }
        skip[node] = nodes;
    }

    /** Puts a node's points in the order of its quarters and returns where each quarter ends. */
    private int[] sortIntoQuarters(int begin, int end, double middleX, double middleY) {
        int[] ends = new int[4];
        for (int i = begin; i < end; i++) {
            ends[quarter(order[i], middleX, middleY)]++;
        }
        int at = begin;
        int[] next = new int[4];
        for (int quarter = 0; quarter < 4; quarter++) {
            next[quarter] = at;
            at += ends[quarter];
            ends[quarter] = at;
        }
        System.arraycopy(order, begin, spare, begin, end - begin);
        for (int i = begin; i < end; i++) {
            order[next[quarter(spare[i], middleX, middleY)]++] = spare[i];
        }
        return ends;
    }

    private int quarter(int point, double middleX, double middleY) {
        return (x[point] >= middleX ? 1 : 0) + (y[point] >= middleY ? 2 : 0);
    }

    /**
     * Computes how all other points push one away (the paper's F_rep times Z): adds Σ q² (point - other) to {@code force}, and
     * returns Σ q, with q = 1 / (1 + distance²); a square that looks small from the point counts as one.
     *
     * @param force x and y of the point's force, at {@code 2 · point}
     */
    double repel(int point, double[] force) {
        double px = x[point];
        double py = y[point];
        double sum = 0;
        double forceX = 0;
        double forceY = 0;
        for (int node = 0; node < nodes; ) {
            double dx = px - centreX[node];
            double dy = py - centreY[node];
            double distance = dx * dx + dy * dy;
            if (squaredSide[node] < near * distance || squaredSide[node] == 0) {
                double q = 1 / (1 + distance);
                double many = count[node] * q;
                sum += many;
                forceX += many * q * dx;
                forceY += many * q * dy;
                node = skip[node];
            } else {
                node++;
            }
        }
        force[2 * point] = forceX;
        force[2 * point + 1] = forceY;
        return sum - 1; // its own square is among them, at distance 0
    }

    private void grow() {
        int size = Math.max(1024, 2 * skip.length);
        skip = Arrays.copyOf(skip, size);
        count = Arrays.copyOf(count, size);
        centreX = Arrays.copyOf(centreX, size);
        centreY = Arrays.copyOf(centreY, size);
        squaredSide = Arrays.copyOf(squaredSide, size);
    }
}
