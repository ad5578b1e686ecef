"""A detector of one class: anchor-free, strides 8, 16 and 32, any input size that is a multiple of 32."""
import torch
from torch import nn

STRIDES = (8, 16, 32)


class Conv(nn.Sequential):
    def __init__(self, i, o, k=3, s=1, groups=1):
        super().__init__(nn.Conv2d(i, o, k, s, k // 2, groups=groups, bias=False), nn.BatchNorm2d(o), nn.ReLU(inplace=True))


class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.a, self.b = Conv(c, c), Conv(c, c)

    def forward(self, x):
        return x + self.b(self.a(x))


class Separable(nn.Sequential):
    def __init__(self, c):
        super().__init__(Conv(c, c, 3, 1, c), Conv(c, c, 1))


class Head(nn.Module):
    """Score and box of each cell: offset of the centre in cells, logarithm of width and height in cells."""

    def __init__(self, c):
        super().__init__()
        self.score_tower, self.box_tower = Separable(c), Separable(c)
        self.score, self.box = nn.Conv2d(c, 1, 1), nn.Conv2d(c, 4, 1)
        nn.init.constant_(self.score.bias, -4.6)

    def forward(self, x):
        return self.score(self.score_tower(x)), self.box(self.box_tower(x))


class StrideNet(nn.Module):
    """Channels at strides 2, 4, 8, 16 and 32, and of the fused features."""

    def __init__(self, at2, at4, at8, at16, at32, fused):
        super().__init__()
        self.stem = nn.Sequential(Conv(3, at2, 3, 2), Conv(at2, at4, 3, 2), Separable(at4))
        self.c8 = nn.Sequential(Conv(at4, at8, 3, 2), Block(at8))
        self.c16 = nn.Sequential(Conv(at8, at16, 3, 2), Block(at16))
        self.c32 = nn.Sequential(Conv(at16, at32, 3, 2), Block(at32))
        self.lateral = nn.ModuleList([Conv(c, fused, 1) for c in (at8, at16, at32)])
        self.smooth = nn.ModuleList([Separable(fused), Separable(fused)])
        self.heads = nn.ModuleList([Head(fused) for _ in STRIDES])

    def forward(self, x):
        c8 = self.c8(self.stem(x))
        c16 = self.c16(c8)
        c32 = self.c32(c16)
        p32 = self.lateral[2](c32)
        p16 = self.smooth[1](self.lateral[1](c16) + nn.functional.interpolate(p32, scale_factor=2.0))
        p8 = self.smooth[0](self.lateral[0](c8) + nn.functional.interpolate(p16, scale_factor=2.0))
        return [head(p) for head, p in zip(self.heads, (p8, p16, p32))]


def grid(height, width, stride):
    y, x = torch.meshgrid(torch.arange(height // stride), torch.arange(width // stride), indexing="ij")
    return ((torch.stack((x, y), -1).reshape(-1, 2) + 0.5) * stride).float()


def decode(outputs, height, width):
    """Logits [N, P], boxes [N, P, 4] as left, top, right, bottom in pixels, points [P, 2], strides [P]."""
    logits, boxes, points, strides = [], [], [], []
    for (score, box), stride in zip(outputs, STRIDES):
        at = grid(height, width, stride)
        b = box.flatten(2).transpose(1, 2)
        centre = at + b[..., :2] * stride
        half = torch.exp(b[..., 2:].clamp(-4, 5)) * stride / 2
        logits.append(score.flatten(1))
        boxes.append(torch.cat((centre - half, centre + half), -1))
        points.append(at)
        strides.append(torch.full((len(at),), float(stride)))
    return torch.cat(logits, 1), torch.cat(boxes, 1), torch.cat(points), torch.cat(strides)


def overlap(a, b):
    """Intersection over union, and the generalised one that also has a slope where boxes are apart."""
    low, high = torch.maximum(a[:, :2], b[:, :2]), torch.minimum(a[:, 2:], b[:, 2:])
    shared = (high - low).clamp(min=0).prod(1)
    union = (a[:, 2:] - a[:, :2]).prod(1) + (b[:, 2:] - b[:, :2]).prod(1) - shared
    hull = (torch.maximum(a[:, 2:], b[:, 2:]) - torch.minimum(a[:, :2], b[:, :2])).prod(1)
    iou = shared / union
    return iou, iou - (hull - union) / hull
