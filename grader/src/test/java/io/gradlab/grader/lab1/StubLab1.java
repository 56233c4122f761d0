package io.gradlab.grader.lab1;

import io.gradlab.course.Classifier;
import io.gradlab.course.Lab1;
import io.gradlab.course.LossVerdict;
import io.gradlab.course.MlpConfig;
import io.gradlab.course.NotImplemented;
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

/** What a student starts from. */
class StubLab1 implements Lab1 {
    private static final Map<ActivationKind, String> TASKS = Map.of(
            ActivationKind.LINEAR, "1.0",
            ActivationKind.SIGMOID, "1.1",
            ActivationKind.TANH, "1.2",
            ActivationKind.RELU, "1.3");

    @Override
    public Layer activation(ActivationKind kind) {
        throw new NotImplemented(TASKS.get(kind));
    }

    @Override
    public double entropy(Tensor p) {
        throw new NotImplemented("1.4");
    }

    @Override
    public double crossEntropy(Tensor p, Tensor q) {
        throw new NotImplemented("1.4");
    }

    @Override
    public double divergence(Tensor p, Tensor q) {
        throw new NotImplemented("1.4");
    }

    @Override
    public Tensor labelDistribution(int label, int classes, double smoothing) {
        throw new NotImplemented("1.4");
    }

    @Override
    public Tensor softmax(Tensor logits) {
        throw new NotImplemented("1.5");
    }

    @Override
    public Loss crossEntropy() {
        return (_, _) -> {
            throw new NotImplemented("1.6");
        };
    }

    @Override
    public Tensor initialWeight(Initialization kind, int outputs, int inputs, Seed seed) {
        throw new NotImplemented("1.7");
    }

    @Override
    public Layer dense(Tensor weight, Tensor bias) {
        throw new NotImplemented("1.8");
    }

    @Override
    public Optimizer sgd() {
        return (_, _) -> {
            throw new NotImplemented("1.9");
        };
    }

    @Override
    public List<int[]> split(int samples, int validation, int test, Seed seed) {
        throw new NotImplemented("1.10");
    }

    @Override
    public List<int[]> batches(int samples, int batchSize, Seed seed, int epoch) {
        throw new NotImplemented("1.10");
    }

    @Override
    public Classifier mlp(MlpConfig config, Lab1 parts) {
        throw new NotImplemented("1.11");
    }

    @Override
    public byte[] save(Map<String, Tensor> tensors) throws IOException {
        throw new NotImplemented("1.12");
    }

    @Override
    public Map<String, Tensor> load(byte[] bytes) throws IOException {
        throw new NotImplemented("1.12");
    }

    @Override
    public boolean isPossible(double percent, int decimals, int samples) {
        throw new NotImplemented("1.13");
    }

    @Override
    public double margin(double accuracy, int samples) {
        throw new NotImplemented("1.13");
    }

    @Override
    public boolean differ(double one, double other, int samples) {
        throw new NotImplemented("1.13");
    }

    @Override
    public LossVerdict judge(Tensor losses, int classes) {
        throw new NotImplemented("1.13");
    }

    @Override
    public MlpConfig digitsRecipe(int inputs, int classes, Seed seed) {
        throw new NotImplemented("1.14");
    }
}
