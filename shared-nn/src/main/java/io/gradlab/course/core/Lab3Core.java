package io.gradlab.course.core;

import io.gradlab.course.ClassReport;
import io.gradlab.course.Lab3;
import io.gradlab.course.TransferConfig;
import io.gradlab.course.VggRow;
import io.gradlab.course.WeightFit;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Lab 3's contract on the engine. */
public final class Lab3Core implements Lab3 {
    private static final int CACHED_BATCH = 100;

    @Override
    public Tensor pixels(byte[] rgb, int height, int width) {
        return CorePhotographs.pixels(rgb, height, width);
    }

    @Override
    public Tensor resize(Tensor images, int height, int width) {
        return CorePhotographs.resize(images, height, width);
    }

    @Override
    public Tensor centreCrop(Tensor images, int height, int width) {
        return CorePhotographs.centreCrop(images, height, width);
    }

    @Override
    public Tensor toRgb(Tensor gray) {
        return CorePhotographs.toRgb(gray);
    }

    @Override
    public Tensor prepare(Tensor rgb, Tensor mean, Tensor deviation) {
        return CorePhotographs.torchvision(rgb, mean, deviation);
    }

    @Override
    public Tensor prepareCaffe(Tensor rgb, Tensor mean) {
        return CorePhotographs.caffe(rgb, mean);
    }

    @Override
    public List<VggRow> vggRows(String blocks, int height, int width) {
        return CoreVgg.rows(blocks, height, width);
    }

    @Override
    public long vggParameters(String blocks, int outputs) {
        return CoreVgg.parameters(blocks, outputs);
    }

    @Override
    public WeightFit fit(Map<String, Tensor> network, Map<String, Tensor> file, String head) {
        return CoreWeights.fit(network, file, head);
    }

    @Override
    public Map<String, Tensor> load(Map<String, Tensor> network, Map<String, Tensor> file, String head) {
        return CoreWeights.load(network, file, head);
    }

    @Override
    public Layer transfer(Sequential base, Sequential head) {
        return new CoreTransfer(base, head);
    }

    @Override
    public Map<String, Tensor> train(
            Sequential base, Sequential head, Tensor images, Tensor targets, int steps, double learningRate) {
        return new CoreTransfer(base, head).train(images, targets, steps, learningRate);
    }

    @Override
    public Map<String, Tensor> newHead(Map<String, Tensor> weights, String layer, int classes, Seed seed) {
        return CoreWeights.newHead(weights, layer, classes, seed);
    }

    @Override
    public Tensor features(Sequential base, Tensor images, int batchSize) {
        return CoreTransfer.features(base, images, batchSize);
    }

    @Override
    public String cacheKey(String weights, String preprocessing, String data) {
        return CoreWeights.key(weights, preprocessing, data);
    }

    @Override
    public byte[] toHalf(Tensor features) {
        return CoreWeights.toHalf(features);
    }

    @Override
    public Tensor fromHalf(byte[] bytes, int samples) {
        return CoreWeights.fromHalf(bytes, samples);
    }

    @Override
    public Tensor cached(Map<String, Tensor> cache, String key, Sequential base, Tensor images, Lab3 parts) {
        return cache.computeIfAbsent(key, _ -> parts.features(base, images, CACHED_BATCH));
    }

    @Override
    public Tensor oneVsRest(Tensor counts) {
        return CoreClasses.oneVsRest(counts);
    }

    @Override
    public int[] mostConfused(Tensor counts, int count) {
        return CoreClasses.mostConfused(counts, count);
    }

    @Override
    public ClassReport classReport(Tensor counts) {
        return CoreClasses.report(counts);
    }

    @Override
    public int hits(double percent, int samples) {
        return CoreClasses.hits(percent, samples);
    }

    @Override
    public int disagreement(double percent, Tensor counts) {
        return CoreClasses.disagreement(percent, counts);
    }

    @Override
    public boolean mayBeChance(double one, double other, int samples) {
        return CoreClasses.mayBeChance(one, other, samples);
    }

    @Override
    public Tensor scoreGradient(Sequential network, Tensor image, int target) {
        return CoreViews.gradient(network, image, target, 1);
    }

    @Override
    public Tensor saliency(Tensor gradient) {
        return CoreViews.gray(gradient);
    }

    @Override
    public Tensor saliencyInColour(Tensor gradient) {
        return CoreViews.colour(gradient);
    }

    @Override
    public Tensor maximize(Sequential network, Tensor start, int filter, int steps, double rate) {
        return CoreViews.maximize(network, start, filter, steps, rate);
    }

    @Override
    public TransferConfig transferRecipe(Seed seed) {
        return new TransferConfig(2, 0.01, 10, 40, seed);
    }
}
