"""Crops to learn from: parts of photographs at any scale, mosaics of them, heads put elsewhere, masks drawn, poor light."""
import math
import os
import random
import sys

import cv2
import numpy as np

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "common"))
from degrade import cover, light  # noqa: E402

SIDE = 320         # pixels of a crop
LEAST = 6          # pixels of height of a face that is learnt
STRIDES = (8, 16, 32)
RANGES = {8: (0, 36), 16: (24, 88), 32: (60, 1e9)}  # square root of the area of the faces that a stride learns


class View:
    """Pixels with faces [N, 4], their points [N, 5, 2] (NaN when unknown) and boxes [M, 4] where nothing is learnt."""

    def __init__(self, pixels, faces, points, doubtful):
        self.pixels, self.faces, self.points, self.doubtful = pixels, faces, points, doubtful

    def moved(self, pixels, matrix):
        def at(xy):
            return xy @ matrix[:, :2].T + matrix[:, 2]

        def boxes(b):  # the middle goes along, the size is that of the scale: right for small angles
            half = (b[:, 2:] - b[:, :2]) / 2 * math.hypot(matrix[0, 0], matrix[1, 0])
            middle = at((b[:, :2] + b[:, 2:]) / 2)
            return np.concatenate((middle - half, middle + half), 1)
        return View(pixels, boxes(self.faces), at(self.points.reshape(-1, 2)).reshape(-1, 5, 2), boxes(self.doubtful))

    def cut(self):
        """Leaves out what lies outside; a face of which less than half is seen is doubtful."""
        height, width = self.pixels.shape[:2]
        limit = (width, height, width, height)
        seen = np.clip(self.faces, 0, limit)
        size, whole = area(seen), area(self.faces)
        keep = (size > 0.55 * whole) & (self.faces[:, 3] - self.faces[:, 1] >= LEAST)
        rest = seen[~keep & (size > 0)]
        doubtful = np.clip(self.doubtful, 0, limit)
        return View(self.pixels, seen[keep], self.points[keep], np.concatenate((doubtful[area(doubtful) > 0], rest)))

    def mirrored(self):
        width = self.pixels.shape[1]
        flip = lambda b: np.stack((width - b[:, 2], b[:, 1], width - b[:, 0], b[:, 3]), 1)
        points = self.points[:, (1, 0, 2, 4, 3)].copy()
        points[..., 0] = width - points[..., 0]
        return View(np.ascontiguousarray(self.pixels[:, ::-1]), flip(self.faces), points, flip(self.doubtful))

    def turned(self):
        """A quarter turn."""
        width = self.pixels.shape[1]
        turn = lambda b: np.stack((b[:, 1], width - b[:, 2], b[:, 3], width - b[:, 0]), 1)
        points = np.stack((self.points[..., 1], width - self.points[..., 0]), -1)
        return View(np.ascontiguousarray(np.rot90(self.pixels)), turn(self.faces), points, turn(self.doubtful))


def area(b):
    return (b[:, 2] - b[:, 0]).clip(0) * (b[:, 3] - b[:, 1]).clip(0)


def take(photo, width, height, scale, x, y, angle):
    """The part of a photograph around a point, at a scale; black outside."""
    c, s = math.cos(angle) * scale, math.sin(angle) * scale
    matrix = np.array([[c, -s, 0], [s, c, 0]])
    matrix[:, 2] = (width / 2, height / 2) - matrix[:, :2] @ (x, y)
    pixels, first = photo.pixels, matrix
    if scale < 0.7:  # so that no pixel is skipped
        reach = math.hypot(width, height) / 2 / scale if angle else 0
        across, down = (reach, reach) if angle else (width / 2 / scale, height / 2 / scale)
        left, top = max(0, int(x - across) - 2), max(0, int(y - down) - 2)
        pixels = pixels[top:int(y + down) + 2, left:int(x + across) + 2]
        if pixels.size == 0:
            return View(np.zeros((height, width, 3), np.uint8), photo.faces[:0], photo.points[:0], photo.doubtful[:0])
        part = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
        sx, sy = part[0] / pixels.shape[1], part[1] / pixels.shape[0]
        pixels = cv2.resize(pixels, part, interpolation=cv2.INTER_AREA)
        first = matrix.copy()
        first[:, 0], first[:, 1] = matrix[:, 0] / sx, matrix[:, 1] / sy
        first[:, 2] = matrix[:, :2] @ (left, top) + matrix[:, 2]
    pixels = cv2.warpAffine(pixels, first, (width, height), flags=cv2.INTER_LINEAR)
    return photo.moved(pixels, matrix).cut()


class Crops:
    """Draws crops of photographs: a list of (View, group), where groups are scenes, portraits and empty ones, with their shares."""

    def __init__(self, photos, shares):
        self.groups = {g: [p for p, q in photos if q == g] for g in shares}
        self.shares = shares
        self.weights = {g: [min(4, 1 + len(p.faces) / 12) for p in ps] for g, ps in self.groups.items()}
        heads = [(p, i) for p, _ in photos for i in range(len(p.faces)) if p.faces[i, 3] - p.faces[i, 1] >= 40 and not np.isnan(p.points[i]).any()]
        self.heads = heads

    def sample(self):
        """Pixels [SIDE, SIDE, 3], BGR, faces [N, 4], doubtful boxes [M, 4]."""
        view = self.mosaic() if random.random() < 0.25 else self.part(SIDE, SIDE)
        if random.random() < 0.22:
            self.paste(view, random.randint(1, 6))
        if random.random() < 0.4:
            self.mask(view)
        if random.random() < 0.05:
            for _ in range(random.randint(1, 3)):
                view = view.turned()
        if random.random() < 0.5:
            view = view.mirrored()
        if random.random() < 0.1:
            part = random.uniform(0.4, 0.8)
            small = cv2.resize(view.pixels, None, fx=part, fy=part, interpolation=cv2.INTER_AREA)
            view.pixels = cv2.resize(small, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
        return light(view.pixels), view.faces.astype(np.float32), view.doubtful.astype(np.float32)

    def part(self, width, height):
        """A part of a photograph, seldom an even area."""
        for _ in range(3):
            view = self.any_part(width, height)
            if len(view.faces) or view.pixels[::4, ::4].std() > 20:
                break
        return view

    def any_part(self, width, height):
        group = random.choices(list(self.shares), list(self.shares.values()))[0]
        photo = random.choices(self.groups[group], self.weights[group])[0]
        h, w = photo.pixels.shape[:2]
        angle = math.radians(random.gauss(0, 7)) if random.random() < 0.35 else 0.0
        if len(photo.faces) and random.random() < 0.85:
            face = photo.faces[random.randrange(len(photo.faces))]
            tall = max(face[3] - face[1], 4)
            want = math.exp(random.uniform(math.log(9), math.log(0.72 * min(width, height))))
            scale = min(want / tall, 2.0)
            x = (face[0] + face[2]) / 2 + random.uniform(-0.42, 0.42) * width / scale
            y = (face[1] + face[3]) / 2 + random.uniform(-0.42, 0.42) * height / scale
        else:
            scale = math.exp(random.uniform(math.log(max(0.15, width / w * 0.6)), math.log(1.8)))
            x, y = random.uniform(0, w), random.uniform(0, h)
        half, side = width / 2 / scale, height / 2 / scale
        if random.random() < 0.9:  # inside the photograph where it is large enough
            x = min(max(x, half), w - half) if w > 2 * half else w / 2
            y = min(max(y, side), h - side) if h > 2 * side else h / 2
        return take(photo, width, height, scale, x, y, angle)

    def mosaic(self):
        count = random.choice((2, 2, 3, 4))
        edges = [round(i * SIDE / count) for i in range(count + 1)]
        pixels, faces, points, doubtful = np.zeros((SIDE, SIDE, 3), np.uint8), [], [], []
        for top, bottom in zip(edges, edges[1:]):
            for left, right in zip(edges, edges[1:]):
                view = self.part(right - left, bottom - top)
                pixels[top:bottom, left:right] = view.pixels
                faces.append(view.faces + (left, top, left, top))
                points.append(view.points + (left, top))
                doubtful.append(view.doubtful + (left, top, left, top))
        return View(pixels, np.concatenate(faces), np.concatenate(points), np.concatenate(doubtful))

    def paste(self, view, count):
        """Puts heads anywhere, with soft edges; sometimes a piece of something else, so that edges do not tell."""
        for _ in range(count):
            photo, i = random.choice(self.heads)
            face = photo.faces[i]
            tall = math.exp(random.uniform(math.log(10), math.log(110)))
            scale = tall / (face[3] - face[1])
            if scale > 1.3:
                continue
            wide = (face[2] - face[0]) * scale
            width, height = int(wide * random.uniform(1.5, 2.0)) + 2, int(tall * random.uniform(1.5, 1.9)) + 2
            x, y = random.uniform(width / 2, SIDE - width / 2), random.uniform(height / 2, SIDE - height / 2)
            left, top = int(x - width / 2), int(y - height / 2)
            if left < 0 or top < 0 or left + width > SIDE or top + height > SIDE:
                continue
            place = np.array([[left, top, left + width, top + height]], float)
            taken = np.concatenate((view.faces, view.doubtful))
            if len(taken) and (area(np.concatenate((np.maximum(taken[:, :2], place[:, :2]), np.minimum(taken[:, 2:], place[:, 2:])), 1)) > 0).any():
                continue
            fake = random.random() < 0.25
            source = random.choice(self.groups["empty"]) if fake else photo
            at = (random.uniform(0, source.pixels.shape[1]), random.uniform(0, source.pixels.shape[0])) if fake else ((face[0] + face[2]) / 2, (face[1] + face[3]) / 2 - 0.08 * (face[3] - face[1]))
            head = take(source, width, height, scale, *at, math.radians(random.gauss(0, 6)))
            yy, xx = np.mgrid[0:height, 0:width]
            if random.random() < 0.3:
                matte = np.ones((height, width), np.float32)
            else:
                r = ((xx + 0.5) / width * 2 - 1) ** 2 + ((yy + 0.5) / height * 2 - 1) ** 2
                matte = np.clip((1 - r) * random.uniform(2, 8), 0, 1).astype(np.float32)
            under = view.pixels[top:top + height, left:left + width]
            view.pixels[top:top + height, left:left + width] = (under + (head.pixels.astype(np.float32) - under) * matte[..., None]).astype(np.uint8)
            if fake:
                continue
            middle = np.abs((head.faces[:, :2] + head.faces[:, 2:]) / 2 - (width / 2, height / 2)).sum(1) if len(head.faces) else np.zeros(0)
            best = int(middle.argmin()) if len(middle) else -1
            for k in range(len(head.faces)):
                box = head.faces[k] + (left, top, left, top)
                if k == best:
                    view.faces, view.points = np.concatenate((view.faces, box[None])), np.concatenate((view.points, head.points[k][None] + (left, top)))
                else:
                    view.doubtful = np.concatenate((view.doubtful, box[None]))
            if len(head.doubtful):
                view.doubtful = np.concatenate((view.doubtful, head.doubtful + (left, top, left, top)))

    def mask(self, view):
        """Draws masks over noses, mouths and chins."""
        some = random.choice((0.3, 0.6, 1.0))
        for box, points in zip(view.faces, view.points):
            size = max(box[2:] - box[:2])
            if random.random() > some or size < 10 or np.isnan(points).any():
                continue
            left, top = np.maximum((box[:2] - size * 0.3).astype(int), 0)
            right, bottom = np.minimum((box[2:] + size * 0.3).astype(int), SIDE)
            patch = view.pixels[top:bottom, left:right]
            view.pixels[top:bottom, left:right] = cover(np.ascontiguousarray(patch), points - (left, top), box - (left, top, left, top))


def grid(side):
    """Points [P, 2] and strides [P] of the cells of a square crop."""
    points, strides = [], []
    for stride in STRIDES:
        y, x = np.mgrid[0:side // stride, 0:side // stride]
        points.append((np.stack((x, y), -1).reshape(-1, 2) + 0.5) * stride)
        strides.append(np.full(len(points[-1]), stride))
    return np.concatenate(points).astype(np.float32), np.concatenate(strides).astype(np.float32)


POINTS, CELLS = grid(SIDE)
LOW, HIGH = (np.array([RANGES[int(s)][k] for s in CELLS], np.float32) for k in (0, 1))


def targets(faces, doubtful):
    """Index of each point's face, -1 none, -2 not to be learnt."""
    found = np.full(len(POINTS), -1, np.int64)
    for box in doubtful:
        found[((POINTS > box[:2] - 4) & (POINTS < box[2:] + 4)).all(1)] = -2
    if len(faces) == 0:
        return found
    size = (faces[:, 2:] - faces[:, :2])[:, None]
    away = np.abs(POINTS[None] - ((faces[:, :2] + faces[:, 2:]) / 2)[:, None])
    cell = CELLS[None, :, None]
    inner = (away < np.maximum(size * 0.3, 0.55 * cell)).all(2) & (away < 1.6 * cell).all(2)
    around = (away < size / 2).all(2) | (away < 1.0 * cell).all(2)
    root = np.sqrt(size.prod(2))
    own = (root >= LOW) & (root < HIGH)
    areas = np.where(inner & own, size.prod(2), np.inf)
    best = areas.argmin(0)
    hit = np.isfinite(areas.min(0))
    found[((around & own) | (inner & ~own)).any(0)] = -2
    found[hit] = best[hit]
    return found
