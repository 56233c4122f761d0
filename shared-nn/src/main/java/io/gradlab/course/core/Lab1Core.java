package io.gradlab.course.core;

import io.gradlab.course.Classifier;
import io.gradlab.course.Lab1;
import io.gradlab.course.MlpConfig;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.layer.Activation;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Tensor;

/** Lab 1's contract on the engine. */
public final class Lab1Core implements Lab1 {

    @Override
    public Layer activation(ActivationKind kind) {
        return new Activation(kind);
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
    public Layer dense(Tensor weight, Tensor bias) {
        return new Dense(weight, bias);
    }

    @Override
    public Optimizer sgd() {
        return new Sgd();
    }

    @Override
    public Classifier mlp(MlpConfig config, Lab1 parts) {
        return new CoreMlp(config, parts);
    }
}
