"""Turns proposals into patches to learn from: python3 prepare.py LABELS.npy PROPOSALS.jsonl OUT.npz

LABELS.npy is what `../face-strides/label.py` writes. Each line of the proposals is an image: its path and what `FaceDetector` proposes in it before
the verifier looks, rows of left, top, right, bottom, score."""
import json
import os
import sys

import cv2
import numpy as np

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "face-strides"))
from label import overlap  # noqa: E402

PATCH = 80         # pixels of a patch
WIDE = 2.3         # side of a patch over the longer side of the box: room for shifted and larger crops
MOST = 36          # proposals an image


def patch(pixels, x, y, side):
    scale = PATCH / side
    if scale < 0.5:
        pixels = cv2.resize(pixels, None, fx=scale * 1.5, fy=scale * 1.5, interpolation=cv2.INTER_AREA)
        x, y, scale = x * scale * 1.5, y * scale * 1.5, 1 / 1.5
    matrix = np.float32([[scale, 0, PATCH / 2 - x * scale], [0, scale, PATCH / 2 - y * scale]])
    return cv2.warpAffine(pixels, matrix, (PATCH, PATCH), flags=cv2.INTER_LINEAR)


def main(labels, proposals_file, out):
    cv2.setNumThreads(1)
    random = np.random.default_rng(5)
    labels = {os.path.basename(name): rows for name, *rows in np.load(labels, allow_pickle=True)}
    patches, proposals, truths, points, kinds, images, scores = [], [], [], [], [], [], []
    lines = [json.loads(line) for line in open(proposals_file, encoding="utf-8") if line.endswith("}\n")]
    for number, image in enumerate(lines):
        pixels = cv2.imread(image["image"])
        name = os.path.basename(image["image"])
        faces, marks, doubtful = labels[name]
        if name.startswith("cloth"):  # no faces but those that were cut off
            faces, marks, doubtful = faces[:0], marks[:0], doubtful[doubtful[:, 3] - doubtful[:, 1] >= 32]
        found = np.array(image["boxes"], np.float64).reshape(-1, 5)
        if len(faces):
            size = np.tile(faces[:, 2:4] - faces[:, :2], 2)
            for _ in range(2):
                found = np.concatenate((found, np.concatenate((faces[:, :4] + random.normal(0, 0.1, (len(faces), 4)) * size, np.full((len(faces), 1), 0.5)), 1)))
        match = overlap(found, faces)
        doubt = overlap(found, np.concatenate((doubtful, np.zeros((1, 4)))))
        best = match.argmax(1) if len(faces) else np.zeros(len(found), int)
        top = match.max(1) if len(faces) else np.zeros(len(found))
        positive = top >= 0.35
        negative = ~positive & (doubt.max(1) < 0.25)
        pos, neg = np.nonzero(positive)[0], np.nonzero(negative)[0]
        pos = random.permutation(pos)[:MOST * 3]
        # the surest of what is no face first, then some of the rest
        keep = min(len(neg), max(12, MOST // 2 + len(pos) // 4))
        neg = np.concatenate((neg[:keep // 2], random.permutation(neg[keep // 2:])[:keep - keep // 2]))
        for i in np.concatenate((pos, neg)).astype(int):
            box = found[i, :4]
            x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            longer = max(box[2] - box[0], box[3] - box[1])
            if longer < 8 or min(box[2] - box[0], box[3] - box[1]) < 4:
                continue
            side, place = longer * WIDE, np.array((x, y, x, y))
            to = lambda b: ((np.asarray(b) - place) * (PATCH / side) + PATCH / 2).astype(np.float32)
            patches.append(patch(pixels, x, y, side))
            proposals.append(to(box))
            truths.append(to(faces[best[i], :4]) if positive[i] else np.zeros(4, np.float32))
            points.append(((marks[best[i]] - (x, y)) * (PATCH / side) + PATCH / 2).astype(np.float32) if positive[i] else np.zeros((5, 2), np.float32))
            kinds.append(positive[i])
            images.append(number)
            scores.append((found[i, 4], longer))
    print(len(lines), "images", len(patches), "patches", int(np.sum(kinds)), "faces")
    np.savez(out, patches=np.array(patches), proposals=np.array(proposals), truths=np.array(truths), points=np.array(points),
             kinds=np.array(kinds), images=np.array(images), scores=np.array(scores, np.float32))


if __name__ == "__main__":
    main(*sys.argv[1:])
