"""Records what PyTorch computes for VGG networks: python3 make_vgg_values.py > ../resources/io/gradlab/lab3/vgg/values.tsv

Weights, images and output gradients come from a formula that VggValuesTest computes as well, so that a few numbers of each
result are enough: its Euclidean norm, its largest absolute value, and eight samples. Computed in double precision on
weights rounded to float32 (PyTorch 1.13). Columns: case, tensor, norm, largest, samples.
"""

import numpy as np
import torch
from torch import nn

torch.set_num_threads(1)

BLOCKS = {
    "vgg11": "64 M 128 M 256 256 M 512 512 M 512 512 M",
    "vgg16": "64 64 M 128 128 M 256 256 256 M 512 512 512 M 512 512 512 M",
}
SAMPLES = 8


def mixed(count, salt):
    """Uniform numbers in [-1, 1): a 32-bit hash of the index, as TestNumbers.java does it."""
    mask = np.uint64(0xFFFFFFFF)
    h = (np.arange(count, dtype=np.uint64) * np.uint64(0x9E3779B1) + np.uint64(salt) * np.uint64(0x85EBCA77)) & mask
    h ^= h >> np.uint64(15)
    h = (h * np.uint64(0x2C1B3C6D)) & mask
    h ^= h >> np.uint64(12)
    h = (h * np.uint64(0x297A2D39)) & mask
    h ^= h >> np.uint64(15)
    return h.astype(np.float64) / 2.0**31 - 1.0


def tensor(shape, salt, center, bound):
    count = int(np.prod(shape))
    numbers = (center + bound * mixed(count, salt)).astype(np.float32)
    return torch.from_numpy(numbers.astype(np.float64)).reshape(shape)


def features(blocks, batch_norm):
    layers, channels = [], 3
    for block in blocks.split():
        if block == "M":
            layers.append(nn.MaxPool2d(2))
            continue
        layers.append(nn.Conv2d(channels, int(block), 3, padding=1))
        channels = int(block)
        layers += [nn.BatchNorm2d(channels), nn.ReLU()] if batch_norm else [nn.ReLU()]
    return nn.Sequential(*layers)


def vgg(blocks, hidden, outputs):
    return nn.Sequential(
        features(blocks, False),
        nn.AdaptiveAvgPool2d(7),
        nn.Flatten(),
        nn.Sequential(
            nn.Linear(25088, hidden), nn.ReLU(), nn.Dropout(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Dropout(),
            nn.Linear(hidden, outputs)),
    )


def fill(network, warm):
    """Fills the parameters; warm ones are positive on the whole, so that hardly any ReLU is off."""
    with torch.no_grad():
        for salt, (name, parameter) in enumerate(network.named_parameters()):
            if parameter.dim() > 1:
                fan_in = parameter[0].numel()
                center, bound = (1.0 / fan_in, 0.25 * (3.0 / fan_in) ** 0.5) if warm else (0.0, (6.0 / fan_in) ** 0.5)
                parameter.copy_(tensor(parameter.shape, salt, center, bound))
            elif name.endswith("weight"):
                parameter.copy_(tensor(parameter.shape, salt, 1.0, 0.25))
            else:
                parameter.copy_(tensor(parameter.shape, salt, 0.0, 0.125))


def record(case, name, values):
    flat = values.detach().reshape(-1)
    places = [flat.numel() * (2 * k + 1) // (2 * SAMPLES) for k in range(SAMPLES)]
    numbers = [flat.norm().item(), flat.abs().max().item()] + [flat[place].item() for place in places]
    print(case, name, *(f"{number:.9e}" for number in numbers), sep="\t")


def run(case, network, shape, training, names, warm=False):
    network = network.double().train(training)
    fill(network, warm)
    images = tensor(shape, 1000, 1.0 if warm else 0.0, 1.0).requires_grad_()
    outputs = network(images)
    record(case, "output", outputs)
    outputs.backward(tensor(outputs.shape, 2000, 0.0, 1.0))
    record(case, "input.gradient", images.grad)
    for name, parameter in network.named_parameters():
        part, rest = name.split(".", 1)
        record(case, (names.get(part, part) + "." + rest), parameter.grad)
    for name, buffer in network.named_buffers():
        if "num_batches" not in name:
            record(case, name, buffer)


parts = {"0": "features", "3": "classifier"}
run("vgg16-64", vgg(BLOCKS["vgg16"], 256, 10), (2, 3, 64, 64), False, parts)
run("vgg16-224", vgg(BLOCKS["vgg16"], 256, 10), (1, 3, 224, 224), False, parts, warm=True)
run("vgg16-64-full", vgg(BLOCKS["vgg16"], 4096, 10), (2, 3, 64, 64), False, parts)
run("vgg11_bn-features", features(BLOCKS["vgg11"], True), (2, 3, 32, 32), True, {})
