#!/usr/bin/env python3
"""The figures of Redaction.Evaluation, computed a second time without looking at the first.

Makes invented truth and predictions from a fixed seed, computes the figures in the most direct way (sets of characters, a sweep over every
threshold), and writes data and figures to figures.json, which the tests compare with. Standard library only.
"""
import json
import os
import random


def spans(rng):
    entities = ["person", "email", "phone"]
    documents = []
    for _ in range(60):
        length = rng.randint(20, 200)

        def span():
            start = rng.randrange(length - 5)
            return [start, rng.randint(start + 1, min(length, start + 25)), rng.choice(entities)]

        truth = [span() for _ in range(rng.randint(0, 5))]
        predictions = [list(t) for t in truth if rng.random() < 0.6] + [span() for _ in range(rng.randint(0, 3))]
        for p in predictions:
            if rng.random() < 0.2:
                p[2] = rng.choice(entities)
        documents.append({"length": length, "truth": truth, "predictions": predictions})
    return documents


def multiset_hits(truth, predictions):
    rest, hits = list(truth), 0
    for p in predictions:
        if p in rest:
            rest.remove(p)
            hits += 1
    return hits


def span_figures(documents):
    strict = [0, 0, 0]
    agnostic = [0, 0, 0]
    characters = [0, 0, 0]
    leaking = 0
    for d in documents:
        truth, predictions = d["truth"], d["predictions"]
        for tally, cut in ((strict, 3), (agnostic, 2)):
            hits = multiset_hits([t[:cut] for t in truth], [p[:cut] for p in predictions])
            tally[0] += hits
            tally[1] += len(predictions) - hits
            tally[2] += len(truth) - hits
        true = {i for s, e, _ in truth for i in range(s, e)}
        covered = {i for s, e, _ in predictions for i in range(s, e)}
        characters[0] += len(true & covered)
        characters[1] += len(covered - true)
        characters[2] += len(true - covered)
        leaking += bool(true - covered)
    figures = {"strict": strict, "agnostic": agnostic, "characters": characters, "leaking": leaking}
    for name in ("strict", "agnostic", "characters"):
        tp, fp, fn = figures[name]
        p, r = tp / (tp + fp), tp / (tp + fn)
        figures[name + "_ratios"] = [p, r, 2 * p * r / (p + r), 5 * p * r / (4 * p + r)]
    return figures


def boxes(rng):
    images = []
    for _ in range(50):
        truth = [[rng.uniform(0, 800), rng.uniform(0, 600), rng.uniform(8, 160), rng.uniform(8, 160)] for _ in range(rng.randint(0, 6))]
        predictions = []
        for x, y, w, h in truth:
            for _ in range(rng.choice([0, 1, 1, 1, 2])):
                jitter = lambda v, size: v + rng.gauss(0, size * 0.12)
                predictions.append([jitter(x, w), jitter(y, h), w * rng.uniform(0.8, 1.25), h * rng.uniform(0.8, 1.25), round(rng.uniform(0.2, 1), 1)])
        for _ in range(rng.randint(0, 2)):
            predictions.append([rng.uniform(0, 800), rng.uniform(0, 600), rng.uniform(8, 90), rng.uniform(8, 90), round(rng.uniform(0, 0.8), 1)])
        rng.shuffle(predictions)
        images.append({"truth": truth, "predictions": predictions})
    return images


def iou(a, b):
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return 0 if w <= 0 or h <= 0 else w * h / (a[2] * a[3] + b[2] * b[3] - w * h)


def box_figures(images, threshold):
    marked, support = [], 0
    for image in images:
        support += len(image["truth"])
        taken = set()
        for p in sorted(image["predictions"], key=lambda p: -p[4]):
            candidates = [(iou(t, p), -i) for i, t in enumerate(image["truth"]) if i not in taken and iou(t, p) >= threshold]
            if candidates:
                taken.add(-max(candidates)[1])
            marked.append((p[4], bool(candidates)))
    curve = []
    for score in sorted({s for s, _ in marked}, reverse=True):
        hits = sum(ok for s, ok in marked if s >= score)
        misses = sum(not ok for s, ok in marked if s >= score)
        curve.append((hits / support, hits / (hits + misses), misses / len(images)))
    area, previous = 0.0, 0.0
    for i, (recall, _, _) in enumerate(curve):
        area += (recall - previous) * max(p for _, p, _ in curve[i:])
        previous = recall
    at = {str(rate): max([0.0] + [r for r, _, f in curve if f <= rate]) for rate in (0.1, 0.5)}
    return {"ap": area, "recall_at": at}


def main():
    rng = random.Random(20250317)
    documents, images = spans(rng), boxes(rng)
    data = {
        "documents": documents, "spans": span_figures(documents),
        "images": images, "boxes": {str(t): box_figures(images, t) for t in (0.4, 0.5, 0.7)},
    }
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "figures.json"), "w") as out:
        json.dump(data, out, indent=None, separators=(",", ":"))
        out.write("\n")


if __name__ == "__main__":
    main()
