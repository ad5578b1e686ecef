"""Crops of photographs with plates, real and pasted, of all sizes and lights."""
import json
import math
import os
import random

import cv2
import numpy as np

from synthetic import plate

SIDE = 320
SETS = {"mixed_plates": 0.38, "openimages_plates": 0.34, "romanian_dashcam": 0.28}
EMPTY = 0.22  # part of the crops that come from photographs without plates, where there are any


def load(folder, name, split):
    items = []
    with open(os.path.join(folder, name + ".json"), encoding="utf-8") as f:
        described = json.load(f)["images"]
    for item in described:
        if item["split"] != split:
            continue
        boxes = np.array(item["boxes"], np.float32).reshape(-1, 4)
        boxes[:, 2:] += boxes[:, :2]
        items.append((cv2.imread(os.path.join(folder, item["image"])), boxes))
    return items


def load_empty(folder, longest=1024):
    """Photographs without plates: no boxes."""
    items = []
    for name in sorted(os.listdir(folder)):
        image = cv2.imread(os.path.join(folder, name))
        if image is None or min(image.shape[:2]) < 120:
            continue
        scale = min(1, longest / max(image.shape[:2]))
        items.append((cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.zeros((0, 4), np.float32)))
    return items


def span(boxes, matrix):
    """Upright boxes around the corners of boxes under an affine map."""
    if len(boxes) == 0:
        return np.zeros((0, 4), np.float32)
    x, y = boxes[:, [0, 2, 2, 0]], boxes[:, [1, 1, 3, 3]]
    u, v = matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2], matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2]
    return np.stack((u.min(1), v.min(1), u.max(1), v.max(1)), 1).astype(np.float32)


class Crops:
    """Crops of the photographs. Wrong places, found by mine(), are looked at as often as plates."""

    def __init__(self, folder, empty=None, split="train", bank=800):
        self.sets = [load(folder, name, split) for name in SETS]
        self.shares = list(SETS.values())
        if empty:
            self.sets.append(load_empty(empty))
            self.shares.append(EMPTY)
        self.wrong = [[np.zeros((0, 4), np.float32)] * len(items) for items in self.sets]
        self.bank = [plate() for _ in range(bank)]

    def mine(self, detect, least=0.15):
        """Keeps the places where detect(image) sees plates and none is; on the dash camera distant plates have no box."""
        for which, items in enumerate(self.sets):
            for n, (image, boxes) in enumerate(items):
                found = detect(image)
                found = found[found[:, 4] > least][:, :4]
                if which == 2:
                    found = found[found[:, 3] - found[:, 1] > 24]
                far = [f for f in found if len(boxes) == 0 or not overlaps(f, boxes)]
                self.wrong[which][n] = np.array(far, np.float32).reshape(-1, 4)
        return [sum(len(w) for w in wrong) for wrong in self.wrong]

    def sample(self):
        which = random.choices(range(len(self.sets)), self.shares)[0]
        items, wrong = self.sets[which], self.wrong[which]
        hard = [k for k, w in enumerate(wrong) if len(w)] if random.random() < 0.3 else []
        n = random.choice(hard or range(len(items)))
        image, boxes = items[n]
        square = which < 2
        stretch = random.uniform(1.2, 1.9) if square and random.random() < 0.6 else random.uniform(0.9, 1.1)
        out, boxes = self.crop(image, boxes, stretch, wrong[n])
        if random.random() < (0.15 if which == 3 else 0.4):
            boxes = self.paste(out, boxes)
        if random.random() < 0.2:
            self.distract(out, boxes)
        if random.random() < 0.4:
            out, boxes = out[:, ::-1], np.stack((SIDE - boxes[:, 2], boxes[:, 1], SIDE - boxes[:, 0], boxes[:, 3]), 1) if len(boxes) else boxes
        out = light(np.ascontiguousarray(out))
        return out, *split_ignored(boxes)

    def crop(self, image, boxes, stretch, wrong):
        height, width = image.shape[:2]
        places = wrong if len(wrong) and (len(boxes) == 0 or random.random() < 0.5) else boxes
        focus = places[random.randrange(len(places))] if len(places) and random.random() < 0.8 else None
        if focus is not None:
            wanted = math.exp(random.uniform(math.log(7), math.log(110)))  # height of the plate in the crop
            scale = min(max(wanted / max(4, focus[3] - focus[1]), 0.2), 2.2, 300 / max(8, (focus[2] - focus[0]) * stretch))
            cx, cy = (focus[0] + focus[2]) / 2 + random.gauss(0, 50) / scale, (focus[1] + focus[3]) / 2 + random.gauss(0, 50) / scale
        else:
            scale = math.exp(random.uniform(math.log(0.4), math.log(1.8)))
            cx, cy = random.uniform(0, width), random.uniform(0, height)
        if scale < 0.6:
            image = cv2.resize(image, None, fx=scale * stretch, fy=scale, interpolation=cv2.INTER_AREA)
            fx, fy = image.shape[1] / width, image.shape[0] / height
        else:
            fx = fy = 1.0
        angle = math.radians(random.gauss(0, 5) if random.random() < 0.9 else random.uniform(-35, 35))
        c, s = math.cos(angle), math.sin(angle)
        sx, sy = scale * stretch, scale
        turn = np.array([[c * sx, -s * sy], [s * sx, c * sy]])
        whole = np.hstack((turn, (np.array((SIDE / 2, SIDE / 2)) - turn @ (cx, cy))[:, None]))
        drawn = whole @ np.diag((1 / fx, 1 / fy, 1))
        ground = [random.randrange(256)] * 3
        out = cv2.warpAffine(image, drawn, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=ground)
        return out, span(boxes, whole)

    def paste(self, out, boxes):
        for _ in range(random.randint(1, 4)):
            source = random.choice(self.bank)
            h = math.exp(random.uniform(math.log(6), math.log(60 if random.random() < 0.4 else 22)))
            w = h * source.shape[1] / source.shape[0] * random.uniform(0.7, 1.1)
            if w > 250:
                continue
            x, y = random.uniform(0, SIDE - w), random.uniform(0, SIDE - h)
            quad = np.float32([[x, y], [x + w, y], [x + w, y + h], [x, y + h]]) + np.random.normal(0, 0.07, (4, 2)) * h
            angle = math.radians(random.gauss(0, 7))
            c, s = math.cos(angle), math.sin(angle)
            centre = quad.mean(0)
            quad = ((quad - centre) @ np.array([[c, s], [-s, c]]) + centre).astype(np.float32)
            box = np.concatenate((quad.min(0), quad.max(0)))
            if len(boxes) and overlaps(box, boxes):
                continue
            small = cv2.resize(source, (max(4, int(w * 1.2)), max(4, int(h * 1.2))), interpolation=cv2.INTER_AREA)
            corners = np.float32([[0, 0], [small.shape[1], 0], [small.shape[1], small.shape[0]], [0, small.shape[0]]])
            matrix = cv2.getPerspectiveTransform(corners, quad)
            area = np.clip(box.astype(int) + (-3, -3, 4, 4), 0, SIDE)
            around = out[area[1]:area[3], area[0]:area[2]].mean() if area[2] > area[0] and area[3] > area[1] else 128
            small = np.clip(small * min(1.1, max(0.25, around / 150 + random.uniform(0.0, 0.5))), 0, 255).astype(np.uint8)
            layer = cv2.warpPerspective(small, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR)
            mask = cv2.warpPerspective(np.full(small.shape[:2], 255, np.uint8), matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR)
            mask = (cv2.GaussianBlur(mask, (3, 3), 0) / 255.0)[..., None]
            out[:] = out * (1 - mask) + layer * mask
            boxes = np.vstack((boxes, box[None])).astype(np.float32)
        return boxes

    def distract(self, out, boxes):
        """Rectangles with words that are no plates: signs, stickers, lamps."""
        for _ in range(random.randint(1, 3)):
            w, h = random.randint(8, 90), random.randint(6, 50)
            x, y = random.randint(0, SIDE - w), random.randint(0, SIDE - h)
            if len(boxes) and overlaps((x, y, x + w, y + h), boxes):
                continue
            cv2.rectangle(out, (x, y), (x + w, y + h), [random.randrange(256) for _ in range(3)], -1)
            if random.random() < 0.4:
                cv2.line(out, (x, y + h // 2), (x + w, y + h // 2), [random.randrange(256) for _ in range(3)], random.randint(1, 3))


def overlaps(box, boxes):
    w = np.minimum(box[2], boxes[:, 2]) - np.maximum(box[0], boxes[:, 0])
    h = np.minimum(box[3], boxes[:, 3]) - np.maximum(box[1], boxes[:, 1])
    return bool(((w > -4) & (h > -4)).any())


def light(image):
    if random.random() < 0.1:
        image = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    if random.random() < 0.2:
        k = random.choice((3, 3, 5))
        image = cv2.GaussianBlur(image, (k, k), 0)
    if random.random() < 0.1:
        k = random.choice((3, 5, 7))
        kernel = np.zeros((k, k), np.float32)
        kernel[k // 2] = 1 / k
        image = cv2.filter2D(image, -1, kernel if random.random() < 0.7 else kernel.T)
    gamma = random.uniform(1.8, 3.5) if random.random() < 0.1 else math.exp(random.gauss(0, 0.2))
    gain, shift = math.exp(random.gauss(0, 0.15)), random.gauss(0, 12)
    table = np.arange(256) / 255.0
    tables = [np.clip(255 * gain * math.exp(random.gauss(0, 0.06)) * table ** gamma + shift, 0, 255) for _ in range(3)]
    image = cv2.LUT(image, np.stack(tables, -1).astype(np.uint8)[None])
    if random.random() < 0.2:
        noise = np.empty(image.shape, np.int16)
        cv2.randn(noise, 0, random.uniform(2, 14))
        image = cv2.add(image, noise, dtype=cv2.CV_8U)
    if random.random() < 0.25:
        image = cv2.imdecode(cv2.imencode(".jpg", image, (cv2.IMWRITE_JPEG_QUALITY, random.randint(25, 85)))[1], cv2.IMREAD_COLOR)
    return image


def split_ignored(boxes):
    """Boxes to learn, and boxes in which nothing is learnt: too small, or cut by the edge by more than half."""
    if len(boxes) == 0:
        return boxes.reshape(0, 4), boxes.reshape(0, 4)
    seen = boxes.clip(0, SIDE)
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    w, h = seen[:, 2] - seen[:, 0], seen[:, 3] - seen[:, 1]
    inside = (w > 0) & (h > 0)
    good = inside & (w * h > 0.5 * area) & (h >= 5) & (w >= 6)
    return seen[good], seen[inside & ~good]
