"""Turns what the teachers see into labels: python3 label.py TEACHERS.jsonl... OUT.npz

Each line is an image: its path, what YuNet saw in it at three sizes (box, score, five points, height in the pixels it looked at)
and what UltraFace saw (box, score)."""
import json
import sys

import numpy as np


def overlap(a, b):
    low, high = np.maximum(a[:, None, :2], b[None, :, :2]), np.minimum(a[:, None, 2:4], b[None, :, 2:4])
    shared = (high - low).clip(0).prod(2)
    areas = lambda x: (x[:, 2:4] - x[:, :2]).prod(1)
    return shared / (areas(a)[:, None] + areas(b)[None] - shared)


def groups(rows, least):
    """Rows of one thing, the surest first."""
    rows = rows[np.argsort(-rows[:, 4], kind="stable")]
    left, out = np.ones(len(rows), bool), []
    iou = overlap(rows, rows) if len(rows) else None
    for i in range(len(rows)):
        if left[i]:
            same = left & (iou[i] >= least)
            left &= ~same
            out.append(rows[same])
    return out


def label(image):
    """Faces [N, 4], points [N, 5, 2], doubtful boxes [M, 4]."""
    yunet = np.array(image["yunet"], np.float64).reshape(-1, 16)
    ultra = np.array([g[0] for g in groups(np.array(image["ultra"], np.float64).reshape(-1, 5), 0.4)]).reshape(-1, 5)
    faces, points, doubtful = [], [], [*ultra[:, :4]]
    for group in groups(yunet, 0.4):
        best = group[0]
        close = group[(group[:, 4] >= best[4] - 0.15)]
        box = (close[:, :4] * close[:, 4:5]).sum(0) / close[:, 4].sum()
        confirmed = len(ultra) > 0 and overlap(box[None], ultra).max() >= 0.35
        seen = best[15] if best[4] < 0.8 else max(best[15], 14)
        if best[4] >= 0.8 and seen >= 14 or confirmed and best[4] >= 0.5 or best[4] >= 0.72 and best[15] >= 24:
            faces.append(box)
            points.append(best[5:15].reshape(5, 2))
        elif best[4] >= 0.32:
            doubtful.append(box)
    faces, doubtful = np.array(faces).reshape(-1, 4), np.array(doubtful).reshape(-1, 4)
    if len(faces):
        doubtful = doubtful[overlap(doubtful, faces).max(1) < 0.35] if len(doubtful) else doubtful
    return faces, np.array(points).reshape(-1, 5, 2), doubtful


def main(files, out):
    images = [json.loads(line) for name in files for line in open(name, encoding="utf-8") if line.endswith("}\n")]
    labels = [label(image) for image in images]
    np.save(out, np.array([(image["image"], *rows) for image, rows in zip(images, labels)], dtype=object), allow_pickle=True)
    heights = np.concatenate([f[:, 3] - f[:, 1] for f, _, _ in labels])
    print(len(images), "photographs,", sum(len(f) == 0 for f, _, _ in labels), "without faces,", len(heights), "faces, heights",
          np.histogram(heights, (0, 8, 16, 24, 48, 96, 9999))[0], "doubtful", sum(len(d) for _, _, d in labels))


if __name__ == "__main__":
    main(sys.argv[1:-1], sys.argv[-1])
