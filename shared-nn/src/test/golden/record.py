"""Records what PyTorch computes for every layer, loss and optimizer of the engine.

    python3 shared-nn/src/test/golden/record.py

Needs PyTorch (Debian: python3-torch) and NumPy. Writes shared-nn/src/test/resources/golden/layers.safetensors: for each
case its inputs, parameters, outputs and gradients, named CASE/WHAT. Inputs are float32 numbers; PyTorch computes with
them in float64, and the results are rounded to float32 once, so that the file has no rounding of PyTorch's own in it.
The numbers are the same on every machine: inputs come from a sine, not from a generator.
"""

import json
import pathlib
import struct

import numpy
import torch
from torch import nn
from torch.nn import functional

torch.set_default_dtype(torch.float64)
FILE = pathlib.Path(__file__).resolve().parent.parent / "resources" / "golden" / "layers.safetensors"
recorded = {}


def numbers(shape, phase, scale=1.0):
    """Numbers between -scale and scale without any pattern that a layer could hide behind, exact in float32."""
    index = numpy.arange(int(numpy.prod(shape)), dtype=numpy.float64)
    values = scale * numpy.sin(12.9898 * index + phase) * numpy.cos(0.731 * index * phase + 0.3)
    return torch.from_numpy(values.astype(numpy.float32).astype(numpy.float64).reshape(shape))


def keep(case, what, tensor):
    recorded[f"{case}/{what}"] = tensor.detach().numpy().astype(numpy.float32).copy()


def record(case, module, inputs):
    """Records a training pass, its gradients, and an evaluation of the same input afterwards."""
    keep(case, "input", inputs)
    for name, parameter in module.named_parameters():
        keep(case, name, parameter)
    x = inputs.clone().requires_grad_()
    module.train()
    y = module(x)
    dy = numbers(y.shape, 4.7)
    y.backward(dy)
    keep(case, "output", y)
    keep(case, "outputGradient", dy)
    keep(case, "inputGradient", x.grad)
    for name, parameter in module.named_parameters():
        keep(case, name + ".gradient", parameter.grad)
    for name, buffer in module.named_buffers():
        if name.split(".")[-1] != "num_batches_tracked":
            keep(case, name, buffer)
    module.eval()
    keep(case, "evaluated", module(inputs))


def filled(module):
    """Gives every parameter fixed numbers."""
    with torch.no_grad():
        for place, parameter in enumerate(module.parameters()):
            fan = max(1, parameter.numel() // parameter.shape[0])
            parameter.copy_(numbers(parameter.shape, 1.3 + place, (2.0 / fan) ** 0.5).float().double())
    return module


def convolutions():
    for name, n, c, h, w, o, kernel, stride, padding in [
        ("plain", 2, 3, 6, 5, 4, (3, 3), 1, 0),
        ("padded", 3, 2, 6, 6, 5, (3, 3), 1, 1),
        ("strided", 2, 2, 9, 8, 3, (3, 3), 2, 1),
        ("five", 2, 1, 12, 12, 6, (5, 5), 1, 2),
        ("one", 2, 5, 4, 4, 3, (1, 1), 1, 0),
        ("oblong", 2, 2, 7, 6, 3, (2, 3), 3, 2),
    ]:
        record("conv-" + name, filled(nn.Conv2d(c, o, kernel, stride, padding)), numbers((n, c, h, w), 0.5))


def pools():
    odd = numbers((2, 3, 7, 5), 0.9)
    ties = torch.round(2 * numbers((2, 2, 6, 6), 0.4))
    for name, size, stride, inputs in [("two", 2, 2, odd), ("overlap", 3, 2, odd), ("gaps", 2, 3, odd), ("ties", 2, 2, ties)]:
        record("max-" + name, nn.MaxPool2d(size, stride), inputs)
        record("average-" + name, nn.AvgPool2d(size, stride), inputs)


def element_wise():
    inputs = 3 * numbers((4, 6), 0.7)
    inputs[0, 0] = 0
    for name, module in [
        ("relu", nn.ReLU()),
        ("sigmoid", nn.Sigmoid()),
        ("tanh", nn.Tanh()),
        ("leaky", nn.LeakyReLU(0.2)),
        ("selu", nn.SELU()),
    ]:
        record(name, module, inputs)
    record("flatten", nn.Flatten(), numbers((3, 2, 2, 3), 0.6))
    record("dense", filled(nn.Linear(7, 5)), numbers((4, 7), 0.8))
    record("batch-norm", filled(nn.BatchNorm2d(3)), 2 * numbers((4, 3, 3, 2), 1.1) + 1.5)


def losses():
    logits = 4 * numbers((5, 4), 1.7)
    hard = functional.one_hot(torch.tensor([0, 3, 1, 1, 2]), 4).double()
    soft = torch.softmax(numbers((5, 4), 2.9), 1).float().double()
    for name, targets in [("hard", hard), ("soft", soft)]:
        z = logits.clone().requires_grad_()
        loss = functional.cross_entropy(z, targets)
        loss.backward()
        for what, tensor in [("logits", logits), ("targets", targets), ("value", loss.reshape(1)), ("gradient", z.grad)]:
            keep("loss-" + name, what, tensor)


def optimizers():
    for name, make in [
        ("sgd", lambda p: torch.optim.SGD(p, 0.1)),
        ("sgd-momentum-decay", lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, weight_decay=0.05)),
        ("adam", lambda p: torch.optim.Adam(p, 0.01)),
        ("adam-decay", lambda p: torch.optim.Adam(p, 0.01, weight_decay=0.05)),
    ]:
        weight = nn.Parameter(numbers((3, 4), 0.2))
        keep(name, "start", weight)
        optimizer = make([weight])
        for step in range(5):
            weight.grad = numbers((3, 4), 1.9 + step)
            keep(name, f"gradient.{step}", weight.grad)
            optimizer.step()
            keep(name, f"value.{step}", weight)


def lenet():
    layers = {
        "conv1": nn.Conv2d(3, 4, 3), "relu1": nn.ReLU(), "pool1": nn.MaxPool2d(2),
        "conv2": nn.Conv2d(4, 5, 3), "relu2": nn.ReLU(), "pool2": nn.MaxPool2d(2),
        "flatten": nn.Flatten(), "fc1": nn.Linear(45, 8), "relu3": nn.ReLU(),
        "fc2": nn.Linear(8, 7), "relu4": nn.ReLU(), "fc3": nn.Linear(7, 6),
    }
    network = nn.Sequential()
    for name, layer in layers.items():
        network.add_module(name, layer)
    record("lenet", filled(network), numbers((3, 3, 18, 18), 0.35))


def write():
    header, place = {}, 0
    for name, values in recorded.items():
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [place, place + values.nbytes]}
        place += values.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    FILE.parent.mkdir(parents=True, exist_ok=True)
    with open(FILE, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text)
        for values in recorded.values():
            out.write(numpy.ascontiguousarray(values).tobytes())
    print(f"{len(recorded)} tensors, PyTorch {torch.__version__}: {FILE.name}")


convolutions()
pools()
element_wise()
losses()
optimizers()
lenet()
write()
