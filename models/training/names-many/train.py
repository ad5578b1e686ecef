"""Trains the network on one thread for a given time.

usage: train.py SOURCES CORPORA.jsonl CARRIERS OUT.pt --minutes 30 [--start FROM.pt] [--lr 3e-3] [--ordinary LINES.jsonl] [--found CARRIERS.jsonl]

Most texts are invented (generator.py), the others come from the corpora. Names of which the hash lies in a range are hidden from the list that the
model carries, other ones with each batch, so that it learns to read names that no list has.
"""
import argparse
import collections
import json
import random
import time

import numpy as np
import torch

import features as F
import generator
import network

LATIN = ("ro", "pl", "sv", "no")
PLAIN = "abcdefghijklmnoprstuvwyząćęłńóśźżăâîșțåäöøæ"
CYRILLIC = dict(zip(map(ord, PLAIN + PLAIN.upper()), (c for x in ("абцдефгхійклмнопрстувуизонеєвносзжаиисцоаоое",) for c in x + x.upper())))
GREEK = dict(zip(map(ord, PLAIN + PLAIN.upper()), (c for x in ("αβκδεφγχιξκλμνοπρστυβωυζακελνοσζζααιιστωαοωε",) for c in x + x.upper())))


class Encoder:
    def __init__(self, gaz, seed):
        self.gaz, self.rng = gaz, random.Random(seed)

    def encode(self, e):
        """Blocks of a text: rows per token, bits, allowed tags as bit masks."""
        r, text = self.rng, e["t"]
        if e["l"] in LATIN and r.random() < 0.10:
            text = text.translate(CYRILLIC if e["l"] == "pl" or r.random() < 0.4 else GREEK)
        elif r.random() < 0.03:
            text = text.upper() if len(text.upper()) == len(text) else text
        low, tokens = F.lower(text), F.tokenize(text)
        if not tokens:
            return []
        hidden = frozenset(range(k * 250 % 1000, k * 250 % 1000 + 350)) if (k := r.randrange(4)) < 3 else frozenset(range(350))
        bits = F.bits(text, low, tokens, self.gaz, hidden)
        allow = np.full(len(tokens), 1, np.uint32)
        for label in e["open"]:
            y = F.LABELS.index(label)
            allow |= 3 << (1 + 2 * y)
        for a, b, label in e["s"]:
            y, first = F.LABELS.index(label), True
            for t, (i, j) in enumerate(tokens):
                if i < b and j > a:
                    allow[t] = 1 << (1 + 2 * y + (not first))
                    first = False
        out = []
        for i, j in F.blocks(text, tokens):
            out.append(([F.grams(text, low, tokens, t) for t in range(i, j)], bits[i:j], allow[i:j]))
        return out


def batch(items, rng):
    length = max(len(g) for g, _, _ in items)
    index = np.zeros((len(items), length), np.int64)
    bits = np.zeros((len(items), length, F.BITS), np.float32)
    mask, keep = np.zeros((len(items), length, 1), np.float32), np.ones((len(items), length, 1), np.float32)
    allow = np.ones((len(items), length), np.int64)
    known, flat, offsets = {}, [], []
    for b, (grams, bit, ok) in enumerate(items):
        for t, g in enumerate(grams):
            key = tuple(g)
            k = known.get(key)
            if k is None:
                k = known[key] = len(offsets)
                offsets.append(len(flat))
                flat += g
            index[b, t] = k
        n = len(grams)
        bits[b, :n], mask[b, :n], allow[b, :n] = bit, 1, ok
        x = rng.random()
        if x < 0.10:
            keep[b] = 0                              # shapes and lists alone
        elif x < 0.55:
            keep[b, :, 0] = np.random.rand(length) > 0.12
    return (torch.tensor(flat), torch.tensor(offsets), torch.from_numpy(index), torch.from_numpy(bits), torch.from_numpy(mask),
            torch.from_numpy(keep)), torch.from_numpy(allow)


def loss_of(logits, allow, mask):
    ok = (allow.unsqueeze(-1) >> torch.arange(len(F.TAGS)) & 1).bool() | ~mask.bool()
    loss = torch.logsumexp(logits, -1) - torch.logsumexp(logits.masked_fill(~ok, -1e9), -1)
    return (loss * mask.squeeze(-1)).sum() / mask.sum()


def widened(state, like):
    """A state of fewer bits: the new ones begin at nothing."""
    more = like["inp.weight"].shape[1] - state["inp.weight"].shape[1]
    if more:
        state["inp.weight"] = torch.cat([state["inp.weight"], torch.zeros(len(state["inp.weight"]), more)], 1)
    return state


def forever(items, rng):
    while True:
        rng.shuffle(items)
        yield from items


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("sources"), ap.add_argument("corpora"), ap.add_argument("carriers"), ap.add_argument("out")
    ap.add_argument("--minutes", type=float, default=30), ap.add_argument("--start"), ap.add_argument("--ordinary"), ap.add_argument("--found")
    ap.add_argument("--lr", type=float, default=3e-3), ap.add_argument("--seed", type=int, default=1), ap.add_argument("--tokens", type=int, default=2400)
    ap.add_argument("--synth", type=float, default=0.7)
    a = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    np.random.seed(a.seed)
    rng = random.Random(a.seed)
    gen = generator.Generator(a.sources, a.carriers, a.seed)
    for name in ("ordinary", "found"):
        if getattr(a, name):
            gen.load(name, getattr(a, name))
    enc = Encoder(F.Gazetteer.read(a.sources + "/gazetteer.bin"), a.seed)
    real = collections.defaultdict(list)
    for line in open(a.corpora, encoding="utf-8"):
        e = json.loads(line)
        real[e["l"]].append(e)
    streams = [forever(v, rng) for v in real.values()]
    shares = [min(len(v), 9000) ** 0.7 for v in real.values()]
    model = network.Tagger()
    if a.start:
        model.load_state_dict(widened(torch.load(a.start), model.state_dict()))
    opt = torch.optim.AdamW([{"params": model.rows.parameters(), "weight_decay": 0.0},
                             {"params": [p for n, p in model.named_parameters() if not n.startswith("rows")], "weight_decay": 0.01}], lr=a.lr, betas=(0.9, 0.98))
    mean = {k: v.clone() for k, v in model.state_dict().items()}
    started, step, total, run, budget = time.time(), 0, 0, collections.deque(maxlen=200), a.minutes * 60
    model.train()
    while True:
        pool = []
        while len(pool) < 800:
            pool += enc.encode(gen.example() if rng.random() < a.synth else next(rng.choices(streams, shares)[0]))
        pool.sort(key=lambda e: len(e[0]))
        batches, cur = [], []
        for e in pool:
            if cur and len(e[0]) * (len(cur) + 1) > a.tokens:
                batches.append(cur)
                cur = []
            cur.append(e)
        batches.append(cur)
        rng.shuffle(batches)
        for b in batches:
            done = (time.time() - started) / budget
            if done >= 1:
                torch.save(mean, a.out)
                print("steps", step, "tokens", total, "seconds", int(time.time() - started))
                return
            for g in opt.param_groups:
                g["lr"] = a.lr * min(1, (step + 1) / 200) * max(0.01, 1 - done)
            x, allow = batch(b, rng)
            loss = loss_of(model(*x), allow, x[4])
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            opt.step()
            share = min(0.998, step / (step + 10))
            for k, v in model.state_dict().items():
                mean[k].mul_(share).add_(v, alpha=1 - share)
            run.append(loss.item())
            total += int(x[4].sum())
            step += 1
            if step % 100 == 0:
                print(f"{step} loss {np.mean(run):.4f} tokens {total} {time.time() - started:.0f}s", flush=True)
            if step % 300 == 0:
                torch.save(mean, a.out)


if __name__ == "__main__":
    main()
