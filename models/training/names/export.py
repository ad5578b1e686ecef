"""Writes tables.bin and model.onnx (int8) of a checkpoint into a model folder. usage: export.py CHECKPOINT FOLDER [CASES]

With CASES it also writes inputs and expected logits there, to compare the graph in onnxruntime with its numpy form.
"""
import json
import os
import sys

import numpy as np
import torch

import features as F
import golden
import network


def main(checkpoint, folder, cases=None):
    model = network.Tagger()
    model.load_state_dict(torch.load(checkpoint))
    network.write_assets(model.eval(), folder)
    if not cases:
        return
    os.makedirs(cases, exist_ok=True)
    assets, tables, net = F.Assets(folder), F.Tables(folder + "/tables.bin"), network.Int8(model)
    listed = []
    for k, text in enumerate(golden.TEXTS):
        tokens = F.tokenize(text)
        for a, b in F.blocks(text, tokens):
            words = [assets.word(text[s:e]) for s, e, _ in tokens[a:b]]
            x = F.block_features(assets, tables, words, [t[2] for t in tokens[a:b]])
            x.astype("<f4").tofile(f"{cases}/{k}_{a}.x")
            net(x).astype("<f4").tofile(f"{cases}/{k}_{a}.y")
            listed.append({"x": f"{k}_{a}.x", "y": f"{k}_{a}.y", "t": b - a})
    with open(cases + "/cases.json", "w", encoding="utf-8") as f:
        json.dump(listed, f)


if __name__ == "__main__":
    main(*sys.argv[1:4])
