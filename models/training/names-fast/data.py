"""Examples to tensors: augmentation, tokens, features, and the set of tags that each token may have."""
import os
import random
import sys

import numpy as np
import torch

import features as F

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "generator"))
import make  # noqa: E402

INDEX = {l: i for i, l in enumerate(F.LABELS)}
EVERY = (1 << len(F.TAGS)) - 1
MAX_TOKENS = 220


def tag_bit(label, inside):
    return 1 << (1 + 2 * INDEX[label] + inside)


def pair(label):
    return tag_bit(label, 0) | tag_bit(label, 1)


HINTS = {"date": (F.G_DATE | F.G_NUMBER, True, 2), "age": (F.G_NUMBER, True, 2), "nationality": (F.G_NATIONALITY, False, 1),
         "job-title": (F.G_JOB, False, 2), "address": (F.G_STREET | F.G_UNIT, True, 3)}


def allowed(tokens, words, spans, annotated):
    """One bit set a token: the tags that do not contradict the annotation."""
    n = len(tokens)
    out = [1] * n
    for label in F.LABELS:
        if label in annotated:
            continue
        hint, digits, reach = HINTS[label]
        hits = [t for t in range(n) if words[t][3] & hint or digits and words[t][2][F.BIT_HAS_DIGIT]]
        for h in hits:
            for t in range(max(0, h - reach), min(n, h + reach + 1)):
                out[t] |= pair(label)
    for a, b, label in spans:
        first = True
        for t, (s, e, _) in enumerate(tokens):
            if e <= a or s >= b:
                continue
            if label == "?":
                out[t] = EVERY
            else:
                out[t] = tag_bit(label, 0 if first else 1)
                first = False
    return out


class Source:
    def __init__(self, assets, sources, seed, pieces=None, organizations=0.0):
        """pieces: the vocabulary of the accurate tier; organizations: the share of them that is exchanged for invented ones."""
        self.assets = assets
        self.pieces = pieces
        self.organizations = organizations
        self.r = random.Random(seed)
        self.maker = make.Maker(sources, seed)

    def augment(self, ex, train):
        text, spans = ex["t"], ex["s"]
        if not train or ex["c"] == "synth":
            return text, spans
        r = self.r
        if r.random() < 0.35 and ex["c"] not in ("multiconer", "snips", "slurp"):
            text, spans = self.swap(text, spans, "en" if ex["c"] not in ("meddocan",) else "es")
        x = r.random()
        if x < 0.18:
            text = make.lower(text)
        elif x < 0.27:
            text, spans = self.maker.spoken(text, spans)
        elif x < 0.30:
            text = make.upper(text)
        elif x < 0.34:
            text = "".join(w.capitalize() if i % 2 == 0 else w for i, w in enumerate(_words(text)))
        return text, spans

    def swap(self, text, spans, lang):
        out, new, at = "", [], 0
        for a, b, l in sorted(spans):
            if a < at:
                continue
            out += text[at:a]
            v = text[a:b]
            if l == "person" and self.r.random() < 0.3 and not v.startswith("@"):
                v = self.maker.v.PF(lang) if " " not in v else self.maker.v.PF(lang) + " " + self.maker.v.PL(lang)
            elif l == "organization" and self.r.random() < self.organizations and not v.startswith("@"):
                v = self.maker.v.O(lang)
            new.append([len(out), len(out) + len(v), l])
            out += v
            at = b
        return out + text[at:], new

    def encode(self, ex, train=True):
        text, spans = self.augment(ex, train)
        tokens = F.tokenize(text)[:MAX_TOKENS]
        if not tokens:
            return None
        words = [self.assets.word(text[s:e]) for s, e, _ in tokens]
        bits = self.assets.bits(words, [t[2] for t in tokens])
        allow = allowed(tokens, words, spans, ex["a"])
        ids = [self.pieces.of(text[s:e], lay[0] > 0 or lay[1] > 0) for s, e, lay in tokens] if self.pieces else None
        if train and self.r.random() < 0.5:     # words that the tables have never seen must be read from their letters
            for t in range(len(words)):
                if self.r.random() < 0.03:
                    w = words[t]
                    words[t] = ([-1, *w[0][1:4], 0], w[1], w[2], w[3], w[4], w[5])
        return words, bits, allow, ids


def _words(text):
    import re
    return re.split(r"(\W+)", text)


def batch(items, assets):
    """Tensors of the encoded items: (unique, index, bits, mask, allow, pieces)."""
    n, width = len(items), max(len(i[0]) for i in items)
    index = np.zeros((n, width), np.int64)
    bits = np.zeros((n, width, F.BITS), np.float32)
    mask = np.zeros((n, width, 1), np.float32)
    allow = np.zeros((n, width), np.int64)
    seen, unique = {}, []
    for k, (words, b, a, _) in enumerate(items):
        row = []
        for w in words:
            key = (id(w[1]), w[0][0], w[0][4])
            u = seen.get(key)
            if u is None:
                u = seen[key] = len(unique)
                unique.append(w)
            row.append(u)
        t = len(row)
        index[k, :t] = row
        bits[k, :t] = b
        mask[k, :t] = 1
        allow[k, :t] = a
    rows = np.array([w[0][0] for w in unique])
    vec = assets.rows[rows].astype(np.float32) * assets.scales[rows][:, None]
    vec[rows < 0] = 0
    counts = np.array([max(1, len(w[1])) for w in unique], np.float32)
    offsets = np.concatenate([[0], np.cumsum([len(w[1]) for w in unique])[:-1]]).astype(np.int64)
    grams = np.array([g for w in unique for g in w[1]], np.int64)
    ids = np.array([w[0][1:] for w in unique], np.int64)
    t = torch.from_numpy
    u = (t(vec), t((rows < 0).astype(np.float32)[:, None]), t(grams), t(offsets), t(np.sqrt(counts)[:, None]), t(ids))
    return u, t(index), t(bits), t(mask), t(allow), piece_batch([i[3] for i in items], width)


def piece_batch(items, width):
    """The distinct lists of pieces as (ids, offsets, sqrt of counts, index [n, width]); None without pieces."""
    if items[0] is None:
        return None
    at = np.zeros((len(items), width), np.int64)
    seen = {}
    for k, lists in enumerate(items):
        for j, ids in enumerate(lists):
            at[k, j] = seen.setdefault(tuple(ids), len(seen))
    counts = np.array([len(s) for s in seen], np.int64)
    offsets = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
    t = torch.from_numpy
    return (t(np.array([i for s in seen for i in s], np.int64)), t(offsets), t(np.sqrt(np.maximum(counts, 1)).astype(np.float32)[:, None]), t(at))
