"""Trains the verifier for a given time: python3 train.py PATCHES.npz OUT.pt MINUTES [START.pt]. Every seventh image is left out, to fit the fusion on."""
import math
import os
import random
import sys

import cv2
import numpy as np
import torch

from net import CONTEXT, SIDE, Verifier, places
from prepare import PATCH, WIDE

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "common"))
from degrade import cover, light  # noqa: E402


def overlap(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    s = max(w, 0) * max(h, 0)
    return s / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - s)


def crop(patch, box, truth, points, face, size, jitter=True):
    """A crop, its class (1, 0 or not to be learnt) and the box in terms of the crop."""
    if face and jitter and random.random() < 0.3 and not np.isnan(points).any():
        patch = cover(patch, points, truth)
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    longer = max(box[2] - box[0], box[3] - box[1])
    angle = 0.0
    if jitter:
        x, y = x + random.gauss(0, 0.06) * longer, y + random.gauss(0, 0.06) * longer
        longer *= math.exp(random.gauss(0, 0.1))
        angle = math.radians(random.gauss(0, 6))
    side = longer * CONTEXT
    c, s = math.cos(angle) * SIDE / side, math.sin(angle) * SIDE / side
    matrix = np.array([[c, -s, 0], [s, c, 0]])
    matrix[:, 2] = SIDE / 2 - matrix[:, :2] @ (x, y)
    if jitter and size > 30 and random.random() < 0.45:  # as if the face were smaller
        part = max(0.12, random.uniform(10, 30) / size)
        small = cv2.resize(patch, None, fx=part, fy=part, interpolation=cv2.INTER_AREA)
        patch = cv2.resize(small, (PATCH, PATCH), interpolation=cv2.INTER_LINEAR)
    out = cv2.warpAffine(patch, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR)
    kind, target = 0.0, np.zeros(4, np.float32)
    if face:
        here = np.array((x - longer * (box[2] - box[0]) / max(box[2] - box[0], box[3] - box[1]) / 2, y - longer * (box[3] - box[1]) / max(box[2] - box[0], box[3] - box[1]) / 2,
                         x + longer * (box[2] - box[0]) / max(box[2] - box[0], box[3] - box[1]) / 2, y + longer * (box[3] - box[1]) / max(box[2] - box[0], box[3] - box[1]) / 2))
        same = overlap(here, truth)
        kind = 1.0 if same >= 0.42 else 0.0 if same < 0.28 else -1.0
        middle = matrix[:, :2] @ ((truth[:2] + truth[2:]) / 2) + matrix[:, 2]
        target[:2] = middle / SIDE - 0.5
        target[2:] = np.log(np.maximum(truth[2:] - truth[:2], 1) / longer)
    if not jitter:
        return out, kind, target
    if random.random() < 0.5:
        out = out[:, ::-1]
        target[0] = -target[0]
    return light(np.ascontiguousarray(out)), kind, target


def main(data, out, minutes, start=None):
    places.seed(7)
    d = dict(np.load(data))
    size = d["scores"][:, 1]
    learnt = d["images"] % 7 != 0
    faces, others = np.nonzero(d["kinds"] & learnt)[0], np.nonzero(~d["kinds"] & learnt)[0]
    held = np.nonzero(~learnt)[0]

    def drawn(i, jitter):
        return crop(d["patches"][i], d["proposals"][i], d["truths"][i], d["points"][i], bool(d["kinds"][i]), size[i], jitter)

    weights = np.cumsum(0.2 + d["scores"][others, 0])  # what the detector is surest of is learnt most

    def draw():
        i = random.choice(faces) if random.random() < 0.4 else random.choices(others, cum_weights=weights)[0]
        return *drawn(i, True), bool(d["kinds"][i])

    net = Verifier()
    if start:
        net.load_state_dict(torch.load(start))
    print(sum(p.numel() for p in net.parameters()), "parameters", len(faces), "faces", len(others), "others", len(held), "held", flush=True)
    places.fit(net, draw, [drawn(i, False) for i in held], out, minutes)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), *sys.argv[4:])
