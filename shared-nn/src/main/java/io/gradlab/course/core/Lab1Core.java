package io.gradlab.course.core;

import io.gradlab.course.Classifier;
import io.gradlab.course.Lab1;
import io.gradlab.course.LossVerdict;
import io.gradlab.course.MlpConfig;
import io.gradlab.nn.data.Split;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.layer.Activation;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Lab 1's contract on the engine. */
public final class Lab1Core implements Lab1 {

    @Override
    public Layer activation(ActivationKind kind) {
        return new Activation(kind);
    }

    @Override
    public double entropy(Tensor p) {
        return CoreDistributions.crossEntropy(p, p);
    }

    @Override
    public double crossEntropy(Tensor p, Tensor q) {
        return CoreDistributions.crossEntropy(p, q);
    }

    @Override
    public double divergence(Tensor p, Tensor q) {
        return CoreDistributions.divergence(p, q);
    }

    @Override
    public Tensor labelDistribution(int label, int classes, double smoothing) {
        return CoreDistributions.label(label, classes, smoothing);
    }

    @Override
    public Tensor softmax(Tensor logits) {
        Kernels kernels = Kernels.of(logits);
        Tensor probabilities = kernels.allocate(logits.shape());
        kernels.softmax(logits, probabilities);
        return probabilities;
    }

    @Override
    public Loss crossEntropy() {
        return new CrossEntropy();
    }

    @Override
    public Tensor initialWeight(Initialization kind, int outputs, int inputs, Seed seed) {
        return kind.weight(Shape.of(outputs, inputs), seed.stream("weight"));
    }

    @Override
    public Layer dense(Tensor weight, Tensor bias) {
        return new Dense(weight, bias);
    }

    @Override
    public Optimizer sgd() {
        return new Sgd();
    }

    @Override
    public List<int[]> split(int samples, int validation, int test, Seed seed) {
        return List.of(Split.shuffledParts(samples, seed, "split", samples - validation - test, validation, test));
    }

    @Override
    public List<int[]> batches(int samples, int batchSize, Seed seed, int epoch) {
        int[] order = seed.stream("shuffle", epoch).permutation(samples);
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < samples; from += batchSize) {
            batches.add(Arrays.copyOfRange(order, from, Math.min(samples, from + batchSize)));
        }
        return batches;
    }

    @Override
    public Classifier mlp(MlpConfig config, Lab1 parts) {
        return new CoreMlp(config, parts);
    }

    @Override
    public byte[] save(Map<String, Tensor> tensors) throws IOException {
        return CoreModelFile.save(tensors);
    }

    @Override
    public Map<String, Tensor> load(byte[] bytes) throws IOException {
        return CoreModelFile.load(bytes);
    }

    @Override
    public boolean isPossible(double percent, int decimals, int samples) {
        return CoreReferee.isPossible(percent, decimals, samples);
    }

    @Override
    public double margin(double accuracy, int samples) {
        return CoreReferee.margin(accuracy, samples);
    }

    @Override
    public boolean differ(double one, double other, int samples) {
        return CoreReferee.differ(one, other, samples);
    }

    @Override
    public LossVerdict judge(Tensor losses, int classes) {
        return CoreReferee.judge(losses, classes);
    }

    @Override
    public MlpConfig digitsRecipe(int inputs, int classes, Seed seed) {
        return new MlpConfig(inputs, List.of(64), classes, ActivationKind.RELU, 0.2, 10, 15, seed);
    }
}
