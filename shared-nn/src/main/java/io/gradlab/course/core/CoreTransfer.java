package io.gradlab.course.core;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.ModelState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A frozen base and a head. */
final class CoreTransfer implements Layer {
    private final Sequential base;
    private final Sequential head;

    CoreTransfer(Sequential base, Sequential head) {
        this.base = base;
        this.head = head;
        base.parameters().forEach(parameter -> parameter.freeze(true));
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        return head.forward(base.forward(input, Pass.evaluation()), pass.into("classifier"));
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        return base.backward(head.backward(outputGradient));
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        head.backwardParameters(outputGradient);
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(
                        base.parameters().stream().map(parameter -> parameter.inside("features")),
                        head.parameters().stream().map(parameter -> parameter.inside("classifier")))
                .toList();
    }

    @Override
    public Map<String, Tensor> buffers() {
        Map<String, Tensor> buffers = new LinkedHashMap<>();
        base.buffers().forEach((name, buffer) -> buffers.put("features." + name, buffer));
        head.buffers().forEach((name, buffer) -> buffers.put("classifier." + name, buffer));
        return buffers;
    }

    @Override
    public Shape outputShape(Shape input) {
        return head.outputShape(base.outputShape(input));
    }

    /** Trains the head by gradient descent on one batch; returns all tensors by name. */
    Map<String, Tensor> train(Tensor images, Tensor targets, int steps, double learningRate) {
        Sgd sgd = new Sgd();
        for (int step = 0; step < steps; step++) {
            Tensor logits = forward(images, Pass.training(new Seed(1), step));
            backwardParameters(new CrossEntropy().compute(logits, targets).gradient());
            sgd.step(parameters(), learningRate);
        }
        return ModelState.view(this);
    }

    /** Computes features {@code [N, D]} in batches. */
    static Tensor features(Sequential base, Tensor images, int batchSize) {
        Shape image = images.shape().withoutFirst();
        int samples = images.dim(0);
        int length = base.outputShape(image.prepend(1)).size();
        Tensor features = Tensor.zeros(samples, length);
        for (int from = 0; from < samples; from += batchSize) {
            Tensor batch = Tensor.zeros(image.prepend(Math.min(batchSize, samples - from)));
            System.arraycopy(images.data(), from * image.size(), batch.data(), 0, batch.size());
            float[] output = base.forward(batch, Pass.evaluation()).data();
            System.arraycopy(output, 0, features.data(), from * length, output.length);
        }
        return features;
    }
}
