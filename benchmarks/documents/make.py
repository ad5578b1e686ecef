"""Draws invented letters as a camera sees them, for `Redaction.Conformance documents`: python3 make.py OUT [COUNT]

Python 3.11, NumPy and Pillow. Takes the TrueType and OpenType fonts of the machine that have Latin letters (Debian: fonts-dejavu, fonts-liberation,
fonts-noto-core, fonts-urw-base35). Writes COUNT photographs and documents.json: for each file and kind of identifier the middles of its characters.
"""
import json
import math
import os
import random
import subprocess
import sys

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

KINDS = {  # label before the value, and values: invented, or numbers that are published for tests
    "e-mail": ("E-mail: ", ["mara.lindqvist42@example.com", "jonas_weber@mail.example.org", "t.okafor@example.net", "lucia.moreno77@example.es"]),
    "phone": ("Phone: ", ["+1 202 555 0143", "+44 20 7946 0958", "(212) 555-0187", "+33 1 99 00 12 34"]),
    "card": ("Card number: ", ["4111 1111 1111 1111", "5555 5555 5555 4444", "3782 822463 10005"]),
    "account": ("IBAN: ", ["DE89 3704 0044 0532 0130 00", "GB29 NWBK 6016 1331 9268 19", "FR14 2004 1010 0505 0001 3M02 606"]),
    "birth": ("Date of birth: ", ["12/04/1987", "3 March 1964", "1991-11-23"]),
    "name": ("Yours sincerely, ", ["Hannah Vogel", "Peter Lindqvist", "Maria Fernandez", "David Thompson"]),
}
FILLER = ["The lamps have been packed and leave the house today.", "Please return the form before the end of the month.",
          "We are glad that the repair went well.", "The invoice is enclosed with this letter."]
WIDTH = 860


def fonts():
    """Regular and bold fonts with Latin letters, one of each family and weight."""
    listed = subprocess.run(["fc-list", ":lang=en", "--format", "%{file}|%{family[0]}|%{style[0]}\n"], capture_output=True, text=True, check=True).stdout
    found = {}
    for file, family, style in sorted(line.split("|") for line in listed.splitlines()):
        if file.endswith((".ttf", ".otf")) and style in ("Regular", "Bold", "Book", "Italic", "Roman") and "Symbol" not in family and family != "D050000L":
            found.setdefault((family, style), file)
    return [file for _, file in sorted(found.items())]


def page(font):
    """A letter, and the middles of the characters of each identifier on it."""
    size = random.randint(17, 27)
    face = ImageFont.truetype(font, size)
    rows = [("", label, random.choice(values), kind) for kind, (label, values) in KINDS.items()]
    rows = [("", "", FILLER[0], None)] + random.sample(rows, len(rows)) + [("", "", text, None) for text in FILLER[1:]]
    image = Image.new("RGB", (WIDTH, int(size * 2.1 * len(rows)) + 60), tuple(random.randint(225, 250) for _ in range(3)))
    draw, ink = ImageDraw.Draw(image), tuple(random.randint(10, 70) for _ in range(3))
    middles, y = {}, 30
    for _, label, value, kind in rows:
        draw.text((36, y), label + value, fill=ink, font=face)
        for i in range(len(label), len(label + value)):
            if kind and value[i - len(label)] != " ":
                x = 36 + (draw.textlength((label + value)[:i], font=face) + draw.textlength((label + value)[:i + 1], font=face)) / 2
                middles.setdefault(kind, []).append((x, y + size * 0.62))
        y += int(size * 2.1)
    return image, middles


def photograph(paper, middles):
    """The letter on a table: at an angle, seen from the side, unevenly lit, noisy, compressed."""
    angle = math.radians(random.choice((0, 0, 90, 180, 270)) + random.gauss(0, 5))
    tilt = np.array([[1, 0, 0], [0, 1, 0], [random.gauss(0, 6e-5), random.gauss(0, 6e-5), 1]])
    c, s = math.cos(angle), math.sin(angle)
    turn = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]) @ tilt @ np.array([[1, 0, -paper.width / 2], [0, 1, -paper.height / 2], [0, 0, 1]])
    corners = apply(turn, [(0, 0), (paper.width, 0), (paper.width, paper.height), (0, paper.height)])
    low, high = corners.min(0) - 40, corners.max(0) + 40
    move = np.array([[1, 0, -low[0]], [0, 1, -low[1]], [0, 0, 1]]) @ turn
    size = tuple(int(v) for v in high - low)
    back = np.linalg.inv(move)
    back = (back / back[2, 2]).ravel()[:8]
    table = Image.new("RGB", size, tuple(random.randint(50, 130) for _ in range(3)))
    drawn = paper.transform(size, Image.PERSPECTIVE, back, Image.BICUBIC)
    table.paste(drawn, (0, 0), Image.new("L", paper.size, 255).transform(size, Image.PERSPECTIVE, back, Image.BICUBIC))
    pixels = np.asarray(table).astype(np.float32) * np.linspace(random.uniform(0.6, 1), 1, size[0])[None, :, None]
    pixels += np.random.normal(0, random.uniform(0, 7), pixels.shape)
    photo = Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(random.uniform(0, 0.8)))
    return photo, {kind: [[round(float(v)) for v in p] for p in apply(move, points)] for kind, points in middles.items()}


def apply(matrix, points):
    moved = np.c_[np.array(points, float), np.ones(len(points))] @ matrix.T
    return moved[:, :2] / moved[:, 2:]


def main(out, count=60):
    random.seed(20), np.random.seed(20)
    os.makedirs(out, exist_ok=True)
    usable, described = fonts(), {}
    chosen = random.sample(usable, min(len(usable), count))
    for n in range(count):
        paper, middles = page(chosen[n % len(chosen)])
        photo, seen = photograph(paper, middles)
        name = f"{n:03}.jpg"
        photo.save(os.path.join(out, name), quality=random.randint(60, 92))
        described[name] = seen
    with open(os.path.join(out, "documents.json"), "w", encoding="utf-8") as f:
        json.dump(described, f)
    print(f"{count} documents in {len(chosen)} fonts")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
