"""Trains the names model for a given time on one thread.

usage: train.py SOURCES ASSETS OUT.pt --minutes 20 [--start FROM.pt] [--lr 2e-3] [--seed 1]

With --pieces (the vocabulary of the accurate tier, beside a --start of sentence_encoder.py) the tables of the features stay as they are, since
both tiers share them, and only the network learns.
"""
import argparse
import collections
import json
import random
import time

import numpy as np
import torch

import data as D
import features as F
import network

EN = ("multiconer", "broad", "wnut", "wikigold", "crossner", "litbank", "gum", "snips", "slurp")


def loss_of(logits, allow, mask):
    bits = torch.arange(len(F.TAGS))
    ok = (allow.unsqueeze(-1) >> bits & 1).bool() | ~mask.bool()
    good = torch.logsumexp(logits.masked_fill(~ok, -1e9), -1)
    loss = torch.logsumexp(logits, -1) - good
    return (loss * mask.squeeze(-1)).sum() / mask.sum()


def groups(model):
    """What learns, and how fast: beside an encoder, the parts that were trained before learn slower."""
    if model.encoder is None:
        return [{"params": list(model.parameters()), "part": 1.0}]
    for p in [model.missing, *model.tables.parameters()]:
        p.requires_grad = False
    new, known = [*model.join.parameters(), *model.encoder.norm3.parameters()], [*model.inp.parameters(), *model.blocks.parameters(),
                                                                                *model.norm.parameters(), *model.out.parameters()]
    listed = {id(p) for p in new + known}
    rest = [p for p in model.parameters() if p.requires_grad and id(p) not in listed]
    return [{"params": new, "part": 1.0}, {"params": known, "part": 0.5}, {"params": rest, "part": 0.3}]


def follow(mean, model, share):
    """Moves the running mean of the weights."""
    for k, v in model.state_dict().items():
        mean[k].mul_(share).add_(v, alpha=1 - share)


def forever(items, rng):
    while True:
        rng.shuffle(items)
        yield from items


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("sources"), ap.add_argument("assets"), ap.add_argument("out")
    ap.add_argument("--minutes", type=float, default=20), ap.add_argument("--start")
    ap.add_argument("--lr", type=float, default=2e-3), ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--synth", type=float, default=0.37), ap.add_argument("--other", type=float, default=0.13)
    ap.add_argument("--clean", type=float, default=0.14), ap.add_argument("--tokens", type=int, default=2400)
    ap.add_argument("--pieces"), ap.add_argument("--organizations", type=float, default=0.0)
    ap.add_argument("--tweets", type=int, default=1), ap.add_argument("--average", type=float, default=0.0)
    a = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    assets = F.Assets(a.assets)
    src = D.Source(assets, a.sources, a.seed, F.Pieces.read(a.pieces)[0] if a.pieces else None, a.organizations)
    real = [json.loads(l) for l in open(a.sources + "/corpora.jsonl", encoding="utf-8")]
    en = [i for i in real if i["c"].startswith(EN)]
    # SNIPS and MultiCoNER are large and narrow: a part of them each round
    en = [i for i in en if not (i["c"] == "snips" and rng.random() < 0.5)]
    en += [i for i in en if i["c"].startswith(("broad", "wnut"))] * (a.tweets - 1)
    other = [i for i in real if not i["c"].startswith(EN)]
    other = [i for i in other if not (i["c"] in ("ler", "lener", "mobie") and not i["s"] and rng.random() < 0.7)]
    print(len(en), "English,", len(other), "other", flush=True)
    clean = [json.loads(l) for l in open(a.sources + "/clean.jsonl", encoding="utf-8")]
    streams = forever(en, rng), forever(other, rng), forever(clean, rng)

    def draw():
        x = rng.random()
        if x < a.synth:
            return src.maker.example()
        x -= a.synth
        return next(streams[1 if x < a.other else 2 if x < a.other + a.clean else 0])

    model = network.load(a.start) if a.start else network.Tagger()
    opt = torch.optim.AdamW(groups(model), lr=a.lr, weight_decay=0.01, betas=(0.9, 0.98))
    mean = {k: v.clone() for k, v in model.state_dict().items()} if a.average else None
    started, step, total, run = time.time(), 0, 0, collections.deque(maxlen=200)
    budget = a.minutes * 60
    model.train()
    while True:
        pool = [e for e in (src.encode(draw()) for _ in range(600)) if e]
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
                torch.save(mean or model.state_dict(), a.out)
                print("steps", step, "tokens", total, "seconds", int(time.time() - started))
                return
            for g in opt.param_groups:
                g["lr"] = a.lr * g["part"] * min(1, (step + 1) / 200) * max(0.01, 1 - done)
            u, index, bits, mask, allow, pieces = D.batch(b, assets)
            loss = loss_of(model(u, index, bits, mask, pieces), allow, mask)
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            opt.step()
            if mean:
                follow(mean, model, min(a.average, step / (step + 10)))
            run.append(loss.item())
            total += int(mask.sum())
            step += 1
            if step % 200 == 0:
                print(f"{step} loss {np.mean(run):.4f} tokens {total} {time.time() - started:.0f}s", flush=True)
            if step % 500 == 0:
                torch.save(mean or model.state_dict(), a.out)
        if len(assets.cache) > 600000:
            assets.cache.clear()


if __name__ == "__main__":
    main()
