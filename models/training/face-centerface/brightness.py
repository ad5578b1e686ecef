"""Recall at 0.5 false boxes an image by how bright a face is: python3 brightness.py FINDINGS.jsonl TRUTH.json

FINDINGS.jsonl is what `redact scan FOLDER --detectors face --written-text off --min-score 0.05` prints; TRUTH.json names images, beside it, with boxes
[left, top, width, height]. Brightness is the mean luma (0 to 255) of a face's box. A match needs an intersection over union of 0.4."""
import json
import os
import sys

import cv2
import numpy as np

EDGES = (0, 70, 110, 150, 256)


def overlap(a, b):
    w, h = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]), min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    s = max(w, 0) * max(h, 0)
    return s / (a[2] * a[3] + b[2] * b[3] - s)


def main(findings, truth):
    found = {}
    for row in map(json.loads, (line for line in open(findings, encoding="utf-8") if line.startswith("{"))):
        found.setdefault(os.path.basename(row["source"]), []).append((row["score"], *row["box"]))
    images = json.load(open(truth, encoding="utf-8"))["images"]
    lumas, rows = [], []
    for image in images:
        luma = cv2.cvtColor(cv2.imread(os.path.join(os.path.dirname(truth), image["image"])), cv2.COLOR_BGR2YCrCb)[..., 0]
        first, free = len(lumas), set(range(len(image["boxes"])))
        lumas += [luma[max(0, int(y)):int(y + h), max(0, int(x)):int(x + w)].mean() for x, y, w, h in image["boxes"]]
        for score, *box in sorted(found.get(os.path.basename(image["image"]), []), reverse=True):
            best = max(free, key=lambda i: overlap(box, image["boxes"][i]), default=None)
            hit = best is not None and overlap(box, image["boxes"][best]) >= 0.4
            rows.append((score, first + best if hit else -1))
            free -= {best} if hit else set()
    rows.sort(reverse=True)
    false = np.cumsum([i < 0 for _, i in rows])
    hits = {i for (_, i), count in zip(rows, false) if i >= 0 and count <= 0.5 * len(images)}
    lumas = np.array(lumas)
    for low, high in zip(EDGES, EDGES[1:]):
        at = np.nonzero((lumas >= low) & (lumas < high))[0]
        print(f"{low} to {high}: {len(at)} faces, recall {np.mean([i in hits for i in at]):.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
