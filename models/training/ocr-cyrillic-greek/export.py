"""Writes the head as ONNX with its classes: python3 export.py HEAD.pt OUT_DIR"""
import hashlib
import pathlib
import sys

import torch
from torch import nn

from alphabets import CLASSES
from net import FEATURES, Head


class Reader(nn.Module):
    """Features of one line to probabilities [1, steps, classes]."""

    def __init__(self, head):
        super().__init__()
        self.head = head

    def forward(self, features):
        return self.head(features).transpose(1, 2).softmax(2)


def main(head, out):
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    model = Head(len(CLASSES) + 1)
    model.load_state_dict(torch.load(head, map_location="cpu"))
    torch.onnx.export(Reader(model).eval(), torch.randn(1, FEATURES, 40), str(out / "cyrillic_greek.onnx"), opset_version=13,
                      input_names=["features"], output_names=["scores"], dynamic_axes={"features": {2: "steps"}, "scores": {1: "steps"}})
    (out / "classes.txt").write_text("\n".join(CLASSES) + "\n", encoding="utf-8")
    for file in ("cyrillic_greek.onnx", "classes.txt"):
        print(hashlib.sha256((out / file).read_bytes()).hexdigest(), file)


if __name__ == "__main__":
    main(*sys.argv[1:])
