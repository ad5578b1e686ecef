"""Boxes as rows of left, top, right, bottom, score: the merging that the detector does, and matching against labels."""
import numpy as np

SAME, INSIDE, TRUST = 0.3, 0.7, 0.7
BLAZE, SSD = 0, 1
TILE_DOUBT = {BLAZE: {2048: 0.2, 1024: 0.3, 512: 0.5, 320: 1.0, 192: 1.5}, SSD: {2048: 0.5, 1024: 0.8, 512: 1.2}}
BESIDE_SECOND = 0.8


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -50, 50)))


def logit(p):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def area(b):
    return (b[..., 2] - b[..., 0]) * (b[..., 3] - b[..., 1])


def shared(a, b):
    w = np.minimum(a[:, None, 2], b[None, :, 2]) - np.maximum(a[:, None, 0], b[None, :, 0])
    h = np.minimum(a[:, None, 3], b[None, :, 3]) - np.maximum(a[:, None, 1], b[None, :, 1])
    return np.clip(w, 0, None) * np.clip(h, 0, None)


def overlap(a, b):
    """Intersection over union of every pair."""
    if len(a) == 0 or len(b) == 0:
        return np.zeros((len(a), len(b)))
    s = shared(a, b)
    return s / (area(a)[:, None] + area(b)[None] - s)


def weigh(raw, accurate, smallest=320):
    """Raw rows (left, top, right, bottom, logit, model, view size, view, whole) to boxes with scores, and their views."""
    kept, views = [], []
    for row in raw:
        model, size, whole = int(row[5]), int(row[6]), bool(row[8])
        if (model == SSD and not accurate) or (not whole and size < smallest):
            continue
        doubt = 0 if whole else TILE_DOUBT[model].get(size, 1.5)
        if accurate and model == BLAZE:
            doubt += BESIDE_SECOND
        kept.append([*row[:4], sigmoid(row[4] - doubt)])
        views.append(row[7])
    return np.array(kept, np.float64).reshape(-1, 5), np.array(views)


def merge(boxes, views):
    """Weighted suppression as in ViewMerge.cs."""
    order = np.lexsort((views, boxes[:, 0], boxes[:, 1], -boxes[:, 4]))
    boxes, views = boxes[order], views[order]
    s = shared(boxes, boxes)
    areas = area(boxes)
    iou = s / (areas[:, None] + areas[None] - s)
    part = s / np.minimum(areas[:, None], areas[None])
    used, out = np.zeros(len(boxes), bool), []
    for i in range(len(boxes)):
        if used[i]:
            continue
        group = ~used & ((iou[i] >= SAME) | (part[i] >= INSIDE))
        used |= group
        mixed = np.nonzero(group & (iou[i] >= SAME))[0]
        weight = boxes[mixed, 4]
        place = (boxes[mixed, :4] * weight[:, None]).sum(0) / weight.sum()
        _, first = np.unique(views[mixed], return_index=True)
        doubt = np.prod(1 - TRUST * weight[first])
        out.append([*place, max(boxes[i, 4], 1 - doubt)])
    return np.array(out).reshape(-1, 5)


def suppress(boxes):
    """Keeps the best of boxes that are the same thing or lie inside each other."""
    boxes = boxes[np.argsort(-boxes[:, 4], kind="stable")]
    kept = []
    for box in boxes:
        if kept:
            k = np.array(kept)
            s = shared(box[None], k)[0]
            if ((s / (area(box) + area(k) - s) >= SAME) | (s / np.minimum(area(box), area(k)) >= INSIDE)).any():
                continue
        kept.append(box)
    return np.array(kept).reshape(-1, 5)
