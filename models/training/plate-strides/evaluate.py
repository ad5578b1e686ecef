"""AP and recall on the validation splits: python3 evaluate.py DATA CHECKPOINT [LONGER_SIDE]."""
import sys

import cv2
import numpy as np
import torch

from data import SETS, load
from net import PlateNet, decode


def detect(net, image, longer=None):
    height, width = image.shape[:2]
    scale = longer / max(height, width) if longer else 1.0
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    h, w = small.shape[:2]
    canvas = np.zeros((-h % 32 + h, -w % 32 + w, 3), np.uint8)
    canvas[:h, :w] = small
    with torch.no_grad():
        x = torch.from_numpy(canvas[..., ::-1].copy()).permute(2, 0, 1)[None].float() / 127.5 - 1
        logits, boxes, _, _ = decode(net(x), canvas.shape[0], canvas.shape[1])
    scores = torch.sigmoid(logits[0]).numpy()
    keep = scores > 0.05
    return suppress(boxes[0].numpy()[keep] / scale, scores[keep])


def iou(box, boxes):
    w = np.clip(np.minimum(box[2], boxes[:, 2]) - np.maximum(box[0], boxes[:, 0]), 0, None)
    h = np.clip(np.minimum(box[3], boxes[:, 3]) - np.maximum(box[1], boxes[:, 1]), 0, None)
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return w * h / ((box[2] - box[0]) * (box[3] - box[1]) + area - w * h)


def suppress(boxes, scores):
    out, order = [], np.argsort(-scores)
    while len(order):
        out.append((*boxes[order[0]], scores[order[0]]))
        order = order[1:][iou(boxes[order[0]], boxes[order[1:]]) < 0.4]
    return np.array(out).reshape(-1, 5)


def average_precision(results, least=0.3):
    hits, total = [], sum(len(t) for t, _ in results)
    for truth, found in results:
        used = set()
        for f in found[np.argsort(-found[:, 4])]:
            overlaps = iou(f, truth) if len(truth) else np.zeros(0)
            for u in used:
                overlaps[u] = 0
            best = int(overlaps.argmax()) if len(overlaps) else -1
            good = best >= 0 and overlaps[best] >= least
            used.update([best] if good else [])
            hits.append((f[4], good))
    hits.sort(key=lambda h: -h[0])
    true = np.cumsum([h[1] for h in hits])
    recall, precision = true / total, true / np.arange(1, len(hits) + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    false = np.cumsum([not h[1] for h in hits])
    at = np.searchsorted(false, 0.5 * len(results), "right") - 1
    return float(np.sum(np.diff(np.concatenate(([0], recall))) * envelope)), float(recall[at]), float(recall[-1])


def main(folder, checkpoint, *sides):
    torch.set_num_threads(1)
    net = PlateNet()
    net.load_state_dict(torch.load(checkpoint))
    net.eval()
    for name in SETS:
        images = load(folder, name, "valid")
        for side in sides or (None,):
            figures = average_precision([(boxes, detect(net, image, int(side) if side else None)) for image, boxes in images])
            print(name, side, "AP %.3f, recall at 0.5 false boxes an image %.3f, at score 0.05 %.3f" % figures, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
