package io.gradlab.lab2.model;

import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.tensor.Shape;

/** The networks of reports C, D and E that are made of plain layers only; each output is logits {@code [N, 10]}. */
public final class ReportNetworks {
    private static final Shape MNIST = Shape.of(1, 28, 28);
    private static final Shape CIFAR_10 = Shape.of(3, 32, 32);

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

    private ReportNetworks() {}
}
