"""Trains the head on features of drawn lines: python3 train.py OUT.pt MINUTES HELD CHUNK…

Goes on from OUT.pt where there is one. A chunk is a name: NAME.f32 holds the features of its lines, each 384 x steps, NAME.len the steps of each, NAME.txt the texts.
"""
import pathlib
import random
import sys
import time

import numpy as np
import torch
from torch import nn

from alphabets import CLASSES, target
from net import FEATURES, Head

INDEX = {c: i + 1 for i, c in enumerate(CLASSES)}
STEPS = 6000  # of features in a batch


def lines_of(chunk):
    features = np.memmap(chunk + ".f32", np.float32, "r")
    with open(chunk + ".len", encoding="ascii") as file:
        lengths = [int(line) for line in file]
    with open(chunk + ".txt", encoding="utf-8") as file:
        texts = file.read().split("\n")[:-1]
    assert len(lengths) == len(texts)
    at = 0
    for length, text in zip(lengths, texts):
        values = features[at:at + FEATURES * length].reshape(FEATURES, length)
        at += FEATURES * length
        labels = [INDEX[c] for c in target(text)]
        if len(labels) + sum(a == b for a, b in zip(labels, labels[1:])) < length:
            yield values.astype(np.float16), labels, text


def batches(lines, shuffle):
    order = sorted(range(len(lines)), key=lambda i: lines[i][0].shape[1] + (random.random() * 12 if shuffle else 0))
    made, batch = [], []
    for i in order:
        if batch and (len(batch) + 1) * max(lines[i][0].shape[1], lines[batch[-1]][0].shape[1]) > STEPS:
            made.append(batch)
            batch = []
        batch.append(i)
    made.append(batch)
    if shuffle:
        random.shuffle(made)
    return made


def tensors(lines, batch):
    longest = max(lines[i][0].shape[1] for i in batch)
    x, shown = torch.zeros(len(batch), FEATURES, longest), torch.zeros(len(batch), 1, longest)
    for row, i in enumerate(batch):
        length = lines[i][0].shape[1]
        x[row, :, :length], shown[row, :, :length] = torch.from_numpy(lines[i][0].astype(np.float32)), 1
    return x, shown


def read(scores):
    best, text, before = scores.argmax(-1).tolist(), "", 0
    for c in best:
        if c not in (0, before):
            text += CLASSES[c - 1]
        before = c
    return text


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def kind(text):
    if any("\u0370" <= c < "\u0400" for c in text):
        return "greek"
    return "cyrillic" if any("\u0400" <= c < "\u0530" for c in text) else "else"


def evaluate(model, lines, show=0):
    model.eval()
    wrong, of, shown = {}, {}, []
    with torch.no_grad():
        for batch in batches(lines, False):
            x, seen = tensors(lines, batch)
            for row, (i, scores) in enumerate(zip(batch, model(x, seen))):
                got, want = read(scores[:, :int(seen[row].sum())].T), target(lines[i][2])
                script = kind(want)
                away = distance(got, want)
                wrong[script], of[script] = wrong.get(script, 0) + away, of.get(script, 0) + len(want)
                if away:
                    shown.append(f"{want}  ->  {got}")
    random.Random(1).shuffle(shown)
    print(" ".join(f"{k} {wrong[k] / of[k]:.4f}" for k in sorted(of)), flush=True)
    for line in shown[:show]:
        print("   ", line)
    model.train()


def main(out, minutes, held, *chunks):
    torch.manual_seed(5)
    random.seed(5)
    torch.set_num_threads(1)
    lines = [line for chunk in chunks for line in lines_of(chunk)]
    tests = list(lines_of(held))
    model = Head(len(CLASSES) + 1)
    if pathlib.Path(out).exists():
        model.load_state_dict(torch.load(out))
    start, limit, rate = time.time(), float(minutes) * 60, 2e-3
    steps = torch.optim.AdamW(model.parameters(), rate, weight_decay=0.02)
    loss_of = nn.CTCLoss(zero_infinity=True)
    done = losses = 0
    print(len(lines), "lines", sum(p.numel() for p in model.parameters()), "weights", flush=True)
    while time.time() - start < limit:
        for batch in batches(lines, True):
            share = (time.time() - start) / limit
            if share >= 1:
                break
            for group in steps.param_groups:
                group["lr"] = rate * min(1, (done + 1) / 100) * (0.5 + 0.5 * np.cos(np.pi * share)) + 1e-5
            x, seen = tensors(lines, batch)
            x = nn.functional.dropout(x + 0.05 * torch.randn_like(x) * x.std(), 0.05) * seen
            scores = model(x, seen).log_softmax(1).permute(2, 0, 1)
            labels = [torch.tensor(lines[i][1]) for i in batch]
            loss = loss_of(scores, torch.cat(labels), seen.sum((1, 2)).long(), torch.tensor([len(t) for t in labels]))
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2)
            steps.step()
            done += 1
            losses += (loss.item() - losses) * max(0.02, 1 / done)
        torch.save(model.state_dict(), out)
        print(f"{time.time() - start:.0f} s, {done} steps, loss {losses:.3f}", end=" ", flush=True)
        evaluate(model, tests, 12 if time.time() - start >= limit else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
