package io.gradlab.solutions.lab3;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** Task 3.7: what a frozen base says about each image. */
public final class FeatureExtraction {

    /**
     * Computes the features of all images in evaluation mode, {@code batchSize} images at a time; the last batch may be
     * smaller. A layer's result is valid until its next forward pass only, so copy what it gives.
     *
     * @param base {@code [N, C, H, W]} to any shape {@code [N, …]}
     * @return {@code [N, D]}, row n the features of image n
     */
    public Tensor of(Layer base, Tensor images, int batchSize) {
        Shape image = images.shape().withoutFirst();
        // BEGIN SOLUTION 3.7
        int samples = images.dim(0);
        int length = base.outputShape(image.prepend(1)).size();
        Tensor features = Tensor.zeros(samples, length);
        for (int from = 0; from < samples; from += batchSize) {
            int count = Math.min(batchSize, samples - from);
            Tensor batch = Tensor.zeros(image.prepend(count));
            System.arraycopy(images.data(), from * image.size(), batch.data(), 0, batch.size());
            Tensor output = base.forward(batch, Pass.evaluation());
            System.arraycopy(output.data(), 0, features.data(), from * length, output.size());
        }
        return features;
        // END SOLUTION
    }
}
