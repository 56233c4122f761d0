package io.gradlab.solutions.lab1;

import io.gradlab.course.Classifier;
import io.gradlab.course.Lab1;
import io.gradlab.course.MlpConfig;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;

/** Hands the reference answers out as lab 1's contract. */
public final class Lab1Solutions implements Lab1 {

    @Override
    public Layer activation(ActivationKind kind) {
        return switch (kind) {
            case LINEAR -> new Linear();
            case SIGMOID -> new Sigmoid();
            case TANH -> new Tanh();
            case RELU -> new Relu();
        };
    }

    @Override
    public Tensor softmax(Tensor logits) {
        return new Softmax().apply(logits);
    }

    @Override
    public Loss crossEntropy() {
        return new CrossEntropy();
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
    public Classifier mlp(MlpConfig config, Lab1 parts) {
        return new Mlp(config, parts);
    }
}
