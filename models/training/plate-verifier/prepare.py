"""Turns photographs into patches to learn from: python3 prepare.py PLATES EMPTY DETECTOR.pt OUT.npz

PLATES is the folder of photographs with plates, EMPTY one of photographs without, DETECTOR a checkpoint of the plate detector. Each patch shows a place
that the detector reports, or one around a plate; what overlaps a plate in part, and far places on the dash camera, is left out."""
import os
import sys

import cv2
import numpy as np
import torch

sys.path.append(os.path.join(os.path.dirname(__file__), "..", "plates"))
from data import SETS, load, load_empty  # noqa: E402
from evaluate import detect, iou, suppress  # noqa: E402
from net import PlateNet  # noqa: E402

PATCH = 144         # pixels of a patch across; half as many down
WIDE = 2.4          # width of a patch over that of its box, or twice its height
MOST = 14           # places without a plate in an image
LEAST = 0.06        # score of a place


def views(image):
    """As the detector looks: the whole at 640 and 320 pixels, and where it is larger at its own size up to 1280."""
    longer = max(image.shape[:2])
    for side in (640, 320) if longer <= 800 else (640, 320, min(longer, 1280)):
        yield min(1.0, side / longer)


def propose(net, image):
    found = [detect(net, image, max(image.shape[:2]) * scale) for scale in views(image)]
    found = np.concatenate(found)
    found = suppress(found[:, :4], found[:, 4])
    return found[found[:, 4] >= LEAST]


def patch(pixels, box):
    """A patch and the matrix from the image to it."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    scale = PATCH / (WIDE * max(box[2] - box[0], 2 * (box[3] - box[1])))
    factor = 1.0
    if scale < 0.6:
        half = PATCH / scale
        left, top = int(max(0, x - half)), int(max(0, y - half))
        part = pixels[top:int(y + half) + 1, left:int(x + half) + 1]
        factor = scale * 1.5
        pixels = cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        shifted = ((x - left) * factor, (y - top) * factor)
    else:
        shifted = (x, y)
    inner = scale / factor
    matrix = np.float32([[inner, 0, PATCH / 2 - shifted[0] * inner], [0, inner, PATCH / 4 - shifted[1] * inner]])
    return cv2.warpAffine(pixels, matrix, (PATCH, PATCH // 2), flags=cv2.INTER_LINEAR), scale, (x, y)


def main(plates, empty, checkpoint, out):
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    random = np.random.default_rng(5)
    net = PlateNet()
    net.load_state_dict(torch.load(checkpoint))
    net.eval()
    patches, proposals, truths, kinds, images, scores = [], [], [], [], [], []
    number = 0
    for name in (*SETS, None):
        items = load(plates, name, "train") if name else load_empty(empty, 1280)
        for image, boxes in items:
            number += 1
            found = propose(net, image)
            if len(boxes):
                size = np.tile(boxes[:, 2:] - boxes[:, :2], 2)
                for _ in range(2):
                    found = np.concatenate((found, np.concatenate((boxes + random.normal(0, 0.09, (len(boxes), 4)) * size, np.full((len(boxes), 1), 0.5)), 1)))
            taken = 0
            for box in found:
                width, height = box[2] - box[0], box[3] - box[1]
                if width < 6 or height < 4:
                    continue
                overlaps = iou(box, boxes) if len(boxes) else np.zeros(1)
                best = int(overlaps.argmax())
                positive = overlaps[best] >= 0.4
                if not positive:
                    touched = len(boxes) and ((np.minimum(box[2], boxes[:, 2]) > np.maximum(box[0], boxes[:, 0])) & (np.minimum(box[3], boxes[:, 3]) > np.maximum(box[1], boxes[:, 1]))).any()
                    if touched or (name == "romanian_dashcam" and height < 24) or taken >= MOST:
                        continue
                    taken += 1
                piece, scale, middle = patch(image, box)
                to = lambda b: ((np.asarray(b) - np.tile(middle, 2)) * scale + (PATCH / 2, PATCH / 4) * 2).astype(np.float32)
                patches.append(piece)
                proposals.append(to(box[:4]))
                truths.append(to(boxes[best]) if positive else np.zeros(4, np.float32))
                kinds.append(bool(positive))
                images.append(number)
                scores.append((box[4], height))
            if number % 100 == 0:
                print(number, len(patches), int(np.sum(kinds)), flush=True)
    np.savez(out, patches=np.array(patches), proposals=np.array(proposals), truths=np.array(truths), kinds=np.array(kinds),
             images=np.array(images), scores=np.array(scores, np.float32))


if __name__ == "__main__":
    main(*sys.argv[1:])
