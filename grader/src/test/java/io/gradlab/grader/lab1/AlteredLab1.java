package io.gradlab.grader.lab1;

import io.gradlab.course.Classifier;
import io.gradlab.course.Lab1;
import io.gradlab.course.LossVerdict;
import io.gradlab.course.MlpConfig;
import io.gradlab.course.core.Lab1Core;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The engine's lab 1, of which subclasses get one thing wrong. */
class AlteredLab1 implements Lab1 {
    private final Lab1 core = new Lab1Core();

    @Override
    public Layer activation(ActivationKind kind) {
        return core.activation(kind);
    }

    @Override
    public double entropy(Tensor p) {
        return core.entropy(p);
    }

    @Override
    public double crossEntropy(Tensor p, Tensor q) {
        return core.crossEntropy(p, q);
    }

    @Override
    public double divergence(Tensor p, Tensor q) {
        return core.divergence(p, q);
    }

    @Override
    public Tensor labelDistribution(int label, int classes, double smoothing) {
        return core.labelDistribution(label, classes, smoothing);
    }

    @Override
    public Tensor softmax(Tensor logits) {
        return core.softmax(logits);
    }

    @Override
    public Loss crossEntropy() {
        return core.crossEntropy();
    }

    @Override
    public Tensor initialWeight(Initialization kind, int outputs, int inputs, Seed seed) {
        return core.initialWeight(kind, outputs, inputs, seed);
    }

    @Override
    public Layer dense(Tensor weight, Tensor bias) {
        return core.dense(weight, bias);
    }

    @Override
    public Optimizer sgd() {
        return core.sgd();
    }

    @Override
    public List<int[]> split(int samples, int validation, int test, Seed seed) {
        return core.split(samples, validation, test, seed);
    }

    @Override
    public List<int[]> batches(int samples, int batchSize, Seed seed, int epoch) {
        return core.batches(samples, batchSize, seed, epoch);
    }

    @Override
    public Classifier mlp(MlpConfig config, Lab1 parts) {
        return core.mlp(config, parts);
    }

    @Override
    public byte[] save(Map<String, Tensor> tensors) throws IOException {
        return core.save(tensors);
    }

    @Override
    public Map<String, Tensor> load(byte[] bytes) throws IOException {
        return core.load(bytes);
    }

    @Override
    public boolean isPossible(double percent, int decimals, int samples) {
        return core.isPossible(percent, decimals, samples);
    }

    @Override
    public double margin(double accuracy, int samples) {
        return core.margin(accuracy, samples);
    }

    @Override
    public boolean differ(double one, double other, int samples) {
        return core.differ(one, other, samples);
    }

    @Override
    public LossVerdict judge(Tensor losses, int classes) {
        return core.judge(losses, classes);
    }

    @Override
    public MlpConfig digitsRecipe(int inputs, int classes, Seed seed) {
        return core.digitsRecipe(inputs, classes, seed);
    }
}
