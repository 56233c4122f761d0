#!/usr/bin/env python3
"""PyTorch on an NVIDIA GPU, on the workloads of `gradlab bench --backend cuda`, with TF32 off and on.

Prints one line of JSON for each workload and precision. Each is measured as PyTorch is fastest: pictures and weights channels
last, cuDNN choosing its algorithms by trying them, and steps both launched one by one and as a CUDA graph, of which the
faster counts. As in `gradlab bench`, a training step takes its batch from the host.
"""
import argparse
import json
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional

import pytorch_peer as networks

SAMPLE_SECONDS = 0.1
SAMPLES = 11
WARM_UP_STEPS = 20  # cuDNN tries its algorithms in the first
LAST = torch.channels_last

LAYERS = [(64, 128, 32, 3, 32), (32, 64, 14, 5, 100), (256, 256, 56, 3, 4), (3, 64, 224, 3, 4), (1, 32, 28, 5, 100)]


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", metavar="NAME", help="this workload: " + ", ".join(workloads()))
    parser.add_argument("--device", default="cuda", choices=["cuda", "cpu"], help="cpu: to see that all runs")
    parser.add_argument("--tf32", default="both", choices=["both", "on", "off"])
    options = parser.parse_args()
    if options.only and options.only not in workloads():
        parser.error(f"--only {options.only}: there are {', '.join(workloads())}")
    if options.device == "cuda" and not torch.cuda.is_available():
        sys.exit("pytorch_gpu_peer.py: PyTorch sees no GPU here; --device cpu runs without one, to see that all runs")
    return options


def workloads():
    """Each makes, for a device, its variants as (description, unit, work of a step, step)."""
    return {
        "ceilings": ceilings,
        "sgemm": sgemm,
        "conv": convolutions,
        "mlp-train": lambda device: training(device, networks.mlp, networks.sgd, 32, 784),
        "mnist-l2-train": lambda device: training(device, networks.mnist, adam(1e-4), 100, 1, 28, 28),
        "cifar-deep-train": lambda device: training(device, networks.cifar, adam(1e-3), 64, 3, 32, 32),
        "vgg16-forward": lambda device: forward(device, networks.vgg16, 8, 3, 224, 224),
        "vgg16-train": lambda device: training(device, vgg16_with_dropout, networks.sgd, 8, 3, 224, 224),
        "elementwise": elementwise,
    }


def adam(rate):
    # With `capturable`, the steps are counted on the device, which a graph needs.
    return lambda parameters: torch.optim.Adam(parameters, lr=rate, **({"capturable": True} if on_gpu(parameters) else {}))


def on_gpu(parameters):
    return all(parameter.is_cuda for parameter in parameters)


def vgg16_with_dropout():
    layers = list(networks.vgg16())
    return nn.Sequential(*layers[:-3], nn.Dropout(0.5), *layers[-3:-1], nn.Dropout(0.5), layers[-1])


def uniform(device, *shape):
    numbers = torch.rand(shape, device=device) * 2 - 1
    return numbers.contiguous(memory_format=LAST) if len(shape) == 4 else numbers


def ceilings(device):
    floats = 1 << (28 if device == "cuda" else 22)
    size = 8192 if device == "cuda" else 512
    source, target = uniform(device, floats), uniform(device, floats)
    a, b, c = (uniform(device, size, size) for _ in range(3))
    yield "copy", "GB/s", 8e-9 * floats, lambda: target.copy_(source)
    yield f"matrix product {size}", "GFLOP/s", 2e-9 * size ** 3, lambda: torch.mm(a, b, out=c)


def sgemm(device):
    a, b, c = (uniform(device, 512, 512) for _ in range(3))
    yield "matrix product 512×512×512", "GFLOP/s", 2e-9 * 512 ** 3, lambda: torch.mm(a, b, out=c)


def convolutions(device):
    for channels, maps, size, kernel, batch in LAYERS:
        x, w = uniform(device, batch, channels, size, size), uniform(device, maps, channels, kernel, kernel)
        bias, dy = uniform(device, maps), uniform(device, batch, maps, size, size)
        what = f"{kernel}×{kernel} {channels}→{maps} on {size}×{size}, batch {batch}"
        work = 2e-9 * batch * channels * maps * kernel ** 2 * size ** 2

        def backward(mask, x=x, w=w, dy=dy, padding=kernel // 2):
            one, none = [1, 1], [0, 0]
            torch.ops.aten.convolution_backward(dy, x, w, None, one, [padding, padding], one, False, none, 1, mask)

        yield ("forward, " + what, "GFLOP/s", work,
               lambda x=x, w=w, bias=bias, padding=kernel // 2: functional.conv2d(x, w, bias, padding=padding))
        yield "input gradient, " + what, "GFLOP/s", work, lambda run=backward: run([True, False, False])
        yield "weight gradient, " + what, "GFLOP/s", work, lambda run=backward: run([False, True, False])


def training(device, build, optimizer_of, *shape):
    net = build().to(device).to(memory_format=LAST).train()
    optimizer = optimizer_of(list(net.parameters()))
    host, labels = uniform("cpu", *shape), torch.arange(shape[0]) % 10
    if device == "cuda":
        host, labels = host.pin_memory(), labels.pin_memory()
    pixels, targets = host.to(device), labels.to(device)
    loss = nn.CrossEntropyLoss()

    def step():
        pixels.copy_(host, non_blocking=True)
        targets.copy_(labels, non_blocking=True)
        optimizer.zero_grad(set_to_none=True)
        loss(net(pixels), targets).backward()
        optimizer.step()

    yield "", "images/s", shape[0], step


def forward(device, build, *shape):
    net = build().to(device).to(memory_format=LAST).eval()
    host = uniform("cpu", *shape)
    host = host.pin_memory() if device == "cuda" else host
    pixels = host.to(device)

    def step():
        pixels.copy_(host, non_blocking=True)
        with torch.no_grad():
            net(pixels)

    yield "", "images/s", shape[0], step


def elementwise(device):
    for size in (1 << 16, 1 << 23):
        out, x, y, positive = (uniform(device, size // 64, 64) for _ in range(4))
        positive.abs_()
        ten = torch.ops.aten
        named = f"{size >> 20} Mi floats" if size >= 1 << 20 else f"{size >> 10} Ki floats"
        passes = [
            ("copy", 2, lambda: out.copy_(x)),
            ("relu", 2, lambda: torch.clamp_min(x, 0, out=out)),
            ("relu gradient", 3, lambda: ten.threshold_backward(y, x, 0)),
            ("sigmoid", 2, lambda: torch.sigmoid(x, out=out)),
            ("sigmoid gradient", 3, lambda: ten.sigmoid_backward(y, x)),
            ("tanh", 2, lambda: torch.tanh(x, out=out)),
            ("tanh gradient", 3, lambda: ten.tanh_backward(y, x)),
            ("softmax of rows of 64", 2, lambda: torch.softmax(x, 1)),
            ("bias gradient, the sum of rows", 1, lambda: x.sum(0)),
            ("sum of squares", 1, lambda: torch.linalg.vector_norm(x)),
            ("dropout 0.5", 2, lambda: functional.dropout(x, 0.5)),
            ("sgd", 3, optimizer_pass(torch.optim.SGD, out, x, lr=1e-3)),
            ("momentum", 5, optimizer_pass(torch.optim.SGD, out, x, lr=1e-3, momentum=0.9)),
            ("adam", 7, optimizer_pass(torch.optim.Adam, out, x, lr=1e-3,
                                       **({"fused": True, "capturable": True} if device == "cuda" else {}))),
        ]
        for what, floats, step in passes:
            yield f"{what}, {named}", "GB/s", 4e-9 * floats * size, step


def optimizer_pass(kind, value, gradient, **settings):
    parameter = nn.Parameter(value.clone())
    parameter.grad = gradient
    return kind([parameter], **settings).step


def graphed(step):
    """Returns the step as one CUDA graph, or None where it cannot be one."""
    try:
        side = torch.cuda.Stream()
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(3):
                step()
        torch.cuda.current_stream().wait_stream(side)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            step()
        return graph.replay
    except RuntimeError as reason:
        print(f"no CUDA graph: {str(reason).splitlines()[0]}", file=sys.stderr)
        torch.cuda.synchronize()
        return None


def seconds_per_step(step, synchronize, warm_up):
    for _ in range(warm_up):
        step()
    synchronize()
    begin = time.perf_counter()
    for _ in range(3):
        step()
    synchronize()
    count = max(1, round(SAMPLE_SECONDS * 3 / (time.perf_counter() - begin)))
    samples = []
    for _ in range(SAMPLES):
        begin = time.perf_counter()
        for _ in range(count):
            step()
        synchronize()
        samples.append((time.perf_counter() - begin) / count)
    return statistics.median(samples)


def run(name, options, tf32):
    on_device = options.device == "cuda"
    synchronize = torch.cuda.synchronize if on_device else lambda: None
    for what, unit, work, step in workloads()[name](options.device):
        figures = {"launched": work / seconds_per_step(step, synchronize, WARM_UP_STEPS if on_device else 1)}
        replay = graphed(step) if on_device else None
        if replay:
            figures["graph"] = work / seconds_per_step(replay, synchronize, WARM_UP_STEPS)
        print(json.dumps({
            "peer": "pytorch-gpu", "name": name, "description": what, "precision": "tf32" if tf32 else "fp32",
            "value": round(max(figures.values()), 3), "unit": unit, "device": device_name(options.device),
            "version": torch.__version__,
        } | {key: round(value, 3) for key, value in figures.items()}, ensure_ascii=False), flush=True)


def device_name(device):
    return torch.cuda.get_device_name() if device == "cuda" else "cpu"


def main():
    options = parse()
    torch.backends.cudnn.benchmark = True
    for tf32 in {"both": (False, True), "on": (True,), "off": (False,)}[options.tf32]:
        torch.backends.cuda.matmul.allow_tf32 = tf32
        torch.backends.cudnn.allow_tf32 = tf32
        for name in workloads():
            if options.only in (None, name):
                run(name, options, tf32)


if __name__ == "__main__":
    main()
