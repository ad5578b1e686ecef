"""Measures a checkpoint: python3 measure.py LABELS.npy CHECKPOINT.pt, on the photographs that training left out, against the teachers' labels;
or python3 measure.py BOXES.json CHECKPOINT.pt [STEP...] on labelled photographs."""
import json
import os
import sys

import cv2
import numpy as np
import torch

from net import FaceNet, decode
from photographs import photographs


def merge(boxes, scores, least=0.4):
    """Keeps the best of boxes that overlap."""
    order, kept = np.argsort(-scores, kind="stable"), []
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(1)
    while len(order):
        i, order = order[0], order[1:]
        kept.append(i)
        shared = (np.minimum(boxes[i, 2:], boxes[order, 2:]) - np.maximum(boxes[i, :2], boxes[order, :2])).clip(0).prod(1)
        order = order[shared < least * (areas[i] + areas[order] - shared)]
    return np.concatenate((boxes[kept], scores[kept, None]), 1)


def detect(net, image, steps):
    """Boxes and scores [N, 5] of an image seen at several pixels a pixel."""
    found = []
    for step in steps:
        height, width = (max(1, round(d / step)) for d in image.shape[:2])
        seen = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA if step > 1 else cv2.INTER_LINEAR) if step != 1 else image
        canvas = np.zeros((-(-height // 32) * 32, -(-width // 32) * 32, 3), np.uint8)
        canvas[:height, :width] = seen
        pixels = torch.from_numpy(canvas[..., ::-1].copy()).permute(2, 0, 1)[None].float() / 127.5 - 1
        with torch.no_grad():
            logits, boxes, _, _ = decode(net(pixels.contiguous(memory_format=torch.channels_last)), *canvas.shape[:2])
        scores = torch.sigmoid(logits[0])
        good = scores > 0.03
        found.append(torch.cat((boxes[0][good] * step, scores[good, None]), 1).numpy())
    found = np.concatenate(found)
    return merge(found[:, :4], found[:, 4]) if len(found) else found


def figures(detections, truths, ignored):
    """AP, recall at half a false box an image, and that recall by height."""
    rows, heights = [], np.concatenate([t[:, 3] - t[:, 1] for t in truths])
    base = 0
    for found, truth, other in zip(detections, truths, ignored):
        used = np.zeros(len(truth), bool)
        for box in found[np.argsort(-found[:, 4], kind="stable")]:
            def iou(b):
                shared = (np.minimum(box[2:4], b[:, 2:]) - np.maximum(box[:2], b[:, :2])).clip(0).prod(1)
                return shared / ((box[2:4] - box[:2]).prod() + (b[:, 2:] - b[:, :2]).prod(1) - shared)
            match = np.where(used, -1, iou(truth)) if len(truth) else np.zeros(0)
            j = int(match.argmax()) if len(match) else -1
            if j >= 0 and match[j] >= 0.4:
                used[j] = True
                rows.append((box[4], base + j))
            elif not (len(other) and iou(other).max() >= 0.3):
                rows.append((box[4], -1))
        base += len(truth)
    rows.sort(key=lambda r: -r[0])
    hit = np.array([r[1] >= 0 for r in rows])
    true, false = np.cumsum(hit), np.cumsum(~hit)
    recall, precision = true / base, np.maximum.accumulate((true / (true + false))[::-1])[::-1]
    at = np.nonzero(false <= 0.5 * len(truths))[0][-1]
    seen = np.zeros(base, bool)
    seen[[r[1] for r in rows[:at + 1] if r[1] >= 0]] = True
    by = " ".join(f"{seen[(heights >= low) & (heights < high)].mean():.2f}" for low, high in ((0, 16), (16, 24), (24, 48), (48, 96), (96, 1e9)) if ((heights >= low) & (heights < high)).any())
    return f"AP {np.sum(np.diff(np.r_[0, recall]) * precision):.3f} recall at .5 {recall[at]:.3f} from a score of {rows[at][0]:.2f}, by height {by}, in all {recall[-1]:.3f}"


def main(source, checkpoint, *steps):
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    net = FaceNet()
    net.load_state_dict(torch.load(checkpoint))
    net.eval().to(memory_format=torch.channels_last)
    steps = [float(s) for s in steps] or [1.0]
    if source.endswith(".npy"):
        held = photographs(source)[1]
        images, truths, ignored = [v.pixels for v in held], [v.faces for v in held], [v.doubtful for v in held]
    else:
        rows = json.load(open(source, encoding="utf-8"))["images"]
        images = [cv2.imread(os.path.join(os.path.dirname(source), r["image"])) for r in rows]
        truths = [np.array(r["boxes"], float).reshape(-1, 4) @ np.array([[1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0], [0, 0, 0, 1]]) for r in rows]
        ignored = [np.zeros((0, 4))] * len(rows)
    print(figures([detect(net, image, steps) for image in images], truths, ignored))


if __name__ == "__main__":
    main(*sys.argv[1:])
