package io.gradlab.lab2.model;

import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.tensor.Shape;

/** The networks of reports B to E; each output is logits {@code [N, 10]}. */
public final class ReportNetworks {
    private static final Shape MNIST = Shape.of(1, 28, 28);
    private static final Shape CIFAR_10 = Shape.of(3, 32, 32);

    /** Report B's network for MNIST without batch norm and dropout; width and kernel of conv2 are our choice. */
    public static final NetworkText B_MNIST_PLAIN = NetworkText.of("""
            conv1: conv 32 5x5, relu, maxpool 2
            conv2: conv 64 5x5, relu, maxpool 2
            flatten
            fc1: dense 128, relu
            fc2: dense 10
            """, MNIST);

    /** Report C's network for MNIST, with 5×5 kernels. */
    public static final NetworkText C_MNIST = NetworkText.of("""
            conv1: conv 32 5x5 pad 2, relu, maxpool 2
            conv2: conv 64 5x5 pad 2, relu, maxpool 2
            flatten
            fc1: dense 1024, relu, dropout 0.5
            fc2: dense 10
            """, MNIST);

    /** Report C's network for MNIST, with 3×3 kernels. */
    public static final NetworkText C_MNIST_3X3 = NetworkText.of("""
            conv1: conv 32 3x3 pad 1, relu, maxpool 2
            conv2: conv 64 3x3 pad 1, relu, maxpool 2
            flatten
            fc1: dense 1024, relu, dropout 0.5
            fc2: dense 10
            """, MNIST);

    /** Report C's network for MNIST, with 3×3 kernels and twice the filters. */
    public static final NetworkText C_MNIST_3X3_DOUBLED = NetworkText.of("""
            conv1: conv 64 3x3 pad 1, relu, maxpool 2
            conv2: conv 128 3x3 pad 1, relu, maxpool 2
            flatten
            fc1: dense 1024, relu, dropout 0.5
            fc2: dense 10
            """, MNIST);

    /** Report C's network for CIFAR-10. */
    public static final NetworkText C_CIFAR_10 = NetworkText.of("""
            conv1: conv 64 3x3, relu, maxpool 2
            conv2: conv 128 3x3, relu, maxpool 2
            conv3: conv 256 3x3, relu, maxpool 2
            flatten
            fc1: dense 128, relu
            fc2: dense 256, relu
            fc3: dense 10
            """, CIFAR_10);

    /** Report C's network for CIFAR-10, with average pooling and a first kernel of 5×5. */
    public static final NetworkText C_CIFAR_10_AVERAGE = NetworkText.of("""
            conv1: conv 64 5x5, relu, avgpool 2
            conv2: conv 128 3x3, relu, avgpool 2
            conv3: conv 256 3x3, relu, avgpool 2
            flatten
            fc1: dense 128, relu
            fc2: dense 256, relu
            fc3: dense 10
            """, CIFAR_10);

    /** Report D's network for MNIST, without the softmax that the report puts at its end. */
    public static final NetworkText D_MNIST = NetworkText.of("""
            conv1: conv 32 5x5, relu, maxpool 2
            conv2: conv 64 5x5, relu, maxpool 2
            flatten
            fc1: dense 500, relu, dropout 0.4
            fc2: dense 10
            """, MNIST);

    /** Report E's LeNet for CIFAR-10. */
    public static final NetworkText LENET = NetworkText.of("""
            conv1: conv 6 5x5, relu, maxpool 2
            conv2: conv 16 5x5, relu, maxpool 2
            flatten
            fc1: dense 120, relu
            fc2: dense 84, relu
            fc3: dense 10
            """, CIFAR_10);

    /** Report E's deep network for CIFAR-10. */
    public static final NetworkText DEEP = NetworkText.of("""
            conv1: conv 32 3x3 pad 1, bn1: batchnorm, relu
            conv2: conv 64 3x3 pad 1, relu, maxpool 2
            conv3: conv 128 3x3 pad 1, bn3: batchnorm, relu
            conv4: conv 128 3x3 pad 1, relu, maxpool 2, dropout2d 0.05
            conv5: conv 256 3x3 pad 1, bn5: batchnorm, relu
            conv6: conv 256 3x3 pad 1, relu, maxpool 2
            flatten, dropout 0.1
            fc1: dense 1024, relu
            fc2: dense 512, relu, dropout 0.1
            fc3: dense 10
            """, CIFAR_10);

    /** A multi-layer perceptron for MNIST, to compare the convolutional networks with; our choice. */
    public static final NetworkText MLP_MNIST = NetworkText.of("""
            flatten
            fc1: dense 512, relu, dropout 0.2
            fc2: dense 256, relu, dropout 0.2
            fc3: dense 10
            """, MNIST);

    /**
     * Returns report B's best network for MNIST; fc1's 128 numbers are the embedding.
     *
     * @param dropout the share that is dropped before fc2, in [0, 1)
     * @param pools whether there are the two pooling layers
     */
    public static NetworkText bMnist(double dropout, boolean pools) {
        String pool = pools ? ", maxpool 2" : "";
        return NetworkText.of("""
                conv1: conv 32 5x5, relu%s
                conv2: conv 64 5x5, bn2: batchnorm, relu%s
                flatten
                fc1: dense 128, relu, dropout %s
                fc2: dense 10
                """.formatted(pool, pool, dropout), MNIST);
    }

    /**
     * Returns report C's network for MNIST.
     *
     * @param kernel 5 or 3, the kernels' side; the padding keeps the images' size
     * @param filters of the first convolution; the second has twice as many
     */
    public static NetworkText cMnist(int kernel, int filters) {
        return NetworkText.of(
                """
                conv1: conv %d %dx%d pad %d, relu, maxpool 2
                conv2: conv %d %dx%d pad %d, relu, maxpool 2
                flatten
                fc1: dense 1024, relu, dropout 0.5
                fc2: dense 10
                """.formatted(filters, kernel, kernel, kernel / 2, 2 * filters, kernel, kernel, kernel / 2), MNIST);
    }

    /**
     * Returns report C's network for CIFAR-10.
     *
     * @param firstKernel 3 or 5, the side of the first convolution's kernels
     * @param activation of the convolutional part, for example {@code relu}
     * @param pool {@code maxpool} or {@code avgpool}
     */
    public static NetworkText cCifar10(int firstKernel, String activation, String pool) {
        String after = activation + ", " + pool + " 2";
        return NetworkText.of("""
                conv1: conv 64 %dx%d, %s
                conv2: conv 128 3x3, %s
                conv3: conv 256 3x3, %s
                flatten
                fc1: dense 128, relu
                fc2: dense 256, relu
                fc3: dense 10
                """.formatted(firstKernel, firstKernel, after, after, after), CIFAR_10);
    }

    /**
     * Returns report E's LeNet for CIFAR-10.
     *
     * @param kernel 5 or 4, the kernels' side
     * @param batchNorm whether each convolution is followed by batch norm
     * @param activation after each layer but the last, for example {@code leakyrelu 0.01}
     */
    public static NetworkText lenet(int kernel, boolean batchNorm, String activation) {
        String first = (batchNorm ? "bn1: batchnorm, " : "") + activation;
        String second = (batchNorm ? "bn2: batchnorm, " : "") + activation;
        return NetworkText.of(
                """
                conv1: conv 6 %dx%d, %s, maxpool 2
                conv2: conv 16 %dx%d, %s, maxpool 2
                flatten
                fc1: dense 120, %s
                fc2: dense 84, %s
                fc3: dense 10
                """.formatted(kernel, kernel, first, kernel, kernel, second, activation, activation), CIFAR_10);
    }

    private ReportNetworks() {}
}
