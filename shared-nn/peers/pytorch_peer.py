#!/usr/bin/python3
"""PyTorch (Debian's python3-torch) on the workloads of `gradlab bench`, convolutions in the channels-last form."""
import torch
from torch import nn

import stopwatch


def block(channels, middle, out):
    return [
        nn.Conv2d(channels, middle, 3, padding=1), nn.BatchNorm2d(middle), nn.ReLU(inplace=True),
        nn.Conv2d(middle, out, 3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(2),
    ]


def mlp():
    return nn.Sequential(
        nn.Linear(784, 256), nn.ReLU(inplace=True), nn.Linear(256, 128), nn.ReLU(inplace=True),
        nn.Linear(128, 64), nn.ReLU(inplace=True), nn.Linear(64, 10))


def mnist():
    return nn.Sequential(
        nn.Conv2d(1, 32, 5, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 5, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(3136, 1024), nn.ReLU(inplace=True), nn.Dropout(0.5), nn.Linear(1024, 10))


def cifar():
    return nn.Sequential(
        *block(3, 32, 64), *block(64, 128, 128), nn.Dropout2d(0.05), *block(128, 256, 256),
        nn.Flatten(), nn.Dropout(0.1), nn.Linear(4096, 1024), nn.ReLU(inplace=True),
        nn.Linear(1024, 512), nn.ReLU(inplace=True), nn.Dropout(0.1), nn.Linear(512, 10))


def vgg16():
    layers, channels = [], 3
    for widths in ([64] * 2, [128] * 2, [256] * 3, [512] * 3, [512] * 3):
        for width in widths:
            layers += [nn.Conv2d(channels, width, 3, padding=1), nn.ReLU(inplace=True)]
            channels = width
        layers.append(nn.MaxPool2d(2))
    return nn.Sequential(
        *layers, nn.Flatten(), nn.Linear(25088, 4096), nn.ReLU(inplace=True),
        nn.Linear(4096, 4096), nn.ReLU(inplace=True), nn.Linear(4096, 1000))


def pictures(*shape):
    pixels = torch.rand(shape) - 0.5
    return pixels.contiguous(memory_format=torch.channels_last) if len(shape) == 4 else pixels


def network(build):
    return build().to(memory_format=torch.channels_last)


def count(net):
    return sum(parameter.numel() for parameter in net.parameters())


def training(build, optimizer_of, *shape):
    net = network(build).train()
    optimizer = optimizer_of(net.parameters())
    pixels, labels = pictures(*shape), torch.arange(shape[0]) % 10
    loss = nn.CrossEntropyLoss()

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss(net(pixels), labels).backward()
        optimizer.step()

    return shape[0], count(net), step


def forward(build, *shape):
    net = network(build).eval()
    pixels = pictures(*shape)

    def step():
        with torch.inference_mode():
            net(pixels)

    return shape[0], count(net), step


def sgd(parameters):
    return torch.optim.SGD(parameters, lr=0.1)


def adam(rate):
    return lambda parameters: torch.optim.Adam(parameters, lr=rate)


def main():
    options = stopwatch.options()
    torch.set_num_threads(options.threads)
    stopwatch.run("pytorch-debian", options, {
        "mlp-train": lambda: training(mlp, sgd, 32, 784),
        "mnist-l2-train": lambda: training(mnist, adam(1e-4), 100, 1, 28, 28),
        "cifar-deep-train": lambda: training(cifar, adam(1e-3), 64, 3, 32, 32),
        "vgg16-forward": lambda: forward(vgg16, 8, 3, 224, 224),
    })


if __name__ == "__main__":
    main()
