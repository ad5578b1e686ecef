"""The net: strides of two down to a cell of 16 pixels, then a wider look."""
from torch import nn

LAYERS = [(3, 8, 2, 1), (8, 16, 2, 1), (16, 24, 2, 1), (24, 32, 2, 1), (32, 32, 1, 1), (32, 32, 1, 2)]  # in, out, stride, dilation


def build():
    layers = []
    for before, after, stride, dilation in LAYERS:
        layers += [nn.Conv2d(before, after, 3, stride, dilation, dilation=dilation, bias=False), nn.BatchNorm2d(after), nn.ReLU()]
    return nn.Sequential(*layers, nn.Conv2d(LAYERS[-1][1], 1, 1))
