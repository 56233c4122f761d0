#!/usr/bin/python3
"""scikit-learn (Debian's python3-sklearn) on the MLP of `gradlab bench`. Its threads are the BLAS library's."""
import numpy
from sklearn.neural_network import MLPClassifier

import stopwatch

STEPS = 100  # batches in a call of partial_fit, which checks its input each time


def mlp():
    pixels = numpy.random.default_rng(1).random((32 * STEPS, 784), dtype=numpy.float32) - numpy.float32(0.5)
    labels = numpy.arange(32 * STEPS) % 32 % 10
    net = MLPClassifier(
        (256, 128, 64), solver="sgd", learning_rate_init=0.1, momentum=0, alpha=0, batch_size=32, shuffle=False)
    classes = numpy.arange(10)
    net.partial_fit(pixels, labels, classes)
    parameters = sum(array.size for array in net.coefs_ + net.intercepts_)
    return len(labels), parameters, lambda: net.partial_fit(pixels, labels, classes)


stopwatch.run("sklearn", stopwatch.options(), {"mlp-train": mlp})
