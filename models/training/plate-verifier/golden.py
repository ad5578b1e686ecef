"""Writes what the crops and the net give for a made-up image, for a test of the C# side: python3 golden.py CHECKPOINT OUT.json"""
import json
import sys

import numpy as np
import torch

from sample import crop
from verifier import HEIGHT, WIDTH, Verifier

ACROSS, DOWN = 160, 120
BOXES = ((20, 16, 60, 30), (100.25, 40.5, 131.75, 52.125), (-14, -9.5, 30, 10), (10.3, 5.2, 150, 48), (140, 90, 175.5, 131), (70.3, 71.7, 82.1, 84.9))
PROBES = range(0, HEIGHT * WIDTH * 3, 401)


def image():
    y, x, c = np.mgrid[0:DOWN, 0:ACROSS, 0:3]
    return ((x * 3 + y * 5 + c * 29 + x * y // 32) % 256).astype(np.uint8)


def main(checkpoint, out):
    net = Verifier()
    net.load_state_dict(torch.load(checkpoint))
    net.eval()
    rows = []
    for box in BOXES:
        pixels = crop(image(), box)
        with torch.no_grad():
            values = net(torch.from_numpy(pixels).permute(2, 0, 1)[None])[0]
        rows.append({"box": box, "crop": [round(float(pixels.ravel()[i]), 5) for i in PROBES], "values": [round(float(v), 4) for v in values]})
    with open(out, "w", encoding="utf-8") as f:
        f.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
