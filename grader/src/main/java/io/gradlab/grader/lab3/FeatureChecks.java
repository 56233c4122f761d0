package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Task 3.7. */
@Task(id = "3.7", title = "features", points = 7)
public class FeatureChecks {
    private static final String PLAIN = "conv 3 3x3 pad 1, batchnorm, relu, maxpool 2";
    private static final String DROPPING = "conv 3 3x3 pad 1, relu, dropout 0.5, maxpool 2, flatten, dense 4";

    @Check(value = "in one batch", points = 2, rank = 1)
    void inOneBatch(Bench bench) {
        check(bench, NetworkCase.random(bench, "base", PLAIN, 2, 4, 6), 5, 5);
        check(bench, NetworkCase.random(bench, "base", PLAIN, 2, 4, 6), 3, 100);
    }

    @Check(value = "in several batches", points = 2.5, rank = 2)
    void inSeveralBatches(Bench bench) {
        check(bench, NetworkCase.random(bench, "base", PLAIN, 2, 4, 6), 6, 2);
        check(bench, NetworkCase.random(bench, "dense", "flatten, dense 3, tanh", 1, 2, 3), 4, 1);
    }

    @Check(value = "with a smaller batch at the end", points = 1.25, rank = 3)
    void withASmallerBatch(Bench bench) {
        check(bench, NetworkCase.random(bench, "base", PLAIN, 2, 4, 6), 7, 3);
        check(bench, NetworkCase.random(bench, "dense", "flatten, dense 3, tanh", 1, 2, 3), 9, 4);
    }

    @Check(value = "without dropout", points = 1, rank = 4)
    void withoutDropout(Bench bench) {
        NetworkCase base = NetworkCase.random(bench, "dropping", DROPPING, 1, 4, 4);
        Tensor images = bench.gaussians("images", 6, 1, 4, 4);
        DoubleTensor actual = Calls.tensor(bench, "features", base.value(), Value.of(images), Value.of(4));
        bench.compare("features of a base with dropout", actual, base.forward(images), List.of());
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 5)
    void onlyReadsItsArguments(Bench bench) {
        NetworkCase base = NetworkCase.random(bench, "base", PLAIN, 2, 4, 6);
        Tensor images = bench.gaussians("images", 3, 2, 4, 6);
        var answer = Calls.ask(bench, "features", base.value(), Value.of(images), Value.of(2));
        bench.unchanged("images", bench.tensor(answer, "argument.1"), images);
    }

    private static void check(Bench bench, NetworkCase base, int samples, int batchSize) {
        Tensor images = bench.gaussians("images", base.sample().prepend(samples).toArray());
        DoubleTensor maps = base.forward(images);
        DoubleTensor expected =
                new DoubleTensor(Shape.of(samples, maps.shape().withoutFirst().size()), maps.data());
        List<Misconception> misconceptions = new ArrayList<>();
        if (base.text().contains("batchnorm")) {
            misconceptions.add(new Misconception(
                    "the base ran in training mode: its batch norm used each batch's mean and variance",
                    training(base, images, batchSize, expected)));
        }
        if (samples % batchSize != 0) {
            misconceptions.add(new Misconception(
                    "the last batch, which is smaller, was left out",
                    row(expected, n -> n < samples / batchSize * batchSize ? n : -1)));
        }
        if (samples > batchSize && samples % batchSize == 0) {
            misconceptions.add(new Misconception(
                    "every batch's rows hold the last batch's features: a layer's result is valid until its next forward"
                            + " pass, so copy it",
                    row(expected, n -> samples - batchSize + n % batchSize)));
        }
        misconceptions.add(
                new Misconception("only the first batch was computed", row(expected, n -> n < batchSize ? n : -1)));
        bench.compare(
                "features of " + samples + " images in batches of " + batchSize,
                Calls.tensor(bench, "features", base.value(), Value.of(images), Value.of(batchSize)),
                expected,
                misconceptions);
    }

    private interface Row {
        int of(int n);
    }

    /** Returns other rows in the place of each; -1 is a row of zeros. */
    private static DoubleTensor row(DoubleTensor features, Row row) {
        DoubleTensor rows = DoubleTensor.zeros(features.dim(0), features.dim(1));
        for (int i = 0; i < rows.data().length; i++) {
            int from = row.of(i / features.dim(1));
            rows.data()[i] = from < 0 ? 0 : features.at(from, i % features.dim(1));
        }
        return rows;
    }

    private static DoubleTensor training(NetworkCase base, Tensor images, int batchSize, DoubleTensor like) {
        DoubleTensor all = DoubleTensor.zeros(like.dim(0), like.dim(1));
        Shape image = images.shape().withoutFirst();
        for (int from = 0; from < images.dim(0); from += batchSize) {
            Tensor batch = Tensor.zeros(image.prepend(Math.min(batchSize, images.dim(0) - from)));
            System.arraycopy(images.data(), from * image.size(), batch.data(), 0, batch.size());
            Tensor output = base.engine().forward(batch, Pass.training(new Seed(1), 0));
            System.arraycopy(DoubleTensor.of(output).data(), 0, all.data(), from * like.dim(1), output.size());
        }
        return all;
    }
}
