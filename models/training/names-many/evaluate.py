"""Precision and recall by language and label, exact and by overlap, for several biases.

usage: evaluate.py MODEL.pt SOURCES EXAMPLES.jsonl [--bias 0,0.5] [--limit 1500] [--hide] [--show]

Exact: the same span and label. Overlap: a finding counts when it overlaps a span of its label, a span when half of its letters lie under findings of its
label. --hide takes every name that was kept for measuring out of the list.
"""
import argparse
import collections
import json

import numpy as np
import torch

import features as F
import network


def find(model, text, rows, scale, gaz):
    """Tokens with logits."""
    low, tokens = F.lower(text), F.tokenize(text)
    if not tokens:
        return tokens, np.zeros((0, len(F.TAGS)), np.float32)
    x = network.inputs(text, tokens, low, rows, scale, gaz)
    return tokens, np.concatenate([network.logits(model, x[i:j]) for i, j in F.blocks(text, tokens)])


def covered(span, others):
    a, b, label = span
    return sum(max(0, min(b, d) - max(a, c)) for c, d, k in others if k == label) * 2 >= b - a


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("model"), ap.add_argument("sources"), ap.add_argument("examples")
    ap.add_argument("--bias", default="0"), ap.add_argument("--limit", type=int, default=1500), ap.add_argument("--hide", action="store_true")
    ap.add_argument("--show", action="store_true")
    a = ap.parse_args()
    torch.set_num_threads(1)
    model = network.Tagger()
    model.load_state_dict(torch.load(a.model))
    model.eval()
    rows, scale = network.quantised_rows(model)
    gaz = F.Gazetteer.read(a.sources + "/gazetteer.bin")
    if a.hide:
        import generator
        pools = json.load(open(a.sources + "/pools.json", encoding="utf-8"))

        def walk(x):
            for v in x.values() if isinstance(x, dict) else [x]:
                if isinstance(v, dict):
                    walk(v)
                else:
                    for name in v:
                        if generator.is_held(name):
                            gaz.masks.pop(F.fnv(F.lower(name).encode()), None)
        walk(pools)
    biases = [float(b) for b in a.bias.split(",")]
    count = collections.defaultdict(lambda: np.zeros(6))
    seen, wrong = collections.Counter(), collections.defaultdict(collections.Counter)
    for line in open(a.examples, encoding="utf-8"):
        e = json.loads(line)
        key = (e["l"], e.get("c", "synthetic"))
        seen[key] += 1
        if seen[key] > a.limit:
            continue
        tokens, z = find(model, e["t"], rows, scale, gaz)
        if not len(tokens):
            continue
        gold = [tuple(s) for s in e["s"]]
        for bias in biases:
            got = [(tokens[i][0], tokens[j][1], F.LABELS[y]) for y, i, j in F.spans(F.decode(z, bias))]
            for label in F.LABELS:
                if label in e["open"]:
                    continue
                c = count[key, label, bias]
                g, p = [s for s in gold if s[2] == label], [s for s in got if s[2] == label]
                c += (len(g), len(p), len(set(g) & set(p)), sum(any(x[0] < s[1] and x[1] > s[0] for x in g) for s in p), sum(covered(s, p) for s in g), 0)
                if a.show and bias == biases[0]:
                    for s in p:
                        if not any(x[0] < s[1] and x[1] > s[0] for x in gold):
                            wrong[key]["+" + label[0] + " " + e["t"][s[0]:s[1]]] += 1
                    for s in g:
                        if not covered(s, [(x[0], x[1], label) for x in got]):
                            wrong[key]["-" + label[0] + " " + e["t"][s[0]:s[1]]] += 1
    for (key, label, bias), c in sorted(count.items()):
        g, p, exact, good, cover, _ = c
        print(f"{key[0]} {key[1]:16} {label[:6]:6} bias {bias:4} n {int(g):5} exact P {exact / max(p, 1):.3f} R {exact / max(g, 1):.3f}"
              f"  overlap P {good / max(p, 1):.3f} R {cover / max(g, 1):.3f}")
    for key, w in wrong.items():
        print(key, "; ".join(f"{k}×{n}" for k, n in w.most_common(60)))


if __name__ == "__main__":
    main()
