"""The crops that the detector takes, exactly as ViewSampler.cs does: each pixel is the mean of a grid of bilinear samples."""
import math

import numpy as np

from verifier import HEIGHT, WIDTH, span


def axis(first, step, length, count):
    """Weights of the pixels of an image along one axis; samples outside the image count nothing."""
    taps = max(1, math.ceil(np.float32(step)))
    at = first + (np.arange(count * taps) + 0.5) / taps * step - 0.5
    inside = (at > -1) & (at < length)
    low = np.floor(at).astype(int)
    part = at - low
    matrix = np.zeros((count, length), np.float32)
    for i in np.nonzero(inside)[0]:
        matrix[i // taps, max(low[i], 0)] += (1 - part[i]) / taps
        matrix[i // taps, min(low[i] + 1, length - 1)] += part[i] / taps
    return matrix


def crop(rgb, box):
    """48 x 96 x 3 floats around a box (left, top, right, bottom) of an image [H, W, 3] of bytes; black outside the image."""
    across = span(box[2] - box[0], box[3] - box[1])
    step = across / WIDTH
    x, y = (box[0] + box[2] - across) / 2, (box[1] + box[3] - across * HEIGHT / WIDTH) / 2
    left, top = max(0, math.floor(x) - 2), max(0, math.floor(y) - 2)
    part = rgb[top:math.ceil(y + across) + 2, left:math.ceil(x + across) + 2].astype(np.float32)
    if part.size == 0:
        return np.full((HEIGHT, WIDTH, 3), -1, np.float32)
    rows, columns = axis(y - top, step, part.shape[0], HEIGHT), axis(x - left, step, part.shape[1], WIDTH)
    return np.einsum("yh,hwc,xw->yxc", rows, part, columns, optimize=True).astype(np.float32) / 127.5 - 1
