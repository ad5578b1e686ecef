"""Writes golden.json: what the trained net says of made-up features: python3 golden.py HEAD.pt golden.json"""
import json
import math
import sys

import torch

from alphabets import CLASSES
from net import FEATURES, Head

STEPS = 12


def main(head, out):
    model = Head(len(CLASSES) + 1)
    model.load_state_dict(torch.load(head, map_location="cpu"))
    model.eval()
    features = torch.tensor([math.sin(i * 0.37 + (i // STEPS) ** 2) for i in range(FEATURES * STEPS)]).reshape(1, FEATURES, STEPS)
    with torch.no_grad():
        scores = model(features).softmax(1)[0].T
    best = [{"class": int(row.argmax()), "score": round(float(row.max()), 6), "blank": round(float(row[0]), 6)} for row in scores]
    with open(out, "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(b) for b in best) + "\n]\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
