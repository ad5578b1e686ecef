"""Chooses for each language what is added to the scores: for a place that only the list of places has, for a listed name that is no everyday word, for
an everyday word that is no name, and what is taken from O.

usage: tune.py MODEL.pt SOURCES COUNT EXAMPLES.jsonl…      reads the first COUNT texts of each corpus; figures must come from the others
"""
import collections
import itertools
import json
import sys

import numpy as np
import torch

import features as F
import network


def groups(text, low, tokens, gaz):
    """Which of the three holds for each token."""
    begin, inside, stem = (np.array(x) for x in F.gazetteer_masks(text, low, tokens, gaz))
    m = begin | inside | stem
    named, everyday = (m & (F.GIVEN | F.SURNAME)) > 0, (m & F.COMMON) > 0
    return np.stack([(m & F.PLACE) * (1 - everyday) > 0, named & ~everyday, everyday & ~named & ((m & F.PLACE) == 0)], 1)


def adjust(z, g, weights):
    """Scores with what the list says."""
    place, name, word, bias = weights
    z = z.copy()
    z[:, 3:5] += place * g[:, :1]
    z[:, 1:3] += name * g[:, 1:2]
    z[:, 0] += word * g[:, 2] - bias
    return z


def figures(items, weights):
    c = np.zeros((2, 4))
    for z, g, gold in items:
        y = adjust(z, g, weights).argmax(1)
        for k in (0, 1):
            mine = (y + 1) // 2 == k + 1
            c[k] += (mine.sum(), (mine & (gold == k + 1)).sum(), (gold == k + 1).sum(), 0)
    return c


def value(c):
    """Mean F of persons and places by tokens, precision counting more."""
    out = 0
    for got, right, true, _ in c:
        p, r = right / max(got, 1), right / max(true, 1)
        out += (1 + 0.5) * p * r / max(0.5 * p + r, 1e-9) if true > 5 else 0
    return out


def main(model_path, sources, count, paths):
    torch.set_num_threads(1)
    model = network.Tagger()
    model.load_state_dict(torch.load(model_path))
    model.eval()
    rows, scale = network.quantised_rows(model)
    gaz = F.Gazetteer.read(sources + "/gazetteer.bin")
    items, seen = collections.defaultdict(list), collections.Counter()
    for path in paths:
        for line in open(path, encoding="utf-8"):
            e = json.loads(line)
            seen[e["l"], e.get("c")] += 1
            if seen[e["l"], e.get("c")] > count or e["open"]:
                continue
            low, tokens = F.lower(e["t"]), F.tokenize(e["t"])
            if not tokens:
                continue
            x = network.inputs(e["t"], tokens, low, rows, scale, gaz)
            z = np.concatenate([network.logits(model, x[i:j]) for i, j in F.blocks(e["t"], tokens)])
            gold = np.zeros(len(tokens), np.int64)
            for a, b, label in e["s"]:
                for t, (i, j) in enumerate(tokens):
                    if i < b and j > a:
                        gold[t] = 1 + F.LABELS.index(label)
            items[e["l"]].append((z, groups(e["t"], low, tokens, gaz), gold))
    for language, its in items.items():
        best = max(itertools.product((0, 1, 2, 3, 4), (0, 1, 2), (0, 1, 2, 4), (0, -1, -2, -3)), key=lambda w: value(figures(its, w)))
        c = figures(its, best)
        print(language, best, [f"P {right / max(got, 1):.2f} R {right / max(true, 1):.2f}" for got, right, true, _ in c],
              "before", [f"P {right / max(got, 1):.2f} R {right / max(true, 1):.2f}" for got, right, true, _ in figures(its, (0, 0, 0, 0))], flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
