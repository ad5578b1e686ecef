"""The reader's head: from the features of PP-OCRv6's recogniser before its own neck to the classes of Cyrillic and Greek."""
import torch
from torch import nn

FEATURES, WIDTH, REACHES = 384, 160, (1, 2, 4, 8, 16)


class Block(nn.Module):
    """Adds what stands around a step, `reach` steps away on both sides."""

    def __init__(self, reach):
        super().__init__()
        self.around, self.norm = nn.Conv1d(WIDTH, WIDTH, 3, padding=reach, dilation=reach, bias=False), nn.BatchNorm1d(WIDTH)

    def forward(self, x):
        return x + nn.functional.silu(self.norm(self.around(x)))


class Head(nn.Module):
    """Features [lines, 384, steps] to scores [lines, classes, steps], before the softmax. `shown` is 0 beyond the end of a line."""

    def __init__(self, classes):
        super().__init__()
        self.scale = nn.BatchNorm1d(FEATURES)
        self.first, self.norm = nn.Conv1d(FEATURES, WIDTH, 3, padding=1, bias=False), nn.BatchNorm1d(WIDTH)
        self.blocks = nn.ModuleList(Block(reach) for reach in REACHES)
        self.line = nn.Conv1d(WIDTH, WIDTH, 1)
        self.drop = nn.Dropout(0.1)
        self.classes = nn.Conv1d(WIDTH, classes, 1)

    def forward(self, x, shown=None):
        def hide(values):
            return values if shown is None else values * shown

        x = hide(nn.functional.silu(self.norm(self.first(hide(self.scale(x))))))
        for block in self.blocks:
            x = hide(block(x))
        mean = x.mean(2, keepdim=True) if shown is None else x.sum(2, keepdim=True) / shown.sum(2, keepdim=True)
        return self.classes(self.drop(x + nn.functional.silu(self.line(mean))))
