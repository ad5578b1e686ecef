"""Verifiers: nets that look once more at a place that a detector reports (after the refining nets of MTCNN, Zhang et al. 2016)."""
import copy
import json
import math
import random
import time

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from strides import Block, Conv

CONTEXT = 1.6  # width of a crop over that of its box, along the side that fills more of it


class Verifier(nn.Module):
    """Crops [N, 3, height, width], RGB as value / 127.5 - 1, to a logit and a box [N, 5]: the middle's offset in widths of the crop
    and the logarithms of width and height over the crop's width divided by CONTEXT. Sides are multiples of 16."""

    def __init__(self, width, height, a, b, c):
        super().__init__()
        self.width, self.height = width, height
        self.trunk = nn.Sequential(Conv(3, a, 3, 2), Conv(a, b, 3, 2), Block(b), Conv(b, c, 3, 2), Block(c), Conv(c, 64, 3, 2), nn.Flatten(),
                                   nn.Dropout(0.2), nn.Linear(64 * (width // 16) * (height // 16), 64), nn.ReLU(inplace=True))
        self.score, self.box = nn.Linear(64, 1), nn.Linear(64, 4)

    def forward(self, x):
        f = self.trunk(x)
        return torch.cat((self.score(f), self.box(f)), 1)

    def across(self, box):
        """Width of the crop of a box (left, top, right, bottom)."""
        return CONTEXT * max(box[2] - box[0], (box[3] - box[1]) * self.width / self.height)


def judge(net, weights, crops, kinds):
    """Area under the curve, recall and false alarms at a logit of 0, on crops of class 1, 0, or neither (-1)."""
    net.load_state_dict(weights)
    net.eval()
    with torch.no_grad():
        s = net(crops)[:, 0].numpy()
    ranks = np.argsort(np.argsort(s[kinds >= 0])) + 1
    p = kinds[kinds >= 0] > 0
    auc = (ranks[p].sum() - p.sum() * (p.sum() + 1) / 2) / max(1, p.sum() * (~p).sum())
    return f"held-out AUC {auc:.4f} recall {(s[kinds > 0] > 0).mean():.3f} false {(s[kinds == 0] > 0).mean():.3f}"


def seed(number):
    """One thread, and the same numbers at every run."""
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    random.seed(number), np.random.seed(number), torch.manual_seed(number), cv2.setRNGSeed(number)


def fit(net, draw, held, out, minutes, batch=96):
    """Trains a net for a given time and writes the running mean of its weights to `out`.

    draw(): a crop, its class (1, 0, or -1 not to be learnt), the box in terms of the crop, and whether that box is to be learnt.
    held: crops with their classes that are not learnt, to look at on the way."""
    check = pixels([c for c, _, _ in held]), np.array([k for _, k, _ in held])
    average = {k: v.clone() for k, v in net.state_dict().items()}
    optimizer = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=0.03)
    start, step, sums, shown = time.time(), 0, np.zeros(2), 0.0
    while (part := (time.time() - start) / 60 / minutes) < 1:
        for group in optimizer.param_groups:
            group["lr"] = 2.5e-3 * min(1, (step + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * part)))
        crops, kinds, targets, at = zip(*(draw() for _ in range(batch)))
        result = net(pixels(crops))
        kind, at = torch.tensor(kinds), torch.tensor(at)
        score = F.binary_cross_entropy_with_logits(result[:, 0], kind.clamp(0.01, 0.99), reduction="none")[kind >= 0].mean()
        box = F.smooth_l1_loss(result[at, 1:], torch.from_numpy(np.stack(targets))[at], beta=0.05)
        optimizer.zero_grad()
        (score + 4 * box).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimizer.step()
        step += 1
        decay = min(0.998, step / (step + 20))
        for k, v in net.state_dict().items():
            average[k] = v.clone() if v.dtype == torch.long else average[k] * decay + v * (1 - decay)
        sums += (score.item(), box.item())
        if time.time() - shown > 60:
            shown = time.time()
            torch.save(average, out)
            print(step, f"{time.time() - start:.0f}s score {sums[0]:.2f} box {sums[1]:.3f}", judge(copy.deepcopy(net), average, *check), flush=True)
            sums[:] = 0
    torch.save(average, out)
    print(step, "done", judge(copy.deepcopy(net), average, *check), flush=True)


def pixels(crops):
    """BGR images of bytes as a batch."""
    return torch.from_numpy(np.stack(crops)[..., ::-1].copy()).permute(0, 3, 1, 2).float() / 127.5 - 1


def axis(first, step, length, count):
    """Weights of the pixels of an image along one axis; samples outside the image count nothing."""
    taps = max(1, math.ceil(np.float32(step)))
    at = first + (np.arange(count * taps) + 0.5) / taps * step - 0.5
    inside = (at > -1) & (at < length)
    low = np.floor(at).astype(int)
    part = at - low
    matrix = np.zeros((count, length), np.float32)
    for i in np.nonzero(inside)[0]:
        matrix[i // taps, max(low[i], 0)] += (1 - part[i]) / taps
        matrix[i // taps, min(low[i] + 1, length - 1)] += part[i] / taps
    return matrix


def crop(net, rgb, box):
    """The crop of a box of an image [H, W, 3] of bytes exactly as ViewSampler.cs takes it: each pixel is the mean of a grid of bilinear samples;
    black outside the image. [height, width, 3]."""
    across = net.across(box)
    step = across / net.width
    x, y = (box[0] + box[2] - across) / 2, (box[1] + box[3] - step * net.height) / 2
    left, top = max(0, math.floor(x) - 2), max(0, math.floor(y) - 2)
    part = rgb[top:math.ceil(y + across) + 2, left:math.ceil(x + across) + 2].astype(np.float32)
    if part.size == 0:
        return np.full((net.height, net.width, 3), -1, np.float32)
    rows, columns = axis(y - top, step, part.shape[0], net.height), axis(x - left, step, part.shape[1], net.width)
    return np.einsum("yh,hwc,xw->yxc", rows, part, columns, optimize=True).astype(np.float32) / 127.5 - 1


def export(net, checkpoint, output, path):
    """The weights of a checkpoint as an ONNX file; batch normalisation is folded into the convolutions."""
    net.load_state_dict(torch.load(checkpoint))
    torch.onnx.export(net.eval(), torch.zeros(2, 3, net.height, net.width), path, opset_version=14,
                      input_names=["crops"], output_names=[output], dynamic_axes={"crops": {0: "count"}, output: {0: "count"}})


def golden(net, checkpoint, boxes, path):
    """What the crops and the net give for a made-up image of 160 x 120, for a test of the C# side."""
    net.load_state_dict(torch.load(checkpoint))
    net.eval()
    y, x, c = np.mgrid[0:120, 0:160, 0:3]
    image = ((x * 3 + y * 5 + c * 29 + x * y // 32) % 256).astype(np.uint8)
    rows = []
    for box in boxes:
        seen = crop(net, image, box)
        with torch.no_grad():
            values = net(torch.from_numpy(seen).permute(2, 0, 1)[None])[0]
        rows.append({"box": box, "crop": [round(float(v), 5) for v in seen.transpose(2, 0, 1).ravel()[::401]], "values": [round(float(v), 4) for v in values]})
    with open(path, "w", encoding="utf-8") as f:
        f.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")
