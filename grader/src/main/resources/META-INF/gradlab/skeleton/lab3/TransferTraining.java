package io.gradlab.lab3.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Task 3.5: training of a network with a frozen base. */
public final class TransferTraining {

    /**
     * Makes the steps and returns all parameters and buffers of the network by name.
     *
     * @param images {@code [N, C, H, W]}
     * @param targets one-hot, {@code [N, K]}
     */
    public Map<String, Tensor> run(
            TransferNetwork network, Tensor images, Tensor targets, int steps, double learningRate) {
        descend(network, images, targets, steps, learningRate);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            tensors.put(parameter.name(), parameter.value());
        }
        tensors.putAll(network.buffers());
        return tensors;
    }

    /**
     * Makes steps of gradient descent ({@link Sgd}, no momentum) on the {@link CrossEntropy} of one batch. Step s, from 0 on,
     * is a forward pass in training mode with seed 1 ({@link Pass#training}), the loss, a backward pass for the parameters
     * alone ({@link TransferNetwork#backwardParameters}) and the optimizer's step.
     */
    private static void descend(
            TransferNetwork network, Tensor images, Tensor targets, int steps, double learningRate) {
        throw new NotImplemented("3.5");
    }
}
