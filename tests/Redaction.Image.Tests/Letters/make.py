"""Draws invented letters as a camera would see them, with the middles of the characters of their identifiers: python3 make.py"""
import json
import math
import os
import random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = "/usr/share/fonts/truetype/"
LETTERS = {  # name: font, size, angle in degrees, noise, (label, identifier) rows
    "upright": ("liberation/LiberationSerif-Regular.ttf", 22, 0, 0),
    "turned": ("dejavu/DejaVuSans.ttf", 19, 11, 5),
    "on-its-head": ("liberation/LiberationSans-Bold.ttf", 20, 180, 3),
    "lying": ("dejavu/DejaVuSansMono.ttf", 18, 90, 3),
}
ROWS = [
    ("Dear colleague,", ""),
    ("the lamps have been packed and leave the house today.", ""),
    ("E-mail: ", "mara.lindqvist42@example.com"),
    ("Phone: ", "+1 202 555 0143"),
    ("Card number: ", "4111 1111 1111 1111"),
    ("With kind regards,", ""),
]


def make(name, font, size, angle, noise):
    random.seed(name)
    np.random.seed(len(name))
    page = Image.new("RGB", (660, 330), (243, 240, 232))
    draw, font = ImageDraw.Draw(page), ImageFont.truetype(FONTS + font, size)
    middles, y = [], 30
    for label, value in ROWS:
        draw.text((36, y), label + value, fill=(35, 32, 40), font=font)
        for i in range(len(label), len(label + value)):
            if (label + value)[i] != " ":
                x = 36 + (draw.textlength((label + value)[:i], font=font) + draw.textlength((label + value)[:i + 1], font=font)) / 2
                middles.append((x, y + size * 0.62))
        y += int(size * 2.1)
    turned = page.rotate(angle, expand=True, resample=Image.BICUBIC)
    paper = Image.new("L", page.size, 255).rotate(angle, expand=True, resample=Image.BICUBIC)
    table = Image.new("RGB", (760, 760 if angle == 90 else 520), (88, 74, 66))
    left, top = (table.width - turned.width) // 2, (table.height - turned.height) // 2
    table.paste(turned, (left, top), paper)
    pixels = np.asarray(table).astype(np.float32) * np.linspace(0.8, 1, table.width)[None, :, None]
    pixels += np.random.normal(0, noise, pixels.shape) if noise else 0
    photo = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
    if noise:
        photo = photo.filter(ImageFilter.GaussianBlur(0.6))
    photo.save(name + ".jpg", quality=80)
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return [[round(c * (x - 330) + s * (y - 165) + table.width / 2), round(-s * (x - 330) + c * (y - 165) + table.height / 2)] for x, y in middles]


os.chdir(os.path.dirname(os.path.abspath(__file__)))
with open("letters.json", "w", encoding="utf-8") as out:
    json.dump({name: make(name, *how) for name, how in LETTERS.items()}, out)
    out.write("\n")
