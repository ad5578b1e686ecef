"""Writes tables.bin or pieces.bin and model.onnx (int8) of a checkpoint into a model folder. usage: export.py CHECKPOINT FOLDER [CASES]

For the accurate tier the folder holds the pieces.bin that its training started from, and stands beside names-fast.

With CASES it also writes inputs and expected logits there, to compare the graph in onnxruntime with its numpy form.
"""
import json
import os
import sys

import features as F
import golden
import network


def main(checkpoint, folder, cases=None):
    model = network.load(checkpoint).eval()
    network.write_assets(model, folder)
    if not cases:
        return
    os.makedirs(cases, exist_ok=True)
    front, net = F.FrontEnd(folder, model.encoder is not None), network.Int8(model)
    listed = []
    for k, text in enumerate(golden.TEXTS):
        tokens = F.tokenize(text)
        for a, b in F.blocks(text, tokens):
            _, x = front.block(text, tokens[a:b])
            x.astype("<f4").tofile(f"{cases}/{k}_{a}.x")
            net(x).astype("<f4").tofile(f"{cases}/{k}_{a}.y")
            listed.append({"x": f"{k}_{a}.x", "y": f"{k}_{a}.y", "t": b - a})
    with open(cases + "/cases.json", "w", encoding="utf-8") as f:
        json.dump(listed, f)


if __name__ == "__main__":
    main(*sys.argv[1:4])
