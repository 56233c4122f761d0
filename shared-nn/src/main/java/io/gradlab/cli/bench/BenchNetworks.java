package io.gradlab.cli.bench;

/** The networks that are measured, in their short text form. */
final class BenchNetworks {
    /** Report A's, 242,762 parameters with 784 inputs. */
    static final String MLP = "flatten, dense 256, relu, dense 128, relu, dense 64, relu, dense 10";

    /** Report C's on MNIST, 3,274,634 parameters. */
    static final String MNIST = """
            conv 32 5x5 pad 2, relu, maxpool 2
            conv 64 5x5 pad 2, relu, maxpool 2
            flatten, dense 1024, relu, dropout 0.5, dense 10""";

    /** Report E's deep one on CIFAR-10, 5,852,170 parameters. */
    static final String CIFAR = """
            conv 32 3x3 pad 1, batchnorm, relu, conv 64 3x3 pad 1, relu, maxpool 2
            conv 128 3x3 pad 1, batchnorm, relu, conv 128 3x3 pad 1, relu, maxpool 2, dropout2d 0.05
            conv 256 3x3 pad 1, batchnorm, relu, conv 256 3x3 pad 1, relu, maxpool 2
            flatten, dropout 0.1, dense 1024, relu, dense 512, relu, dropout 0.1, dense 10""";

    /** VGG-16 with its classifier (Simonyan and Zisserman, 2015, configuration D), 138,357,544 parameters. */
    static final String VGG16 = """
            conv 64 3x3 pad 1, relu, conv 64 3x3 pad 1, relu, maxpool 2
            conv 128 3x3 pad 1, relu, conv 128 3x3 pad 1, relu, maxpool 2
            conv 256 3x3 pad 1, relu, conv 256 3x3 pad 1, relu, conv 256 3x3 pad 1, relu, maxpool 2
            conv 512 3x3 pad 1, relu, conv 512 3x3 pad 1, relu, conv 512 3x3 pad 1, relu, maxpool 2
            conv 512 3x3 pad 1, relu, conv 512 3x3 pad 1, relu, conv 512 3x3 pad 1, relu, maxpool 2
            flatten, dense 4096, relu, dropout 0.5, dense 4096, relu, dropout 0.5, dense 1000""";

    private BenchNetworks() {}
}
