"""Writes a checkpoint as ONNX: python3 export.py CHECKPOINT OUT.onnx. Batch normalisation is folded into the convolutions."""
import sys

import torch
from torch import nn

from verifier import HEIGHT, WIDTH, Verifier


class Exported(nn.Module):
    """Crops [N, 48, 96, 3] as value / 127.5 - 1, RGB, to plates [N, 5]: a logit and a box, as verifier.py says."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, crops):
        return self.net(crops.permute(0, 3, 1, 2))


def main(checkpoint, out):
    net = Verifier()
    net.load_state_dict(torch.load(checkpoint))
    torch.onnx.export(Exported(net).eval(), torch.zeros(2, HEIGHT, WIDTH, 3), out, opset_version=14,
                      input_names=["crops"], output_names=["plates"], dynamic_axes={"crops": {0: "count"}, "plates": {0: "count"}})


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
