#!/usr/bin/python3
"""Records scikit-learn's MLPClassifier on report A's data, for `gradlab report fashion-mlp` to compare with.

Needs Debian's python3-sklearn and Fashion-MNIST's two training files; takes about ten minutes on one core:

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 /usr/bin/python3 lab1-mlp/peers/record_sklearn.py DATA_FOLDER \
        > lab1-mlp/src/main/resources/io/gradlab/lab1/experiment/report/sklearn.csv

The samples are those of `gradlab train fashion-mlp --seed 1`: the same shuffle is computed here once more, and the
CRC-32 of the sample numbers, which a test compares with GradLab's own, stands in the file's second line.
"""
import datetime
import gzip
import pathlib
import platform
import sys
import time
import warnings
import zlib

import numpy
import sklearn
from sklearn.neural_network import MLPClassifier

TRAINING, VALIDATION, TEST = 48_060, 5_940, 6_000
EPOCHS = 100
TESTED_AFTER = (50, 100)
RUNS = (("sigmoid", 0.1), ("tanh", 0.1), ("relu", 0.1), ("linear", 0.1), ("linear", 0.001))
SKLEARN_NAME = {"sigmoid": "logistic", "tanh": "tanh", "relu": "relu", "linear": "identity"}

BITS = (1 << 64) - 1
GOLDEN_GAMMA = 0x9E3779B97F4A7C15


def mix(z):
    """SplitMix64's finalizer, as in io.gradlab.nn.tensor.RandomStream."""
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & BITS
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & BITS
    return z ^ (z >> 31)


def permutation(size, seed, purpose):
    """The order that GradLab's Seed(seed).stream(purpose).permutation(size) gives."""
    key = mix(seed + GOLDEN_GAMMA & BITS)
    for letter in purpose:
        key = mix(key + GOLDEN_GAMMA * (ord(letter) + 1) & BITS)
    key ^= mix(1)
    order = [0] * size
    for i in range(size):
        j = mix(key + GOLDEN_GAMMA * (i + 1) & BITS) * (i + 1) >> 64
        order[i] = order[j]
        order[j] = i
    return numpy.array(order)


def split():
    """The numbers of the training and test samples."""
    outer = permutation(TRAINING + VALIDATION + TEST, 20, "fashion-mlp test")
    test, rest = outer[:TEST], outer[TEST:]
    inner = permutation(TRAINING + VALIDATION, 1, "fashion-mlp validation")
    return rest[inner[VALIDATION:]], test


def read_idx(folder, name, header):
    with gzip.open(folder / (name + ".gz")) as file:
        return numpy.frombuffer(file.read()[header:], numpy.uint8)


def record(activation, rate, training, test):
    """Trains one network; prints a line an epoch, up to the one in which its weights stop being finite."""
    net = MLPClassifier(
        hidden_layer_sizes=(256, 128, 64), activation=SKLEARN_NAME[activation], solver="sgd", momentum=0,
        nesterovs_momentum=False, alpha=0, batch_size=32, learning_rate="constant", learning_rate_init=rate,
        shuffle=True, random_state=1)
    classes = numpy.arange(10)
    for epoch in range(1, EPOCHS + 1):
        try:
            net.partial_fit(*training, classes)
        except ValueError as problem:
            if "non-finite" not in str(problem):
                raise
            print(f"{activation},{rate},{epoch},NaN,", flush=True)
            return
        accuracy = f"{net.score(*test):.6f}" if epoch in TESTED_AFTER else ""
        print(f"{activation},{rate},{epoch},{net.loss_curve_[-1]:.6f},{accuracy}", flush=True)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: record_sklearn.py DATA_FOLDER, the folder that holds fashion-mnist/")
    folder = pathlib.Path(sys.argv[1]) / "fashion-mnist"
    pixels = read_idx(folder, "train-images-idx3-ubyte", 16).reshape(-1, 784) / numpy.float32(255)
    labels = read_idx(folder, "train-labels-idx1-ubyte", 8)
    training, test = split()
    checksum = zlib.crc32(numpy.concatenate([training, test]).astype(">i4").tobytes())
    print(f"# Recorded by lab1-mlp/peers/record_sklearn.py on {datetime.date.today()}: scikit-learn {sklearn.__version__},"
          f" NumPy {numpy.__version__}, Python {platform.python_version()}, one seed, one thread")
    print(f"# split {checksum:08x}")
    print("activation,learning_rate,epoch,train_loss,test_accuracy")
    warnings.simplefilter("ignore")  # an exploding network overflows before it stops; the line with NaN says so
    start = time.perf_counter()
    for activation, rate in RUNS:
        begin = time.perf_counter()
        record(activation, rate, (pixels[training], labels[training]), (pixels[test], labels[test]))
        print(f"{activation} {rate}: {time.perf_counter() - begin:.0f} s", file=sys.stderr)
    print(f"# {time.perf_counter() - start:.0f} seconds in all")


main()
