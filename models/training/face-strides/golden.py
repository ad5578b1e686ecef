"""Writes what the net gives for a made-up image, for a test of the C# side: python3 golden.py CHECKPOINT OUT.json"""
import json
import sys

import numpy as np
import torch

from net import FaceNet, decode

WIDTH, HEIGHT, EACH = 160, 128, 13


def image():
    y, x, c = np.mgrid[0:HEIGHT, 0:WIDTH, 0:3]
    return ((x * 3 + y * 5 + c * 29 + x * y // 32) % 256).astype(np.float32)


def main(checkpoint, out):
    net = FaceNet()
    net.load_state_dict(torch.load(checkpoint))
    with torch.no_grad():
        logits, boxes, _, _ = decode(net.eval()((torch.from_numpy(image()) / 127.5 - 1).permute(2, 0, 1)[None]), HEIGHT, WIDTH)
    rows = [[i, round(float(torch.sigmoid(logits[0, i])), 6), *(round(float(v), 3) for v in boxes[0, i])] for i in range(0, logits.shape[1], EACH)]
    with open(out, "w", encoding="utf-8") as f:
        f.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
