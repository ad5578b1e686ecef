"""The labelled photographs, and which are left out of the training."""
import os
import zlib

import cv2
import numpy as np

from crops import View


def held_out(name):
    return zlib.crc32(os.path.basename(name).encode()) % 10 == 0


def photographs(path):
    """Views and their groups; a tenth of the scenes is held out."""
    learnt, held = [], []
    for name, faces, points, doubtful in np.load(path, allow_pickle=True):
        kind = os.path.basename(name).split("_")[0]
        pixels = cv2.imread(name)
        if kind == "cloth":
            faces, points, doubtful = faces[:0], points[:0], doubtful[doubtful[:, 3] - doubtful[:, 1] >= 32]
        view = View(pixels, faces, points, doubtful)
        group = "portrait" if kind in ("vote", "vold") else "scene" if len(faces) else "empty"
        if held_out(name) and group == "scene":
            held.append(view)
        elif group != "portrait" or len(faces) == 1:
            learnt.append((view, group))
    return learnt, held
