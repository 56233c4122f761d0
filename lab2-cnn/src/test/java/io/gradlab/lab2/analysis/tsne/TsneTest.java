package io.gradlab.lab2.analysis.tsne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TsneTest {
    private static final int POINTS = 150;
    private static final int GROUPS = 3;
    private static final float[][] VECTORS = groups();

    /** Three groups of points in five dimensions, far from each other; point i belongs to group i % 3. */
    private static float[][] groups() {
        RandomStream random = new Seed(4).stream("groups");
        float[][] vectors = new float[POINTS][5];
        for (int i = 0; i < POINTS; i++) {
            for (int d = 0; d < 5; d++) {
                vectors[i][d] = random.gaussian(5L * i + d) + (d == i % GROUPS ? 12 : 0);
            }
        }
        return vectors;
    }

    @Test
    void neighboursInTheSpaceAreNeighboursInThePlane() {
        Tsne.Plane plane = new Tsne(20, 500, new Seed(1), 1).embed(VECTORS);
        float[][] places = new float[POINTS][];
        Arrays.setAll(places, i -> new float[] {(float) plane.x()[i], (float) plane.y()[i]});
        Distances distances = new Distances(places);
        for (int i = 0; i < POINTS; i++) {
            for (int neighbour : Distances.nearest(distances.from(i), i, 10)) {
                assertThat(neighbour % GROUPS).isEqualTo(i % GROUPS);
            }
        }
        assertThat(plane.divergence()).isBetween(0.0, 1.0);
    }

    @Test
    void theSeedAloneDecidesNotTheThreads() {
        double[] one = new Tsne(20, 60, new Seed(1), 1).embed(VECTORS).x();
        assertThat(new Tsne(20, 60, new Seed(1), 3).embed(VECTORS).x()).containsExactly(one);
        assertThat(new Tsne(20, 60, new Seed(2), 1).embed(VECTORS).x()).isNotEqualTo(one);
    }

    @Test
    void withoutItsTradeOffTheTreeIsExactAndWithItNearlySo() {
        RandomStream random = new Seed(7).stream("places");
        double[] x = new double[500];
        double[] y = new double[500];
        Arrays.setAll(x, i -> random.gaussian(2L * i));
        Arrays.setAll(y, i -> random.gaussian(2L * i + 1));
        QuadTree exact = new QuadTree(0);
        QuadTree near = new QuadTree();
        exact.build(x, y);
        near.build(x, y);
        double[] force = new double[1000];
        double total = 0;
        double nearTotal = 0;
        for (int i = 0; i < 500; i++) {
            double sum = 0;
            double forceX = 0;
            for (int j = 0; j < 500; j++) {
                double q = 1 / (1 + (x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]));
                sum += j == i ? 0 : q;
                forceX += q * q * (x[i] - x[j]);
            }
            assertThat(exact.repel(i, force)).isCloseTo(sum, within(1e-9));
            assertThat(force[2 * i]).isCloseTo(forceX, within(1e-9));
            total += sum;
            nearTotal += near.repel(i, force);
        }
        assertThat(nearTotal).isNotEqualTo(total).isCloseTo(total, within(0.01 * total));
    }

    @Test
    void equalPointsDoNotDeepenTheTreeForEver() {
        QuadTree tree = new QuadTree();
        tree.build(new double[] {1, 1, 1, 2}, new double[] {1, 1, 1, 2});
        assertThat(tree.repel(0, new double[8])).isCloseTo(2 + 1 / 3.0, within(1e-9));
    }

    @Test
    void affinitiesHaveThePerplexityAndSumToOne() {
        float[] distances = {1, 2, 4, 7, 11, 16, 22, 29, 37};
        double entropy = 0;
        for (double share : Affinities.conditional(distances, 3)) {
            entropy -= share * Math.log(share);
        }
        assertThat(Math.exp(entropy)).isCloseTo(3, within(1e-3));
        try (Pieces pieces = new Pieces(2)) {
            NearestNeighbours nearest = NearestNeighbours.of(VECTORS, 15, pieces);
            Affinities affinities = Affinities.of(nearest.samples(), nearest.distances(), 5, pieces);
            assertThat(Arrays.stream(affinities.value()).sum()).isCloseTo(1, within(1e-9));
            for (int i = 0; i < POINTS; i++) {
                for (int k = affinities.begin()[i]; k < affinities.begin()[i + 1]; k++) {
                    int j = affinities.column()[k];
                    int back = Arrays.binarySearch(
                            affinities.column(),
                            affinities.begin()[j],
                            affinities.begin()[j + 1],
                            i);
                    assertThat(affinities.value()[back]).isEqualTo(affinities.value()[k]);
                }
            }
        }
    }

    @Test
    void theNearestLeaveThePointItselfOut() {
        Distances distances = new Distances(new float[][] {{0, 0}, {0, 3}, {4, 0}, {0, 0}, {1, 0}});
        float[] from = distances.from(0);
        assertThat(from).containsExactly(0, 9, 16, 0, 1);
        assertThat(Distances.nearest(from, 0, 3)).containsExactly(3, 4, 1);
        assertThat(Distances.nearest(from, 0, 9)).containsExactly(3, 4, 1, 2);
    }
}
