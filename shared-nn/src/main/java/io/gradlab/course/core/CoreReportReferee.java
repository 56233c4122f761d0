package io.gradlab.course.core;

import io.gradlab.course.ModeVerdict;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Verdicts about convolutional networks in reports. */
final class CoreReportReferee {

    private CoreReportReferee() {}

    static int[] neighbours(Tensor embeddings, int sample, int count) {
        return IntStream.range(0, embeddings.dim(0))
                .filter(other -> other != sample)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> squaredDistance(embeddings, sample, other)))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static boolean penaltyTrains(Tensor before, Tensor after, Tensor lossGradient, double learningRate, double lambda) {
        double with = 0;
        double without = 0;
        for (int i = 0; i < before.size(); i++) {
            double w = before.data()[i];
            double gradient = lossGradient.data()[i];
            double left = after.data()[i] - (w - learningRate * gradient);
            without += left * left;
            with += (left + learningRate * lambda * w) * (left + learningRate * lambda * w);
        }
        return with < without;
    }

    static int firstWrongSize(int size, int[] kernels, int[] strides, int[] claimed) {
        int actual = size;
        for (int layer = 0; layer < kernels.length; layer++) {
            actual = WindowGeometry.square(kernels[layer], strides[layer], 0).outputHeight(actual);
            if (actual != claimed[layer]) {
                return layer;
            }
        }
        return -1;
    }

    static int samplesCounted(int samples, int batchSize, int perBatch) {
        return samples / batchSize * Math.min(perBatch, batchSize) + Math.min(perBatch, samples % batchSize);
    }

    static boolean mayAgree(double all, double part, int samples, int counted) {
        double variance = all * (1 - all) / counted * (1 - (double) counted / samples);
        return Math.abs(part - all) <= 1.96 * Math.sqrt(variance);
    }

    static ModeVerdict judgeMode(Tensor once, Tensor again, Tensor before, Tensor after) {
        boolean drops = !Arrays.equals(once.data(), again.data());
        boolean absorbs = !Arrays.equals(before.data(), after.data());
        if (drops) {
            return absorbs ? ModeVerdict.DROPS_AND_ABSORBS : ModeVerdict.DROPS;
        }
        return absorbs ? ModeVerdict.ABSORBS : ModeVerdict.EVALUATION;
    }

    private static double squaredDistance(Tensor rows, int one, int other) {
        double sum = 0;
        for (int i = 0; i < rows.dim(1); i++) {
            double difference = (double) rows.at(one, i) - rows.at(other, i);
            sum += difference * difference;
        }
        return sum;
    }
}
