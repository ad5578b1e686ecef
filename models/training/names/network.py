"""The network (gated dilated convolutions over the features) and its export to ONNX, float or int8."""
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
# 7 bits: on processors without VNNI, onnxruntime adds pairs of u8 x s8 products in 16 bits, which 8 bits would overflow
LEVELS = 63


class Block(nn.Module):
    def __init__(self, d, dilation, drop):
        super().__init__()
        self.dilation = dilation
        self.norm = nn.LayerNorm(d)
        self.lin = nn.Linear(3 * d, 2 * d)
        self.drop = nn.Dropout(drop)

    def forward(self, x, mask):
        k = self.dilation
        y = self.norm(x) * mask
        p = TF.pad(y, (0, 0, k, k))
        y = self.lin(torch.cat([p[:, :-2 * k], y, p[:, 2 * k:]], -1))
        return x + self.drop(TF.glu(y, -1))


class Tagger(nn.Module):
    def __init__(self, width=WIDTH, drop=0.1):
        super().__init__()
        self.missing = nn.Parameter(torch.zeros(F.VEC_DIM))
        self.tables = nn.ModuleDict()
        for name, rows, dim in F.TABLES:
            if name == "ngram":
                e = nn.EmbeddingBag(rows, dim, mode="sum")
            else:
                e = nn.Embedding(rows, dim)
            nn.init.normal_(e.weight, 0, 0.1)
            self.tables["t_" + name] = e
        self.drop_in = nn.Dropout(drop)
        self.inp = nn.Linear(F.FEATURES, width)
        self.blocks = nn.ModuleList(Block(width, k, drop) for k in DILATIONS)
        self.norm = nn.LayerNorm(width)
        self.out = nn.Linear(width, len(F.TAGS))

    def embed(self, vec, missing, grams, offsets, counts, ids):
        """Features of distinct tokens: vec [U,100], missing [U,1], grams flat + offsets, counts [U,1], ids [U,4]."""
        t = self.tables
        v = vec + missing * self.missing
        g = t["t_ngram"](grams, offsets) / counts
        return torch.cat([v, g] + [t["t_" + n](ids[:, k]) for k, n in enumerate(("shape", "prefix", "suffix", "word"))], -1)

    def encode(self, x, mask):
        x = TF.relu(self.inp(x))
        for b in self.blocks:
            x = b(x, mask)
        return self.out(self.norm(x))

    def forward(self, unique, index, bits, mask):
        e = self.drop_in(self.embed(*unique)[index])
        return self.encode(torch.cat([e, bits], -1), mask)


def write_assets(model, folder, quantised=True):
    tables = {n: model.tables["t_" + n].weight.detach().numpy() for n, _, _ in F.TABLES}
    F.write_tables(folder + "/tables.bin", model.missing.detach().numpy(), tables)
    onnx.save(to_onnx(model, quantised), folder + "/model.onnx")


def to_onnx(model, int8):
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
        if int8 and w.shape[1] > 32:
            s = np.maximum(np.abs(w).max(0) / LEVELS, 1e-9).astype(np.float32)
            q = np.clip(np.round(w / s), -LEVELS, LEVELS).astype(np.int8)
            xq, xs, xz = node("DynamicQuantizeLinear", [x], 3)
            y = node("MatMulInteger", [xq, init(q, "w"), xz, init(np.zeros(w.shape[1], np.int8), "z")])
            y = node("Mul", [node("Cast", [y], to=TP.FLOAT), node("Mul", [xs, init(s, "s")])])
            return node("Add", [y, init(b, "b")])
        return node("Add", [node("MatMul", [x, init(w, "w")]), init(b, "b")])

    def norm(x, m):
        d = node("Sub", [x, node("ReduceMean", [x], axes=[-1])])
        v = node("ReduceMean", [node("Mul", [d, d])], axes=[-1])
        y = node("Div", [d, node("Sqrt", [node("Add", [v, init(np.array(m.eps, np.float32))])])])
        return node("Add", [node("Mul", [y, init(arr(m.weight))]), init(arr(m.bias))])

    x = node("Relu", [linear("x", model.inp)])
    axis = init(np.array([1], np.int64))
    end = init(np.array([2 ** 31 - 1], np.int64))
    for b in model.blocks:
        k = b.dilation
        y = norm(x, b.norm)
        p = node("Pad", [y, init(np.array([0, k, 0, 0, k, 0], np.int64))])
        left = node("Slice", [p, init(np.array([0], np.int64)), init(np.array([-2 * k], np.int64)), axis])
        right = node("Slice", [p, init(np.array([2 * k], np.int64)), end, axis])
        y = linear(node("Concat", [left, y, right], axis=-1), b.lin)
        w = model.inp.out_features
        u, v = node("Split", [y, init(np.array([w, w], np.int64))], 2, axis=-1)
        x = node("Add", [x, node("Mul", [u, node("Sigmoid", [v])])])
    y = linear(norm(x, model.norm), model.out)
    nodes.append(H.make_node("Identity", [y], ["logits"]))
    g = H.make_graph(nodes, "names", [H.make_tensor_value_info("x", TP.FLOAT, [1, "T", F.FEATURES])],
                     [H.make_tensor_value_info("logits", TP.FLOAT, [1, "T", len(F.TAGS)])], inits)
    m = H.make_model(g, opset_imports=[H.make_opsetid("", 14)])
    m.ir_version = 8
    onnx.checker.check_model(m)
    return m


class Int8:
    """The int8 graph in numpy, step for step as onnxruntime runs it; for golden values and to measure the loss."""

    def __init__(self, model):
        self.m = model
        self.q = {}

    def linear(self, x, lin):
        w, b = lin.weight.detach().numpy().T, lin.bias.detach().numpy()
        if w.shape[1] <= 32:
            return x @ w + b
        if lin not in self.q:
            s = np.maximum(np.abs(w).max(0) / LEVELS, 1e-9).astype(np.float32)
            self.q[lin] = np.clip(np.round(w / s), -LEVELS, LEVELS).astype(np.float32), s
        q, s = self.q[lin]
        low, high = min(0.0, x.min()), max(0.0, x.max())
        xs = np.float32((high - low) / 255) or np.float32(1)
        zero = np.float32(np.clip(np.round(-low / xs), 0, 255))
        xq = np.clip(np.round(x / xs) + zero, 0, 255) - zero
        return (xq @ q) * (xs * s) + b

    @staticmethod
    def norm(x, m):
        d = x - x.mean(-1, keepdims=True)
        return d / np.sqrt((d * d).mean(-1, keepdims=True) + m.eps) * m.weight.detach().numpy() + m.bias.detach().numpy()

    def __call__(self, x):
        x = np.maximum(self.linear(x, self.m.inp), 0)
        for b in self.m.blocks:
            k = b.dilation
            y = self.norm(x, b.norm)
            p = np.pad(y, ((k, k), (0, 0)))
            y = self.linear(np.concatenate([p[:-2 * k], y, p[2 * k:]], -1), b.lin)
            u, v = np.split(y, 2, -1)
            x = x + u / (1 + np.exp(-v))
        return self.linear(self.norm(x, self.m.norm), self.m.out)
