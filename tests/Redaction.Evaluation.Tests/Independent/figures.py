#!/usr/bin/env python3
"""The figures of Redaction.Evaluation, computed a second time without looking at the first.

Makes invented truth and predictions from a fixed seed, computes the figures in the most direct way (sets of characters, a sweep over every
threshold), and writes data and figures to figures.json, which the tests compare with. Standard library only.
"""
import json
import os
import random
import re


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
            p.append(round(rng.uniform(0.05, 1), 2))
        text = "".join(rng.choice("abcde   ") for _ in range(length))
        documents.append({"text": text, "truth": truth, "predictions": predictions})
    return documents


def share(span, characters):
    return sum(i in characters for i in range(span[0], span[1])) / (span[1] - span[0])


def overlap(a, b):
    return a[2] == b[2] and max(a[0], b[0]) < min(a[1], b[1])


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
    partial = [0, 0, 0]
    half = [0, 0, 0]
    leaking = tokens = leaked_tokens = masked = length = 0
    scores = {}
    for d in documents:
        truth, predictions = d["truth"], d["predictions"]
        for tally, cut in ((strict, 3), (agnostic, 2)):
            hits = multiset_hits([t[:cut] for t in truth], [p[:cut] for p in predictions])
            tally[0] += hits
            tally[1] += len(predictions) - hits
            tally[2] += len(truth) - hits
        true = {i for s, e, *_ in truth for i in range(s, e)}
        covered = {i for s, e, *_ in predictions for i in range(s, e)}
        characters[0] += len(true & covered)
        characters[1] += len(covered - true)
        characters[2] += len(true - covered)
        leaking += bool(true - covered)
        found = sum(any(overlap(t, p) for p in predictions) for t in truth)
        partial[0] += found
        partial[1] += sum(not any(overlap(t, p) for t in truth) for p in predictions)
        partial[2] += len(truth) - found
        found = sum(share(t, covered) >= 0.5 for t in truth)
        half[0] += found
        half[1] += sum(share(p, true) < 0.5 for p in predictions)
        half[2] += len(truth) - found
        for m in re.finditer(r"\S+", d["text"]):
            inside = set(range(m.start(), m.end()))
            tokens += bool(inside & true)
            leaked_tokens += bool(inside & (true - covered))
        masked += len(covered)
        length += len(d["text"])
        for p in predictions:
            scores.setdefault(p[2], []).append((p[3], share(p, true) >= 0.5))
    figures = {"strict": strict, "agnostic": agnostic, "characters": characters, "partial": partial, "covered": half, "leaking": leaking,
               "token_leakage": leaked_tokens / tokens, "kept": 1 - masked / length, "calibration": {e: calibration_error(s) for e, s in scores.items()}}
    for name in ("strict", "agnostic", "characters", "partial", "covered"):
        tp, fp, fn = figures[name]
        p, r = tp / (tp + fp), tp / (tp + fn)
        figures[name + "_ratios"] = [p, r, 2 * p * r / (p + r), 5 * p * r / (4 * p + r)]
    return figures


def calibration_error(scores):
    error = 0.0
    for i in range(10):
        inside = [(s, ok) for s, ok in scores if min(9, int(s * 100 + 1e-6) // 10) == i]
        if inside:
            error += abs(sum(s for s, _ in inside) - sum(ok for _, ok in inside)) / len(scores)
    return error


def calls(rng):
    """Words on a grid of 10 ms, so that time can be counted in frames."""
    made = []
    for _ in range(40):
        at, words, masks = 0, [], []
        for _ in range(rng.randint(5, 40)):
            at += rng.randint(0, 12)
            length = rng.randint(5, 60)
            entity = rng.choice(["person", "phone"]) if rng.random() < 0.3 else None
            words.append([at / 100, (at + length) / 100, entity, entity is None and rng.random() < 0.1])
            if rng.random() < (0.85 if entity else 0.08):
                masks.append([(at + rng.randint(-8, 8 + length // 3)) / 100, (at + length + rng.randint(-8 - length // 3, 8)) / 100])
            at += length
        made.append({"words": words, "masks": [m for m in masks if m[1] > m[0]]})
    return made


def frames(intervals):
    return {f for a, b in intervals for f in range(round(a * 100), round(b * 100))}


def runs(inside):
    """Stretches of frames without a gap, as first and last frame."""
    out = []
    for f in sorted(inside):
        if out and f == out[-1][1] + 1:
            out[-1][1] = f
        else:
            out.append([f, f])
    return out


def call_figures(made):
    shared = masked = wanted = leaking = 0
    words = {0.5: [0, 0, 0], 0.8: [0, 0, 0], 1: [0, 0, 0]}
    others_all = 0
    starts, ends = [], []
    for call in made:
        truth = [w[:2] for w in call["words"] if w[2] and not w[3]]
        others = [w[:2] for w in call["words"] if not w[2] and not w[3]]
        mask, true = frames(call["masks"]), frames(truth)
        shared, masked, wanted = shared + len(mask & true), masked + len(mask), wanted + len(true)
        others_all += len(others)
        covered = lambda w, rho: len(frames([w]) & mask) >= rho * len(frames([w])) - 1e-9
        for rho, tally in words.items():
            found = sum(covered(w, rho) for w in truth)
            tally[0] += found
            tally[1] += sum(covered(w, rho) for w in others)
            tally[2] += len(truth) - found
        leaking += any(not covered(w, 0.5) for w in truth)
        masks = runs(mask)
        for first, last in runs(true):
            over = [m for m in masks if m[0] <= last and m[1] >= first]
            if over:
                starts.append((first - over[0][0]) / 100)
                ends.append((over[-1][1] - last) / 100)
    percentile = lambda values, p: sorted(values)[int(p / 100 * (len(values) - 1))]
    half = words[0.5]
    return {
        "wordRecall": half[0] / (half[0] + half[2]), "otherWordsMasked": half[1] / others_all, "callsWithoutLeak": 1 - leaking / len(made),
        "framePrecision": shared / masked, "frameRecall": shared / wanted, "frameF1": 2 * shared / (masked + wanted), "overMasking": masked / wanted,
        "wordF1": {f"{round(100 * rho)}%": 2 * t[0] / (2 * t[0] + t[1] + t[2]) for rho, t in words.items()},
        "boundaries": {"start": {f"p{p:02}": percentile(starts, p) for p in (5, 50, 95)}, "end": {f"p{p:02}": percentile(ends, p) for p in (5, 50, 95)}},
    }


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
    made = calls(rng)
    data = {
        "documents": documents, "spans": span_figures(documents),
        "images": images, "boxes": {str(t): box_figures(images, t) for t in (0.4, 0.5, 0.7)},
        "calls": made, "call_figures": call_figures(made),
    }
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "figures.json"), "w") as out:
        json.dump(data, out, indent=None, separators=(",", ":"))
        out.write("\n")


if __name__ == "__main__":
    main()
