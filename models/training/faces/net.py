"""The verifier: looks once more at a place that a detector took for a face (after the refining nets of MTCNN, Zhang et al. 2016)."""
import torch
from torch import nn

SIDE = 48        # pixels of a crop
CONTEXT = 1.6    # side of the crop over the longer side of the box


class Conv(nn.Sequential):
    def __init__(self, i, o, stride=1):
        super().__init__(nn.Conv2d(i, o, 3, stride, 1, bias=False), nn.BatchNorm2d(o), nn.ReLU(inplace=True))


class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.a, self.b = Conv(c, c), Conv(c, c)

    def forward(self, x):
        return x + self.b(self.a(x))


class Verifier(nn.Module):
    """Crops [N, 3, 48, 48], RGB as value / 127.5 - 1, to a logit and a box [N, 5]: the box as the middle's offset in sides of the crop
    and the logarithms of width and height over the crop's side divided by CONTEXT."""

    def __init__(self):
        super().__init__()
        self.trunk = nn.Sequential(Conv(3, 20, 2), Conv(20, 32, 2), Block(32), Conv(32, 56, 2), Block(56), Conv(56, 64, 2), nn.Flatten(),
                                   nn.Dropout(0.2), nn.Linear(64 * 9, 64), nn.ReLU(inplace=True))
        self.score, self.box = nn.Linear(64, 1), nn.Linear(64, 4)

    def forward(self, x):
        f = self.trunk(x)
        return torch.cat((self.score(f), self.box(f)), 1)
