"""Cells of photographs with how sure the finders of lines are: python3 prepare.py PHOTOGRAPHS V4.onnx V6.onnx OUT"""
import glob
import random
import sys

import cv2
import numpy as np
import onnxruntime

LONGER, COUNT, CELL, FLOOD, HIGHEST = 1280, 250, 16, .15, 120


def scaled(image):
    step = max(max(image.shape[:2]) / LONGER, 1)
    small = cv2.resize(image, (int(image.shape[1] / step), int(image.shape[0] / step)), interpolation=cv2.INTER_AREA)
    padded = np.zeros((-(-small.shape[0] // 32) * 32, -(-small.shape[1] // 32) * 32, 3), np.uint8)
    padded[:small.shape[0], :small.shape[1]] = small
    return padded


def finder(path):
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])

    def run(image):
        values = ((image / 255. - [.485, .456, .406]) / [.229, .224, .225]).transpose(2, 0, 1)[None].astype(np.float32)
        return session.run(None, {"x": values})[0][0, 0]
    return run


def lines_only(heat):
    """Without what is too high for a line."""
    if (heat > .3).mean() > FLOOD:
        return heat * 0
    count, labels, boxes, _ = cv2.connectedComponentsWithStats((heat > .3).astype(np.uint8))
    for i in range(1, count):
        if min(boxes[i, 2], boxes[i, 3]) > HIGHEST:
            heat = np.where(labels == i, 0, heat)
    return heat


def main(photographs, v4, v6, out):
    v4, v6 = finder(v4), finder(v6)
    files = sorted(glob.glob(photographs + "/*.jpg"))
    random.seed(1)
    random.shuffle(files)
    for number, file in enumerate(files[:COUNT]):
        image = scaled(cv2.imread(file))
        heat = np.maximum(v4(image), lines_only(v6(image)))
        cells = heat.reshape(heat.shape[0] // CELL, CELL, heat.shape[1] // CELL, CELL).max((1, 3))
        cv2.imwrite(f"{out}/{number:03d}.png", image)
        np.save(f"{out}/{number:03d}.npy", (cells * 255).astype(np.uint8))


if __name__ == "__main__":
    main(*sys.argv[1:])
