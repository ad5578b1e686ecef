"""The network (gated dilated convolutions over the features, in the accurate tier with one layer of a Transformer over word pieces beside
them) and its export to ONNX, float or int8."""
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
ATTENTION, HEADS, STATE = 256, 4, 512
FEATURES_OUT = 0.2                   # share of the texts that training shows to the encoder alone, so that it does not lean on the features


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


class Encoder(nn.Module):
    """One pre-norm Transformer layer over one row a token: [B, T, 256] -> [B, T, 512]."""

    def __init__(self, hidden):
        super().__init__()
        self.register_buffer("timing", torch.zeros(F.MAX_BLOCK, F.PIECE_DIM))
        self.norm1 = nn.LayerNorm(F.PIECE_DIM, 1e-6)
        self.qkv = nn.Linear(F.PIECE_DIM, 3 * ATTENTION)
        self.out = nn.Linear(ATTENTION, STATE)
        self.residual = nn.Linear(F.PIECE_DIM, STATE)
        self.norm2 = nn.LayerNorm(STATE, 1e-6)
        self.up = nn.Linear(STATE, hidden)
        self.down = nn.Linear(hidden, STATE)
        self.norm3 = nn.LayerNorm(STATE, 1e-6)

    def attend(self, x, mask):
        b, t, _ = x.shape
        q, k, v = (z.view(b, t, HEADS, -1).transpose(1, 2) for z in self.qkv(self.norm1(x)).split(ATTENTION, -1))
        score = q @ k.transpose(-1, -2) + (1 - mask).view(b, 1, 1, t) * -1e9
        y = (torch.softmax(score, -1) @ v).transpose(1, 2).reshape(b, t, -1)
        return self.out(y) + self.residual(x)

    def forward(self, x, mask):
        x = self.attend(x + self.timing[:x.shape[1]], mask)
        return self.norm3(x + self.down(TF.relu(self.up(self.norm2(x)))))


class Tagger(nn.Module):
    def __init__(self, width=WIDTH, drop=0.1, encoder=0, pieces=0):
        """encoder: hidden units of its feed-forward part, 0 for none; pieces: size of its vocabulary."""
        super().__init__()
        self.encoder = None
        if encoder:
            self.pieces = nn.EmbeddingBag(pieces, F.PIECE_DIM, mode="sum")
            self.encoder = Encoder(encoder)
            self.join = nn.Linear(STATE, width)
            self.drop_state = nn.Dropout(drop)
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

    def encode(self, x, mask, rows=None, keep=1.0):
        """Logits of features [B, T, 292] and, with an encoder, rows of pieces [B, T, 256]; keep [B, 1, 1] is 0 where the features are left out."""
        x = self.inp(x) * keep
        if self.encoder is not None:
            x = x + self.join(self.drop_state(self.encoder(rows, mask)))
        x = TF.relu(x)
        for b in self.blocks:
            x = b(x, mask)
        return self.out(self.norm(x))

    def forward(self, unique, index, bits, mask, pieces=None):
        e = self.drop_in(self.embed(*unique)[index])
        if self.encoder is None:
            return self.encode(torch.cat([e, bits], -1), mask)
        ids, offsets, counts, at = pieces
        keep = (torch.rand(len(index), 1, 1) >= FEATURES_OUT).float() if self.training else 1.0
        return self.encode(torch.cat([e, bits], -1), mask, (self.pieces(ids, offsets) / counts)[at], keep)


def load(checkpoint):
    """The network of a checkpoint, by the shapes in it."""
    state = torch.load(checkpoint)
    hidden = len(state["encoder.up.bias"]) if "encoder.up.bias" in state else 0
    model = Tagger(encoder=hidden, pieces=len(state["pieces.weight"]) if hidden else 0)
    model.load_state_dict(state)
    return model


def run(model, x):
    """Logits [T, 17] of the input of one block: features, then rows of pieces."""
    x = torch.from_numpy(x)[None]
    with torch.no_grad():
        return model.encode(x[..., :F.FEATURES], torch.ones(1, x.shape[1], 1), x[..., F.FEATURES:])[0].numpy()


def write_assets(model, folder, quantised=True):
    if model.encoder is None:
        F.write_tables(folder + "/tables.bin", model.missing.detach().numpy(), {n: model.tables["t_" + n].weight.detach().numpy() for n, _, _ in F.TABLES})
    else:                                           # the accurate tier takes the tables of the fast one
        F.Pieces.read(folder + "/pieces.bin")[0].write(folder + "/pieces.bin", model.pieces.weight.detach().numpy())
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

    def numbers(*n):
        return init(np.array(n, np.int64))

    def encode(x, e):
        length = node("Slice", [node("Shape", [x]), numbers(1), numbers(2)])
        x = node("Add", [x, node("Slice", [init(arr(e.timing)), numbers(0), length, numbers(0)])])
        q, k, v = node("Split", [linear(norm(x, e.norm1), e.qkv), numbers(*[ATTENTION] * 3)], 3, axis=-1)
        heads = numbers(1, -1, HEADS, ATTENTION // HEADS)
        q, k, v = (node("Transpose", [node("Reshape", [z, heads])], perm=p) for z, p in ((q, [0, 2, 1, 3]), (k, [0, 2, 3, 1]), (v, [0, 2, 1, 3])))
        y = node("MatMul", [node("Softmax", [node("MatMul", [q, k])], axis=-1), v])
        y = node("Reshape", [node("Transpose", [y], perm=[0, 2, 1, 3]), numbers(1, -1, ATTENTION)])
        x = node("Add", [linear(y, e.out), linear(x, e.residual)])
        return norm(node("Add", [x, linear(node("Relu", [linear(norm(x, e.norm2), e.up)]), e.down)]), e.norm3)

    x, inputs = linear("x", model.inp), [H.make_tensor_value_info("x", TP.FLOAT, [1, "T", F.FEATURES])]
    if model.encoder is not None:
        x = node("Add", [x, linear(encode("pieces", model.encoder), model.join)])
        inputs.append(H.make_tensor_value_info("pieces", TP.FLOAT, [1, "T", F.PIECE_DIM]))
    x = node("Relu", [x])
    axis, end = numbers(1), numbers(2 ** 31 - 1)
    for b in model.blocks:
        k = b.dilation
        y = norm(x, b.norm)
        p = node("Pad", [y, numbers(0, k, 0, 0, k, 0)])
        left = node("Slice", [p, numbers(0), numbers(-2 * k), axis])
        right = node("Slice", [p, numbers(2 * k), end, axis])
        y = linear(node("Concat", [left, y, right], axis=-1), b.lin)
        w = model.inp.out_features
        u, v = node("Split", [y, numbers(w, w)], 2, axis=-1)
        x = node("Add", [x, node("Mul", [u, node("Sigmoid", [v])])])
    y = linear(norm(x, model.norm), model.out)
    nodes.append(H.make_node("Identity", [y], ["logits"]))
    g = H.make_graph(nodes, "names", inputs, [H.make_tensor_value_info("logits", TP.FLOAT, [1, "T", len(F.TAGS)])], inits)
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

    def encode(self, x, e):
        x = x + e.timing[:len(x)].numpy()
        q, k, v = (z.reshape(len(x), HEADS, -1).transpose(1, 0, 2) for z in np.split(self.linear(self.norm(x, e.norm1), e.qkv), 3, -1))
        score = q @ k.transpose(0, 2, 1)
        score = np.exp(score - score.max(-1, keepdims=True))
        y = (score / score.sum(-1, keepdims=True) @ v).transpose(1, 0, 2).reshape(len(x), -1)
        x = self.linear(y, e.out) + self.linear(x, e.residual)
        return self.norm(x + self.linear(np.maximum(self.linear(self.norm(x, e.norm2), e.up), 0), e.down), e.norm3)

    def __call__(self, x):
        """Logits [T, 17] of the input of one block: features, then rows of pieces."""
        x, rows = x[:, :F.FEATURES], x[:, F.FEATURES:]
        x = self.linear(x, self.m.inp)
        if self.m.encoder is not None:
            x = x + self.linear(self.encode(rows, self.m.encoder), self.m.join)
        x = np.maximum(x, 0)
        for b in self.m.blocks:
            k = b.dilation
            y = self.norm(x, b.norm)
            p = np.pad(y, ((k, k), (0, 0)))
            y = self.linear(np.concatenate([p[:-2 * k], y, p[2 * k:]], -1), b.lin)
            u, v = np.split(y, 2, -1)
            x = x + u / (1 + np.exp(-v))
        return self.linear(self.norm(x, self.m.norm), self.m.out)
