"""Trains the net: python3 train.py CELLS OUT.pt MINUTES"""
import glob
import math
import random
import sys
import time

import cv2
import numpy as np
import torch
from PIL import Image, ImageDraw, ImageFont
from torch.nn import functional

from net import build

SIDE, BATCH, CELL, RATE = 448, 8, 16, 3e-3
KINDS = ("DejaVu", "Liberation", "NotoSans-", "NotoSerif-", "NotoSansArabic-R", "NotoSansHebrew-R", "NotoSansDevanagari-R",
         "NotoSansThai-R", "NotoSansCJK-R")
FONTS = [f for f in glob.glob("/usr/share/fonts/**/*.[to]t[fc]", recursive=True) if any(k in f for k in KINDS)]
LATIN = "abcdefghijklmnopqrstuvwxyz" * 3 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "0123456789" * 3 + "éüßñçøłšž"
CYRILLIC, GREEK = "абвгдежзиклмнопрстуфхцчшщыьэюяАБВГДЕЖЗИК", "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕ"
LETTERS = {
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "Hebrew": "אבגדהוזחטיכלמנסעפצקרשת", "Devanagari": "अआइईउकखगघचछजटठडतथदधनपफबमयरलवशसह",
    "Thai": "กขคงจชซดตถทนบปผพมยรลวสหอ", "CJK": "的一是不了人我在有他这中大来上国김이박서울부산전화번호日本東京都あいうえお",
}


def words(font):
    letters = next((v for k, v in LETTERS.items() if k in font), None) or random.choice([LATIN, LATIN, LATIN, CYRILLIC, GREEK])
    return " ".join("".join(random.choice(letters) for _ in range(random.randint(1, 9))) for _ in range(random.choice([1, 1, 2, 3, 5])))


def drawn():
    """Words as a mask, at an angle."""
    path, size = random.choice(FONTS), int(math.exp(random.uniform(math.log(7), math.log(70))))
    font, text = ImageFont.truetype(path, size), words(path)
    width, height = font.getbbox(text)[2:]
    mask = Image.new("L", (max(width, 1) + 8, max(height, 1) + 8))
    ImageDraw.Draw(mask).text((4, 4), text, font=font, fill=255)
    angle = random.choice([0, 0, 0, random.gauss(0, 8), random.uniform(-90, 90), 90])
    return np.asarray(mask.rotate(angle, expand=True, resample=Image.BILINEAR)).astype(np.float32) / 255


def write(crop, target):
    for _ in range(random.choice([1, 2, 3, 5])):
        mask = drawn()
        x, y = random.randint(-mask.shape[1] // 2, SIDE - 8), random.randint(-mask.shape[0] // 2, SIDE - 8)
        left, top, right, bottom = max(0, x), max(0, y), min(SIDE, x + mask.shape[1]), min(SIDE, y + mask.shape[0])
        if right <= left or bottom <= top:
            continue
        mask, place = mask[top - y:bottom - y, left - x:right - x], crop[top:bottom, left:right]
        for _ in range(8):
            colour = np.random.randint(0, 256, 3)
            if abs(colour.mean() - place.mean()) > 45:
                break
        if random.random() < .3:
            place[:] = np.random.randint(0, 256, 3) * .8 + place * .2
        strength = mask[..., None] * random.uniform(.6, 1)
        place[:] = place * (1 - strength) + colour * strength
        all_ink = np.zeros((SIDE, SIDE), np.float32)
        all_ink[top:bottom, left:right] = cv2.dilate(mask, np.ones((3, 3)))
        ink = (all_ink.reshape(SIDE // CELL, CELL, SIDE // CELL, CELL) > .4).mean((1, 3))
        target[ink > .06] = 255
        target[(ink > 0) & (ink <= .06) & (target < 120)] = 60  # neither nor


def spoilt(crop):
    if random.random() < .3:
        crop = cv2.GaussianBlur(crop, (0, 0), random.uniform(.4, 1.3))
    if random.random() < .5:
        crop = crop * random.uniform(.4, 1.2) + random.uniform(-15, 15)
    if random.random() < .4:
        crop = crop + np.random.normal(0, random.uniform(2, 10), crop.shape)
    crop = np.clip(crop, 0, 255)
    if random.random() < .4:
        coded = cv2.imencode(".jpg", crop[:, :, ::-1].astype(np.uint8), [1, random.randint(30, 90)])[1]
        crop = cv2.imdecode(coded, 1)[:, :, ::-1].astype(np.float32)
    return crop


def sample(images):
    image, cells = random.choice(images)
    across, down, side = cells.shape[1], cells.shape[0], SIDE // CELL
    if across < side or down < side:
        return sample(images)
    x, y = random.randint(0, across - side), random.randint(0, down - side)
    rows, columns = np.where(cells > 120)
    if len(rows) and random.random() < .5:
        i = random.randrange(len(rows))
        x = int(np.clip(columns[i] - random.randint(0, side), 0, across - side))
        y = int(np.clip(rows[i] - random.randint(0, side), 0, down - side))
    crop = image[y * CELL:y * CELL + SIDE, x * CELL:x * CELL + SIDE].astype(np.float32).copy()
    target = cells[y:y + side, x:x + side].copy()
    if random.random() < .55:
        write(crop, target)
    crop = spoilt(crop)
    if random.random() < .5:
        crop, target = crop[:, ::-1], target[:, ::-1]
    if random.random() < .3:
        crop, target = crop[::-1], target[::-1]
    return (crop / 127.5 - 1).transpose(2, 0, 1).copy(), target.copy()


def main(folder, out, minutes):
    torch.set_num_threads(1)
    for seed in (random.seed, np.random.seed, torch.manual_seed):
        seed(3)
    files = sorted(glob.glob(folder + "/*.png"))
    images = [(cv2.imread(f)[:, :, ::-1], np.load(f[:-3] + "npy")) for i, f in enumerate(files) if i % 10]
    net, start, batches = build(), time.time(), 0
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=1e-4)
    while (done := (time.time() - start) / (minutes * 60)) < 1:
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1, (batches + 1) / 50) * (.5 + .5 * math.cos(math.pi * done)) + 1e-5
        crops, targets = (torch.from_numpy(np.stack(a)).float() for a in zip(*[sample(images) for _ in range(BATCH)]))
        logits, truth = net(crops)[:, 0], (targets >= 90).float()
        weights = ((targets < 25) | (targets >= 90)).float() * (1 + 3 * truth)
        loss = (functional.binary_cross_entropy_with_logits(logits, truth, reduction="none") * weights).sum() / weights.sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        batches += 1
    torch.save(net.state_dict(), out)
    print(batches, "batches")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
