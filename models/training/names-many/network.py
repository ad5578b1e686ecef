"""The network: a mean of rows of n-grams and bits, gated dilated convolutions, tags; and its export to eight-bit ONNX."""
import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as TF
from onnx import TensorProto as TP
from onnx import helper as H
from onnx import numpy_helper as NH

import features as F

WIDTH = 128
DILATIONS = (1, 2, 4, 8, 1)
INPUT = F.DIM + F.BITS
LEVELS = 63                       # seven bits: see names-fast
ROW_LEVELS = 127


class Block(nn.Module):
    def __init__(self, d, dilation, drop):
        super().__init__()
        self.dilation, self.norm, self.lin, self.drop = dilation, nn.LayerNorm(d), nn.Linear(3 * d, 2 * d), nn.Dropout(drop)

    def forward(self, x, mask):
        k = self.dilation
        y = self.norm(x) * mask
        p = TF.pad(y, (0, 0, k, k))
        return x + self.drop(TF.glu(self.lin(torch.cat([p[:, :-2 * k], y, p[:, 2 * k:]], -1)), -1))


class Tagger(nn.Module):
    def __init__(self, drop=0.1):
        super().__init__()
        self.rows = nn.EmbeddingBag(F.ROWS, F.DIM, mode="mean")
        nn.init.normal_(self.rows.weight, 0, 0.05)
        self.drop_in = nn.Dropout(drop)
        self.inp = nn.Linear(INPUT, WIDTH)
        self.blocks = nn.ModuleList(Block(WIDTH, k, drop) for k in DILATIONS)
        self.norm = nn.LayerNorm(WIDTH)
        self.out = nn.Linear(WIDTH, len(F.TAGS))

    def forward(self, grams, offsets, index, bits, mask, keep):
        """grams, offsets: rows of distinct tokens; index [B, T]; keep [B, T, 1]: zero where the letters are hidden."""
        e = self.drop_in(self.rows(grams, offsets)[index] * keep)
        return self.encode(torch.cat([e, bits], -1), mask)

    def encode(self, x, mask):
        x = TF.relu(self.inp(x))
        for b in self.blocks:
            x = b(x, mask)
        return self.out(self.norm(x))


def quantised_rows(model):
    """Rows in eight bits with one scale for each number of a row."""
    w = model.rows.weight.detach().numpy()
    scale = np.maximum(np.quantile(np.abs(w), 0.9995, axis=0) / ROW_LEVELS, 1e-9).astype(np.float32)
    return np.clip(np.round(w / scale), -ROW_LEVELS, ROW_LEVELS).astype(np.int8), scale


def write_rows(model, path):
    import struct
    rows, scale = quantised_rows(model)
    with open(path, "wb") as f:
        f.write(b"RNMR" + struct.pack("<3I", 1, *rows.shape) + scale.tobytes() + rows.tobytes())


def inputs(text, tokens, low, rows, scale, gaz):
    """[T, INPUT] as the front end makes it."""
    x = np.zeros((len(tokens), INPUT), np.float32)
    for t in range(len(tokens)):
        g = F.grams(text, low, tokens, t)
        x[t, :F.DIM] = rows[g].astype(np.int32).sum(0) * (scale / np.float32(len(g)))
    x[:, F.DIM:] = F.bits(text, low, tokens, gaz)
    return x


def logits(model, x):
    with torch.no_grad():
        return model.encode(torch.from_numpy(x)[None], torch.ones(1, len(x), 1))[0].numpy()


def to_onnx(model):
    nodes, inits, count = [], [], [0]

    def name(p):
        count[0] += 1
        return f"{p}{count[0]}"

    def init(a, p="c"):
        n = name(p)
        inits.append(NH.from_array(np.ascontiguousarray(a), n))
        return n

    def node(op, ins, n=1, **k):
        outs = [name(op) for _ in range(n)]
        nodes.append(H.make_node(op, ins, outs, **k))
        return outs[0] if n == 1 else outs

    def arr(t):
        return t.detach().numpy().astype(np.float32)

    def linear(x, lin):
        w, b = arr(lin.weight).T, arr(lin.bias)
        if w.shape[1] <= 32:
            return node("Add", [node("MatMul", [x, init(w, "w")]), init(b, "b")])
        s = np.maximum(np.abs(w).max(0) / LEVELS, 1e-9).astype(np.float32)
        q = np.clip(np.round(w / s), -LEVELS, LEVELS).astype(np.int8)
        xq, xs, xz = node("DynamicQuantizeLinear", [x], 3)
        y = node("MatMulInteger", [xq, init(q, "w"), xz, init(np.zeros(w.shape[1], np.int8), "z")])
        y = node("Mul", [node("Cast", [y], to=TP.FLOAT), node("Mul", [xs, init(s, "s")])])
        return node("Add", [y, init(b, "b")])

    def norm(x, m):
        d = node("Sub", [x, node("ReduceMean", [x], axes=[-1])])
        v = node("ReduceMean", [node("Mul", [d, d])], axes=[-1])
        y = node("Div", [d, node("Sqrt", [node("Add", [v, init(np.array(m.eps, np.float32))])])])
        return node("Add", [node("Mul", [y, init(arr(m.weight))]), init(arr(m.bias))])

    def numbers(*n):
        return init(np.array(n, np.int64))

    x = node("Relu", [linear("x", model.inp)])
    axis, end = numbers(1), numbers(2 ** 31 - 1)
    for b in model.blocks:
        k = b.dilation
        y = norm(x, b.norm)
        p = node("Pad", [y, numbers(0, k, 0, 0, k, 0)])
        left, right = node("Slice", [p, numbers(0), numbers(-2 * k), axis]), node("Slice", [p, numbers(2 * k), end, axis])
        y = linear(node("Concat", [left, y, right], axis=-1), b.lin)
        u, v = node("Split", [y, numbers(WIDTH, WIDTH)], 2, axis=-1)
        x = node("Add", [x, node("Mul", [u, node("Sigmoid", [v])])])
    nodes.append(H.make_node("Identity", [linear(norm(x, model.norm), model.out)], ["logits"]))
    g = H.make_graph(nodes, "names-many", [H.make_tensor_value_info("x", TP.FLOAT, [1, "T", INPUT])],
                     [H.make_tensor_value_info("logits", TP.FLOAT, [1, "T", len(F.TAGS)])], inits)
    m = H.make_model(g, opset_imports=[H.make_opsetid("", 14)])
    m.ir_version = 8
    onnx.checker.check_model(m)
    return m
