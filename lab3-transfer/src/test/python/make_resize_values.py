"""Records PyTorch's bilinear resizing: python3 make_resize_values.py > ../resources/io/gradlab/lab3/image/resize.tsv

The image is 5×7: pixel (y, x) is ((7·y + x)² mod 31) / 31. Columns: mode, height, width, pixels (PyTorch 1.13).
"""

import torch
from torch.nn.functional import interpolate

image = torch.tensor([((7 * y + x) ** 2 % 31) / 31 for y in range(5) for x in range(7)], dtype=torch.float64)
image = image.reshape(1, 1, 5, 7)
modes = {
    "ALIGNED_CORNERS": {"align_corners": True},
    "HALF_PIXEL": {"align_corners": False},
    "ANTIALIASED": {"align_corners": False, "antialias": True},
}
for mode, options in modes.items():
    for size in (5, 7), (3, 4), (2, 2), (9, 10), (1, 13):
        pixels = interpolate(image, size, mode="bilinear", **options)
        print(mode, *size, *(f"{pixel:.9f}" for pixel in pixels.reshape(-1).tolist()), sep="\t")
