package io.gradlab.grader.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** What goes wrong when features are computed. */
final class FeatureMistakes {

    private FeatureMistakes() {}

    static List<Mistake> all() {
        return List.of(
                features("features: training mode", FeatureMistakes::training, "the base ran in training mode"),
                rows(
                        "features: no last batch",
                        (n, samples, batch) -> n < samples / batch * batch ? n : -1,
                        "the last batch, which is smaller, was left out"),
                rows(
                        "features: not copied",
                        (n, samples, batch) ->
                                samples > batch && samples % batch == 0 ? samples - batch + n % batch : n,
                        "every batch's rows hold the last batch's features"),
                rows(
                        "features: first batch",
                        (n, _, batch) -> n < batch ? n : -1,
                        "only the first batch was computed"));
    }

    private interface Features {
        Tensor of(Sequential base, Tensor images, int batchSize, Tensor right);
    }

    private static Mistake features(String name, Features features, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor features(Sequential base, Tensor images, int batchSize) {
                return features.of(base, images, batchSize, super.features(base, images, batchSize));
            }
        };
        return new Mistake(name, FeatureChecks.class, lab, says);
    }

    private interface Row {
        int of(int n, int samples, int batchSize);
    }

    private static Mistake rows(String name, Row row, String says) {
        return features(
                name,
                (_, images, batchSize, right) -> {
                    Tensor rows = Tensor.zeros(right.shape());
                    int length = right.dim(1);
                    for (int n = 0; n < right.dim(0); n++) {
                        int from = row.of(n, images.dim(0), batchSize);
                        if (from >= 0) {
                            System.arraycopy(right.data(), from * length, rows.data(), n * length, length);
                        }
                    }
                    return rows;
                },
                says);
    }

    private static Tensor training(Sequential base, Tensor images, int batchSize, Tensor right) {
        Tensor features = Tensor.zeros(right.shape());
        Shape image = images.shape().withoutFirst();
        for (int from = 0; from < images.dim(0); from += batchSize) {
            Tensor batch = Tensor.zeros(image.prepend(Math.min(batchSize, images.dim(0) - from)));
            System.arraycopy(images.data(), from * image.size(), batch.data(), 0, batch.size());
            Tensor output = base.forward(batch, Pass.training(new Seed(1), 0));
            System.arraycopy(output.data(), 0, features.data(), from * right.dim(1), output.size());
        }
        return features;
    }
}
