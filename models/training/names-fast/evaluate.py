"""Measures a checkpoint (float or int8) on annotated texts and on clean texts.

usage: evaluate.py CHECKPOINT ASSETS --dev DEV.jsonl --spans FILE.jsonl… --clean FILE… [--int8] [--bias 0 1 2]
"""
import argparse
import collections
import json

import numpy as np
import torch

import features as F
import network


class Model:
    """A checkpoint before it is exported: its own tables and rows of pieces, as int8 or as they are."""

    def __init__(self, checkpoint, folder, int8):
        m = network.load(checkpoint).eval()
        kept = quantise if int8 else lambda w: w
        self.front = F.FrontEnd(folder, m.encoder is not None)
        self.front.tables.missing = m.missing.detach().numpy()
        self.front.tables.t = {n: kept(m.tables["t_" + n].weight.detach().numpy()) for n, _, _ in F.TABLES}
        if self.front.pieces:
            self.front.rows = kept(m.pieces.weight.detach().numpy())
        self.net = network.Int8(m) if int8 else lambda x: network.run(m, x)

    def logits(self, text, tokens=None):
        tokens = tokens or F.tokenize(text)
        return tokens, [self.net(self.front.block(text, tokens[a:b])[1]) for a, b in F.blocks(text, tokens)]


def quantise(w):
    s = np.maximum(np.abs(w).max(1) / 127.0, 1e-9).astype(np.float32)
    return np.clip(np.round(w / s[:, None]), -127, 127) * s[:, None]


def decode(tokens, logits, bias):
    """[(start, end, label, confidence)]"""
    found, at = [], 0
    for y in logits:
        p = np.exp(y - y.max(-1, keepdims=True))
        po = p[:, 0] / p.sum(-1)
        for a, b, l in F.spans(F.viterbi(y, bias)):
            found.append((tokens[at + a][0], tokens[at + b - 1][1], l, float(1 - po[a:b].mean())))
        at += len(y)
    return found


def score(name, docs, cache, bias, out, kinds=None):
    tp, fp, fn, cov = (collections.Counter() for _ in range(4))
    for (gold, known), (tokens, logits) in zip(docs, cache):
        found = decode(tokens, logits, bias)
        g = {tuple(s) for s in gold if s[2] != "?"}
        skip = [s for s in gold if s[2] == "?"]
        f = {x[:3] for x in found if x[2] in known and not any(x[0] < s[1] and s[0] < x[1] for s in skip)}
        for s in g & f:
            tp[s[2]] += 1
        for s in f - g:
            fp[s[2]] += 1
        for s in g - f:
            fn[s[2]] += 1
        for s in g:
            chars = sum(max(0, min(s[1], x[1]) - max(s[0], x[0])) for x in found)
            cov[s[2]] += chars * 2 >= s[1] - s[0]
    for l in F.LABELS:
        n = tp[l] + fn[l]
        if n:
            p, r = tp[l] / max(1, tp[l] + fp[l]), tp[l] / n
            print(f"{name:12s} b={bias:<4g} {l:13s} n={n:5d} P {p:.3f} R {r:.3f} F {2 * p * r / max(1e-9, p + r):.3f} covered {cov[l] / n:.3f}")
            out.setdefault(name, {}).setdefault(str(bias), {})[l] = [round(p, 3), round(r, 3), round(cov[l] / n, 3)]


def covered(name, docs, cache, bias, out):
    n, hit = collections.Counter(), collections.Counter()
    false, words = collections.Counter(), 0
    for (gold, _), (tokens, logits) in zip(docs, cache):
        found = decode(tokens, logits, bias)
        words += len(tokens)
        for s in gold:
            chars = sum(max(0, min(s[1], x[1]) - max(s[0], x[0])) for x in found)
            n[s[2]] += 1
            hit[s[2]] += chars * 2 >= s[1] - s[0]
        for x in found:
            if not any(x[0] < s[1] and s[0] < x[1] for s in gold):
                false[x[2]] += 1
    print(f"{name} b={bias}", {k: f"{hit[k] / n[k]:.3f}/{n[k]}" for k in sorted(n, key=lambda k: -n[k]) if hit[k] / n[k] > 0.2},
          "outside", dict(false), "tokens", words)
    out.setdefault(name, {})[str(bias)] = {k: round(hit[k] / n[k], 3) for k in n}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("checkpoint"), ap.add_argument("assets")
    ap.add_argument("--dev"), ap.add_argument("--spans", nargs="*", default=[]), ap.add_argument("--clean", nargs="*", default=[])
    ap.add_argument("--bias", nargs="*", type=float, default=[0.0, 1.0, 2.0]), ap.add_argument("--int8", action="store_true")
    ap.add_argument("--json"), ap.add_argument("--show", type=int, default=0), ap.add_argument("--limit", type=int, default=10 ** 9)
    a = ap.parse_args()
    torch.set_num_threads(1)
    m = Model(a.checkpoint, a.assets, a.int8)
    out = {}
    if a.dev:
        items = [json.loads(l) for l in open(a.dev, encoding="utf-8")][:a.limit]
        for group in sorted({i["c"] for i in items} | {"all"}):
            part = [i for i in items if group in (i["c"], "all")]
            cache = [m.logits(i["t"]) for i in part]
            for b in a.bias:
                score(group[:12], [(i["s"], i["a"]) for i in part], cache, b, out)
    for path in a.spans:
        items = [json.loads(l) for l in open(path, encoding="utf-8")][:a.limit]
        cache = [m.logits(i["text"]) for i in items]
        for b in a.bias:
            covered(path.rsplit("/", 1)[-1][:22], [(i["spans"], F.LABELS) for i in items], cache, b, out)
    for path in a.clean:
        text = open(path, encoding="utf-8", errors="replace").read()
        tokens, logits = m.logits(text)
        words = len(text.split())
        for b in a.bias:
            found = decode(tokens, logits, b)
            print(f"clean {path.rsplit('/', 1)[-1]} b={b} words {words} findings {len(found)}"
                  f" per 10k {1e4 * len(found) / max(1, words):.1f}", dict(collections.Counter(x[2] for x in found)))
            if a.show and b == a.bias[-1]:
                print([(text[x[0]:x[1]], x[2][:3], round(x[3], 2)) for x in found[:a.show]])
    if a.json:
        with open(a.json, "w", encoding="utf-8") as f:
            json.dump(out, f)


if __name__ == "__main__":
    main()
