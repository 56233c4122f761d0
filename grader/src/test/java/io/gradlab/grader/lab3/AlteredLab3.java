package io.gradlab.grader.lab3;

import io.gradlab.course.ClassReport;
import io.gradlab.course.Lab3;
import io.gradlab.course.TransferConfig;
import io.gradlab.course.VggRow;
import io.gradlab.course.WeightFit;
import io.gradlab.course.core.Lab3Core;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** The engine's lab 3, of which subclasses get one thing wrong. */
class AlteredLab3 implements Lab3 {
    private final Lab3 core = new Lab3Core();

    @Override
    public Tensor pixels(byte[] rgb, int height, int width) {
        return core.pixels(rgb, height, width);
    }

    @Override
    public Tensor resize(Tensor images, int height, int width) {
        return core.resize(images, height, width);
    }

    @Override
    public Tensor centreCrop(Tensor images, int height, int width) {
        return core.centreCrop(images, height, width);
    }

    @Override
    public Tensor toRgb(Tensor gray) {
        return core.toRgb(gray);
    }

    @Override
    public Tensor prepare(Tensor rgb, Tensor mean, Tensor deviation) {
        return core.prepare(rgb, mean, deviation);
    }

    @Override
    public Tensor prepareCaffe(Tensor rgb, Tensor mean) {
        return core.prepareCaffe(rgb, mean);
    }

    @Override
    public List<VggRow> vggRows(String blocks, int height, int width) {
        return core.vggRows(blocks, height, width);
    }

    @Override
    public long vggParameters(String blocks, int outputs) {
        return core.vggParameters(blocks, outputs);
    }

    @Override
    public WeightFit fit(Map<String, Tensor> network, Map<String, Tensor> file, String head) {
        return core.fit(network, file, head);
    }

    @Override
    public Map<String, Tensor> load(Map<String, Tensor> network, Map<String, Tensor> file, String head) {
        return core.load(network, file, head);
    }

    @Override
    public Layer transfer(Sequential base, Sequential head) {
        return core.transfer(base, head);
    }

    @Override
    public Map<String, Tensor> train(
            Sequential base, Sequential head, Tensor images, Tensor targets, int steps, double learningRate) {
        return core.train(base, head, images, targets, steps, learningRate);
    }

    @Override
    public Map<String, Tensor> newHead(Map<String, Tensor> weights, String layer, int classes, Seed seed) {
        return core.newHead(weights, layer, classes, seed);
    }

    @Override
    public Tensor features(Sequential base, Tensor images, int batchSize) {
        return core.features(base, images, batchSize);
    }

    @Override
    public String cacheKey(String weights, String preprocessing, String data) {
        return core.cacheKey(weights, preprocessing, data);
    }

    @Override
    public byte[] toHalf(Tensor features) {
        return core.toHalf(features);
    }

    @Override
    public Tensor fromHalf(byte[] bytes, int samples) {
        return core.fromHalf(bytes, samples);
    }

    @Override
    public Tensor cached(Map<String, Tensor> cache, String key, Sequential base, Tensor images, Lab3 parts) {
        return core.cached(cache, key, base, images, parts);
    }

    @Override
    public Tensor oneVsRest(Tensor counts) {
        return core.oneVsRest(counts);
    }

    @Override
    public int[] mostConfused(Tensor counts, int count) {
        return core.mostConfused(counts, count);
    }

    @Override
    public ClassReport classReport(Tensor counts) {
        return core.classReport(counts);
    }

    @Override
    public int hits(double percent, int samples) {
        return core.hits(percent, samples);
    }

    @Override
    public int disagreement(double percent, Tensor counts) {
        return core.disagreement(percent, counts);
    }

    @Override
    public boolean mayBeChance(double one, double other, int samples) {
        return core.mayBeChance(one, other, samples);
    }

    @Override
    public Tensor scoreGradient(Sequential network, Tensor image, int target) {
        return core.scoreGradient(network, image, target);
    }

    @Override
    public Tensor saliency(Tensor gradient) {
        return core.saliency(gradient);
    }

    @Override
    public Tensor saliencyInColour(Tensor gradient) {
        return core.saliencyInColour(gradient);
    }

    @Override
    public Tensor maximize(Sequential network, Tensor start, int filter, int steps, double rate) {
        return core.maximize(network, start, filter, steps, rate);
    }

    @Override
    public TransferConfig transferRecipe(Seed seed) {
        return core.transferRecipe(seed);
    }
}
