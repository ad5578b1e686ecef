"""Trains the verifier for a given time: python3 train.py PATCHES.npz OUT.pt MINUTES. Every seventh image is left out, to fit the fusion on."""
import math
import os
import random
import sys
import time

import cv2
import numpy as np
import torch
from torch.nn import functional as F

from net import CONTEXT, SIDE, Verifier, judge, pixels
from prepare import PATCH, WIDE

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "common"))
from degrade import cover, light  # noqa: E402


def overlap(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    s = max(w, 0) * max(h, 0)
    return s / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - s)


def crop(patch, box, truth, points, face, size, jitter=True):
    """A crop, its class (1, 0 or not to be learnt) and the box in terms of the crop."""
    if face and jitter and random.random() < 0.3:
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


def main(data, out, minutes, batch=96):
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    random.seed(7), np.random.seed(7), torch.manual_seed(7), cv2.setRNGSeed(7)
    d = dict(np.load(data))
    size = d["scores"][:, 1]
    learnt = d["images"] % 7 != 0
    faces, others = np.nonzero(d["kinds"] & learnt)[0], np.nonzero(~d["kinds"] & learnt)[0]
    held = np.nonzero(~learnt)[0]
    drawn_of = lambda i, jitter: crop(d["patches"][i], d["proposals"][i], d["truths"][i], d["points"][i], bool(d["kinds"][i]), size[i], jitter)
    check = [drawn_of(i, False) for i in held]
    check = pixels([c for c, _, _ in check]), np.array([k for _, k, _ in check])
    net = Verifier()
    average = {k: v.clone() for k, v in net.state_dict().items()}
    print(sum(p.numel() for p in net.parameters()), "parameters", len(faces), "faces", len(others), "others", len(held), "held", flush=True)
    optimizer = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=0.03)
    start, step, sums, shown = time.time(), 0, np.zeros(2), 0.0
    while (part := (time.time() - start) / 60 / minutes) < 1:
        for group in optimizer.param_groups:
            group["lr"] = 2.5e-3 * min(1, (step + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * part)))
        chosen = np.concatenate((np.random.choice(faces, batch * 2 // 5), np.random.choice(others, batch - batch * 2 // 5)))
        drawn = [drawn_of(i, True) for i in chosen]
        result = net(pixels([c for c, _, _ in drawn]))
        kind = torch.tensor([k for _, k, _ in drawn])
        target = torch.from_numpy(np.stack([t for _, _, t in drawn]))
        at = torch.tensor([bool(d["kinds"][i]) for i in chosen])
        score = F.binary_cross_entropy_with_logits(result[:, 0], kind.clamp(0.01, 0.99), reduction="none")[kind >= 0].mean()
        box = F.smooth_l1_loss(result[at, 1:], target[at], beta=0.05)
        optimizer.zero_grad()
        (score + 4 * box).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimizer.step()
        step += 1
        decay = min(0.998, step / (step + 20))
        for k, v in net.state_dict().items():
            average[k] = v.clone() if v.dtype == torch.long else average[k] * decay + v * (1 - decay)
        sums += (score.item(), box.item())
        if time.time() - shown > 45:
            shown = time.time()
            torch.save(average, out)
            print(f"{step} {time.time() - start:.0f}s score {sums[0] / 1:.3f}", judge(Verifier(), average, *check), flush=True)
            sums[:] = 0
    torch.save(average, out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
