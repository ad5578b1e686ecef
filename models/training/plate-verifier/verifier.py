"""The verifier of plates: looks once more at a place that the plate detector reports (after the refining nets of MTCNN, Zhang et al. 2016)."""
import torch
from torch import nn

WIDTH, HEIGHT = 96, 48  # pixels of a crop
CONTEXT = 1.6           # width of the crop over the box's width, or over twice its height where that is more


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
    """Crops [N, 3, 48, 96], RGB as value / 127.5 - 1, to a logit and a box [N, 5]: the middle's offset in widths of the crop
    and the logarithms of width and height over the crop's width divided by CONTEXT."""

    def __init__(self):
        super().__init__()
        self.trunk = nn.Sequential(Conv(3, 16, 2), Conv(16, 32, 2), Block(32), Conv(32, 48, 2), Block(48), Conv(48, 64, 2), nn.Flatten(),
                                   nn.Dropout(0.2), nn.Linear(64 * 18, 64), nn.ReLU(inplace=True))
        self.score, self.box = nn.Linear(64, 1), nn.Linear(64, 4)

    def forward(self, x):
        f = self.trunk(x)
        return torch.cat((self.score(f), self.box(f)), 1)


def span(width, height):
    """Width of the crop of a box."""
    return CONTEXT * max(width, 2 * height)
