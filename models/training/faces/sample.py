"""The crops that the detector takes, exactly as ViewSampler.cs does: each pixel is the mean of a grid of bilinear samples."""
import math

import numpy as np

from net import CONTEXT, SIDE


def axis(first, step, length):
    """Neighbours and weights of the samples along one axis; samples outside the image count nothing."""
    taps = max(1, math.ceil(np.float32(step)))
    at = first + (np.arange(SIDE * taps) + 0.5) / taps * step - 0.5
    inside = (at > -1) & (at < length)
    low = np.floor(at).astype(int)
    part = at - low
    matrix = np.zeros((SIDE, length), np.float32)
    for i in np.nonzero(inside)[0]:
        matrix[i // taps, max(low[i], 0)] += (1 - part[i]) / taps
        matrix[i // taps, min(low[i] + 1, length - 1)] += part[i] / taps
    return matrix


def crop(rgb, box):
    """48 x 48 x 3 floats of a box (left, top, right, bottom) of an image [H, W, 3] of bytes; black outside the image."""
    side = CONTEXT * max(box[2] - box[0], box[3] - box[1])
    x, y, step = (box[0] + box[2] - side) / 2, (box[1] + box[3] - side) / 2, side / SIDE
    # only the part that is looked at
    left, top = max(0, math.floor(x) - 2), max(0, math.floor(y) - 2)
    part = rgb[top:math.ceil(y + side) + 2, left:math.ceil(x + side) + 2].astype(np.float32)
    if part.size == 0:
        return np.full((SIDE, SIDE, 3), -1, np.float32)
    rows, columns = axis(y - top, step, part.shape[0]), axis(x - left, step, part.shape[1])
    return np.einsum("yh,hwc,xw->yxc", rows, part, columns, optimize=True).astype(np.float32) / 127.5 - 1
