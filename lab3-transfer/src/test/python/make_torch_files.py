"""Writes the small files of TorchFileTest: python3 make_torch_files.py FOLDER (PyTorch 1.13)."""

import os
import pickle
import sys
import zipfile
from collections import OrderedDict

import torch

folder = sys.argv[1]


def save(name, value, legacy=False):
    torch.save(value, os.path.join(folder, name), _use_new_zipfile_serialization=not legacy)


def weights():
    base = torch.arange(12, dtype=torch.float32).reshape(3, 4) / 8
    return OrderedDict(
        plain=base.clone(),
        half=torch.tensor([1.0, -0.5, 65504.0]).half(),
        brain=torch.tensor([1.0, -3.140625]).bfloat16(),
        double=torch.tensor([0.5, 1e-3], dtype=torch.float64),
        count=torch.tensor(261),
        transposed=base.clone().t(),
        sliced=base[1:, 1:3],
        column=base[:, 3],
        parameter=torch.nn.Parameter(torch.tensor([7.0])),
        empty=torch.zeros(0, 3),
    )


class Runs:
    def __init__(self, function, *arguments):
        self.call = (function, arguments)

    def __reduce__(self):
        return self.call


for legacy in (False, True):
    kind = "legacy" if legacy else "zip"
    save(f"weights-{kind}.pth", weights(), legacy)
    torch.manual_seed(1)
    network = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3), torch.nn.BatchNorm2d(2))
    save(f"module-{kind}.pth", network.state_dict(), legacy)
    save(f"wrapped-{kind}.pth", {"epoch": 3, "state_dict": OrderedDict(w=torch.ones(2))}, legacy)
    save(f"system-{kind}.pth", OrderedDict(w=torch.ones(2), evil=Runs(os.system, "touch /tmp/gradlab-was-here")), legacy)
    save(f"eval-{kind}.pth", Runs(eval, "1 + 1"), legacy)
    save(f"model-{kind}.pth", [torch.ones(2)], legacy)
    save(f"expanded-{kind}.pth", OrderedDict(w=torch.ones(1).expand(1_000_000_000)), legacy)

# Parts of the zip container that torch.save does not write, but a stranger may.
with zipfile.ZipFile(os.path.join(folder, "weights-zip.pth")) as good:
    parts = {entry.filename: good.read(entry) for entry in good.infolist()}
prefix = next(iter(parts)).split("/")[0]


def pack(name, changes, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(os.path.join(folder, name), "w", compression) as out:
        for part, content in {**parts, **{f"{prefix}/{k}": v for k, v in changes.items()}}.items():
            if content is not None:
                out.writestr(part, content)


pack("big-endian.pth", {"byteorder": b"big"})
pack("little-endian.pth", {"byteorder": b"little"})
pack("compressed.pth", {}, zipfile.ZIP_DEFLATED)
pack("no-storage.pth", {"data/0": None})
pack("short-storage.pth", {"data/0": b"\0" * 8})
pack("protocol-4.pth", {"data.pkl": pickle.dumps(OrderedDict(), protocol=4)})
