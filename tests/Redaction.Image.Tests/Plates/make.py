"""Draws backs of invented vehicles with invented plates: python3 make.py"""
import json
import os
import random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSansCondensed-Bold.ttf"


def plate(rows, width, height, ground, ink, band):
    big = Image.new("RGB", (width * 4, height * 4), ground)
    draw = ImageDraw.Draw(big)
    left = width // 2 if band else 0
    if band:
        draw.rectangle((0, 0, left, height * 4), fill=(20, 60, 160))
    size = int(height * 4 / len(rows) * 0.8)
    font = ImageFont.truetype(FONT, size)
    for i, row in enumerate(rows):
        draw.text((left + (width * 4 - left) / 2, height * 4 * (i + 0.5) / len(rows)), row, fill=ink, font=font, anchor="mm")
    draw.rectangle((0, 0, width * 4 - 1, height * 4 - 1), outline=ink, width=4)
    return big.resize((width, height), Image.LANCZOS)


def car(draw, x, y, s, body):
    draw.rounded_rectangle((x - 1.5 * s, y - s, x + 1.5 * s, y + s), s // 4, fill=body)
    draw.polygon([(x - 1.2 * s, y - s), (x - 0.9 * s, y - 1.8 * s), (x + 0.9 * s, y - 1.8 * s), (x + 1.2 * s, y - s)], fill=tuple(c // 2 for c in body))
    draw.polygon([(x - s, y - s), (x - 0.8 * s, y - 1.65 * s), (x + 0.8 * s, y - 1.65 * s), (x + s, y - s)], fill=(60, 70, 80))
    for side in (-1, 1):
        draw.ellipse((x + side * 1.15 * s - 0.22 * s, y - 0.6 * s, x + side * 1.15 * s + 0.22 * s, y - 0.2 * s), fill=(150, 20, 20))
        draw.rectangle((x + side * s - 0.3 * s, y + s, x + side * s + 0.3 * s, y + 1.3 * s), fill=(15, 15, 15))
    draw.rectangle((x - 1.5 * s, y + 0.55 * s, x + 1.5 * s, y + 0.95 * s), fill=tuple(max(0, c - 40) for c in body))


def main():
    random.seed(3)
    np.random.seed(3)
    street = Image.new("RGB", (960, 640), (150, 165, 185))
    draw = ImageDraw.Draw(street)
    draw.rectangle((0, 330, 960, 640), fill=(95, 95, 98))
    boxes = []
    for x, y, s, body, rows, w, h, ground, ink, band in (
            (250, 430, 120, (170, 30, 35), ["AB 123 CD"], 120, 26, (235, 235, 232), (20, 20, 20), True),
            (640, 400, 80, (40, 60, 110), ["KX51 PQR"], 84, 19, (240, 200, 40), (20, 20, 20), False),
            (850, 365, 45, (200, 200, 196), ["ABC", "4821"], 34, 22, (238, 238, 235), (25, 25, 25), False)):
        car(draw, x, y, s, body)
        left, top = x - w // 2, y + int(0.1 * s)
        street.paste(plate(rows, w, h, ground, ink, band), (left, top))
        boxes.append([left, top, w, h])
    pixels = np.asarray(street.filter(ImageFilter.GaussianBlur(0.7))).astype(np.float32) + np.random.normal(0, 4, (640, 960, 3))
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save("street.jpg", quality=88)
    with open("street.json", "w", encoding="utf-8") as out:
        json.dump(boxes, out)
        out.write("\n")


os.chdir(os.path.dirname(os.path.abspath(__file__)))
main()
