"""Recall against false findings in clean text, for each label over least confidences.

usage: calibrate.py CHECKPOINT ASSETS BIAS DEV.jsonl CLEAN… ; the clean texts hold no personal data by inspection
"""
import json
import sys

import torch

import evaluate as E
import features as F

STEPS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def main(checkpoint, folder, bias, dev, *clean):
    torch.set_num_threads(1)
    m = E.Model(checkpoint, folder, True)
    bias = float(bias)
    conf, gold = {l: [] for l in F.LABELS}, {l: 0 for l in F.LABELS}
    for line in open(dev, encoding="utf-8"):
        d = json.loads(line)
        text = d.get("t") or d["text"]
        found = E.decode(*m.logits(text), bias)
        for s in d.get("s", d.get("spans", [])):
            if s[2] not in gold:
                continue
            gold[s[2]] += 1
            best = max((x[3] for x in found if min(s[1], x[1]) - max(s[0], x[0]) > 0), default=-1)
            conf[s[2]].append(best)
    false, words = {l: [] for l in F.LABELS}, 0
    for path in clean:
        text = open(path, encoding="utf-8", errors="replace").read()
        words += len(text.split())
        for x in E.decode(*m.logits(text), bias):
            false[x[2]].append((x[3], text[x[0]:x[1]]))
    print("clean words", words)
    for l in F.LABELS:
        print(l, "n", gold[l], " ".join(
            f"{t}: R {sum(c >= t for c in conf[l]) / max(1, gold[l]):.3f} false/10k {1e4 * sum(c >= t for c, _ in false[l]) / words:.2f};" for t in STEPS))
        print("   ", [(w, round(c, 2)) for c, w in sorted(false[l], reverse=True)[:12]])


if __name__ == "__main__":
    main(*sys.argv[1:])
