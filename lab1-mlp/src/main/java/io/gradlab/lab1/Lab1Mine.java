package io.gradlab.lab1;

import io.gradlab.course.Classifier;
import io.gradlab.course.Lab1;
import io.gradlab.course.MlpConfig;
import io.gradlab.lab1.student.CrossEntropy;
import io.gradlab.lab1.student.Dense;
import io.gradlab.lab1.student.Linear;
import io.gradlab.lab1.student.Mlp;
import io.gradlab.lab1.student.Relu;
import io.gradlab.lab1.student.Sgd;
import io.gradlab.lab1.student.Sigmoid;
import io.gradlab.lab1.student.Softmax;
import io.gradlab.lab1.student.Tanh;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;

/** Given: hands your classes out as lab 1's contract. Nothing to change here: the grader uses a copy of its own. */
public final class Lab1Mine implements Lab1 {

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
