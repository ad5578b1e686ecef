"""Trains the verifier of plates for a given time: python3 train.py PATCHES.npz OUT.pt MINUTES [START.pt]. Every seventh image is left out, to fit the fusion on."""
import math
import os
import random
import sys

import cv2
import numpy as np
import torch

sys.path.append(os.path.join(os.path.dirname(__file__), "..", "plates"))
from data import light  # noqa: E402
from synthetic import plate  # noqa: E402
from verifier import CONTEXT, HEIGHT, WIDTH, Verifier, places  # noqa: E402

PATCH = (144, 72)


def overlap(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    s = max(w, 0) * max(h, 0)
    return s / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - s)


def paste(patch, bank):
    """A drawn plate on a patch that shows none, with the box around it."""
    source = random.choice(bank)
    aspect = source.shape[1] / source.shape[0] * random.uniform(0.75, 1.1)
    across = PATCH[0] / 2.4 * random.uniform(0.85, 1.15)
    width, height = (across, across / aspect) if aspect >= 2 else (across / 2 * aspect, across / 2)
    x, y = PATCH[0] / 2 + random.gauss(0, 4) - width / 2, PATCH[1] / 2 + random.gauss(0, 3) - height / 2
    quad = np.float32([[x, y], [x + width, y], [x + width, y + height], [x, y + height]]) + np.random.normal(0, 0.06, (4, 2)) * height
    angle = math.radians(random.gauss(0, 7))
    c, s = math.cos(angle), math.sin(angle)
    centre = quad.mean(0)
    quad = ((quad - centre) @ np.array([[c, s], [-s, c]]) + centre).astype(np.float32)
    small = cv2.resize(source, (max(4, int(width * 1.1)), max(4, int(height * 1.1))), interpolation=cv2.INTER_AREA)
    corners = np.float32([[0, 0], [small.shape[1], 0], [small.shape[1], small.shape[0]], [0, small.shape[0]]])
    matrix = cv2.getPerspectiveTransform(corners, quad)
    small = np.clip(small * min(1.1, max(0.25, patch.mean() / 150 + random.uniform(0.0, 0.5))), 0, 255).astype(np.uint8)
    layer = cv2.warpPerspective(small, matrix, PATCH, flags=cv2.INTER_LINEAR)
    mask = cv2.warpPerspective(np.full(small.shape[:2], 255, np.uint8), matrix, PATCH, flags=cv2.INTER_LINEAR)
    mask = (cv2.GaussianBlur(mask, (3, 3), 0) / 255.0)[..., None]
    return (patch * (1 - mask) + layer * mask).astype(np.uint8), np.concatenate((quad.min(0), quad.max(0)))


def distract(patch):
    """A rectangle with or without lines where a plate would be: signs, lamps, labels."""
    patch = patch.copy()
    w, h = random.randint(24, 70), random.randint(10, 40)
    x, y = int(PATCH[0] / 2 - w / 2 + random.gauss(0, 4)), int(PATCH[1] / 2 - h / 2 + random.gauss(0, 3))
    cv2.rectangle(patch, (x, y), (x + w, y + h), [random.randrange(256) for _ in range(3)], -1)
    for _ in range(random.randint(0, 4)):
        cv2.line(patch, (x + random.randint(0, w), y + random.randint(0, h)), (x + random.randint(0, w), y + random.randint(0, h)), [random.randrange(256) for _ in range(3)], random.randint(1, 3))
    return patch


def crop(patch, box, truth, real, size, jitter=True):
    """A crop, its class (1, 0 or not to be learnt) and the box in terms of the crop."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    w, h, angle = box[2] - box[0], box[3] - box[1], 0.0
    if jitter:
        x, y = x + random.gauss(0, 0.05) * w, y + random.gauss(0, 0.08) * h
        grow = math.exp(random.gauss(0, 0.1))
        w, h = w * grow, h * grow
        angle = math.radians(random.gauss(0, 4))
    across = max(w, 2 * h)
    scale = WIDTH / (across * CONTEXT)
    stretch = random.uniform(0.75, 1.3) if jitter and random.random() < 0.5 else 1.0  # squeezed photographs, plates seen from the side
    c, s = math.cos(angle) * scale, math.sin(angle) * scale
    matrix = np.array([[c, -s, 0], [s * stretch, c * stretch, 0]])
    matrix[:, 2] = (WIDTH / 2, HEIGHT / 2) - matrix[:, :2] @ (x, y)
    if jitter and size > 20 and random.random() < 0.4:  # as if it were smaller
        part = max(0.1, random.uniform(6, 18) / size)
        small = cv2.resize(patch, None, fx=part, fy=part, interpolation=cv2.INTER_AREA)
        patch = cv2.resize(small, PATCH, interpolation=cv2.INTER_LINEAR)
    out = cv2.warpAffine(patch, matrix, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
    kind, target = 0.0, np.zeros(4, np.float32)
    if real:
        same = overlap((x - w / 2, y - h / 2, x + w / 2, y + h / 2), truth)
        kind = 1.0 if same >= 0.38 else 0.0 if same < 0.2 else -1.0
        middle = matrix[:, :2] @ ((truth[:2] + truth[2:]) / 2) + matrix[:, 2]
        target[:2] = (middle - (WIDTH / 2, HEIGHT / 2)) / WIDTH
        target[2] = math.log(max(truth[2] - truth[0], 1) / across)
        target[3] = math.log(max((truth[3] - truth[1]) * stretch, 1) / across)
    if not jitter:
        return out, kind, target
    if random.random() < 0.4:
        out = out[:, ::-1]
        target[0] = -target[0]
    return light(np.ascontiguousarray(out)), kind, target


def main(data, out, minutes, begin=None):
    places.seed(8 if begin else 7)
    d = dict(np.load(data))
    size = d["scores"][:, 1]
    learnt = d["images"] % 7 != 0
    plates, others = np.nonzero(d["kinds"] & learnt)[0], np.nonzero(~d["kinds"] & learnt)[0]
    hard = others[np.argsort(-d["scores"][others, 0])][:len(others) // 3]  # what the detector is surest of
    held = np.nonzero(~learnt)[0]
    bank = [plate() for _ in range(1200)]

    def drawn(i, jitter):
        return crop(d["patches"][i], d["proposals"][i], d["truths"][i], bool(d["kinds"][i]), size[i], jitter)

    def draw():
        chance = random.random()
        if chance < 0.3:
            return *drawn(random.choice(plates), True), True
        if chance < 0.42:
            patch, box = paste(d["patches"][random.choice(others)], bank)
            return *crop(patch, box, box, True, random.uniform(10, 40)), True
        i = random.choice(hard) if chance < 0.65 else random.choice(others)
        patch = distract(d["patches"][i]) if random.random() < 0.1 else d["patches"][i]
        return *crop(patch, d["proposals"][i], d["truths"][i], False, size[i]), False

    net = Verifier()
    if begin:
        net.load_state_dict(torch.load(begin))
    print(sum(p.numel() for p in net.parameters()), "parameters", len(plates), "plates", len(others), "others", len(held), "held", flush=True)
    places.fit(net, draw, [drawn(i, False) for i in held], out, minutes)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), *sys.argv[4:])
