"""Writes a stride net as ONNX. Batch normalisation is folded into the convolutions."""
import torch
from torch import nn

from strides import STRIDES


class Exported(nn.Module):
    """Pixels [1, 3, H, W] as value / 127.5 - 1, RGB, to scores [1, P] and boxes [1, P, 4]: left, top, right, bottom in pixels."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, pixels):
        scores, boxes = [], []
        for (score, box), stride in zip(self.net(pixels), STRIDES):
            row = torch.cumsum(torch.ones_like(score[0, 0]), 0) - 0.5
            column = torch.cumsum(torch.ones_like(score[0, 0]), 1) - 0.5
            centre = (box[:, :2] + torch.stack((column, row))[None]) * stride
            half = torch.exp(box[:, 2:].clamp(-4, 5)) * (stride / 2)
            scores.append(torch.sigmoid(score).flatten(1))
            boxes.append(torch.cat((centre - half, centre + half), 1).flatten(2).transpose(1, 2))
        return torch.cat(scores, 1), torch.cat(boxes, 1)


def export(net, checkpoint, out):
    """The weights of a checkpoint as an ONNX file of any height and width that are multiples of 32."""
    net.load_state_dict(torch.load(checkpoint))
    names = {"pixels": {2: "height", 3: "width"}, "scores": {1: "places"}, "boxes": {1: "places"}}
    torch.onnx.export(Exported(net).eval(), torch.zeros(1, 3, 320, 384), out, opset_version=14,
                      input_names=["pixels"], output_names=["scores", "boxes"], dynamic_axes=names)
