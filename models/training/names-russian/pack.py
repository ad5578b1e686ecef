"""Packs slovnet's Russian names (MIT) into what the C# front end reads: model.onnx and words.bin.

    PYTHONPATH=WHEELS python3 pack.py NET.tar VECTORS.tar FOLDER [WORDS]

NET.tar and VECTORS.tar are the files of natasha 1.6.0 (slovnet_ner_news_v1, navec_news_v1_1B_250K_300d_100q). Of the words the most
frequent are kept (60,000 unless told). Needs numpy and torch; navec and slovnet are read, not changed.
"""
import struct
import sys

import numpy as np
import torch
from navec import Navec
from slovnet import NER

TAGS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]


def fnv(word):
    value = 0xCBF29CE484222325
    for byte in word.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


class Net(torch.nn.Module):
    """The convolutions with what follows each, and the projection to the tags in our order."""

    def __init__(self, model, order):
        super().__init__()
        self.layers = torch.nn.ModuleList()
        self.scales, self.shifts = torch.nn.ParameterList(), torch.nn.ParameterList()
        for layer in model.encoder.layers:
            weight = torch.tensor(layer.conv.weight.array.copy())
            conv = torch.nn.Conv1d(weight.shape[1], weight.shape[0], weight.shape[2], padding=layer.conv.padding)
            conv.weight.data, conv.bias.data = weight, torch.tensor(layer.conv.bias.array.copy())
            self.layers.append(conv)
            scale = layer.norm.weight.array / layer.norm.std.array
            self.scales.append(torch.nn.Parameter(torch.tensor(scale)[None, :, None]))
            self.shifts.append(torch.nn.Parameter(torch.tensor(layer.norm.bias.array - layer.norm.mean.array * scale)[None, :, None]))
        self.weight = torch.nn.Parameter(torch.tensor(model.head.proj.weight.array[:, order].copy()))
        self.bias = torch.nn.Parameter(torch.tensor(model.head.proj.bias.array[order].copy()))

    def forward(self, x):
        x = x.transpose(1, 2)
        for conv, scale, shift in zip(self.layers, self.scales, self.shifts):
            x = torch.relu(conv(x)) * scale + shift
        return torch.matmul(x.transpose(1, 2), self.weight) + self.bias


def main(net, vectors, folder, count=60000):
    navec = Navec.load(vectors)
    ner = NER.load(net)
    ner.navec(navec)
    infer = ner.infer
    order = [infer.decoder.tags_vocab.items.index(tag) for tag in TAGS]
    model = Net(infer.model, order).eval()
    torch.onnx.export(model, torch.zeros(1, 8, 330), f"{folder}/model.onnx", opset_version=14, input_names=["x"], output_names=["logits"],
                      dynamic_axes={"x": {1: "t"}, "logits": {1: "t"}})
    emb = infer.model.emb
    vocab = infer.encoder.words_vocab
    words = [w for w in navec.vocab.top(count + 2) if w not in ("<unk>", "<pad>")][:count]
    rows = sorted((fnv(w), vocab.encode(w)) for w in words)
    with open(f"{folder}/words.bin", "wb") as out:
        out.write(b"RNQ1" + struct.pack("<5I", 1, len(rows), *emb.word.codes.array.shape))
        out.write(np.array([h for h, _ in rows], np.uint64).tobytes())
        out.write(np.ascontiguousarray(emb.word.indexes.array[[i for _, i in rows]], np.uint8).tobytes())
        out.write(np.ascontiguousarray(emb.word.indexes.array[vocab.unk_id], np.uint8).tobytes())
        out.write(np.ascontiguousarray(emb.word.codes.array, np.float32).tobytes())
        out.write(struct.pack("<2I", *emb.shape.weight.array.shape))
        out.write(np.ascontiguousarray(emb.shape.weight.array, np.float32).tobytes())
        transitions = infer.model.head.crf.transitions.array[np.ix_(order, order)]
        out.write(struct.pack("<I", len(order)) + np.ascontiguousarray(transitions, np.float32).tobytes())


if __name__ == "__main__":
    main(*sys.argv[1:4], *map(int, sys.argv[4:]))
