"""Draws invented lines of text as a finder of lines cuts them out of a picture: python3 lines.py NAMES.json OUT COUNT SEED [held|rare]

OUT.bin holds, line by line, the width as 32 bits and 3 x 48 x width bytes of blue, green and red; OUT.txt the texts. Needs Pillow, NumPy,
fontconfig. With "held", typefaces and words are those that train
nothing; with "rare", languages and scripts are those that are few among the others.
"""
import functools
import io
import random
import struct
import subprocess
import sys

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from texts import RARE, Texts

HEIGHT, STEP, MOST = 48, 8, 1600
HELD = ("Open Sans", "PT Serif", "Carlito", "Hack", "GFS Artemisia", "FreeSerif")
OFTEN = ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "Noto Sans", "Noto Serif", "Roboto", "Arimo", "Tinos", "PT Sans", "Cousine",
         "Liberation Mono", "DejaVu Serif", "DejaVu Sans Mono", "Inter")
NEVER = ("Thin", "Hairline", "Upright Italic", "Math", "CMU Classical", "Extra Light", "ExtraLight", "Comfortaa", "Extra", "Black")


@functools.lru_cache(None)
def typefaces(held):
    """Files of typefaces by family, for each script asked for: (file, index)."""
    found = {}
    for script in ("ru", "el", "sr", "kk", "en", "ja", "ko", "he", "ar", "hi", "th"):
        listed = subprocess.run(["fc-list", f":lang={script}", "file", "family", "style", "index"], capture_output=True, text=True, check=True)
        families = {}
        for row in listed.stdout.splitlines():
            file, rest = row.split(": ", 1)
            family = rest.split(":")[0].split(",")[0]
            if any(n in rest for n in NEVER) or not file.endswith((".ttf", ".otf", ".ttc")):
                continue
            if script in ("ru", "el", "sr", "kk") and (family in HELD) != held:
                continue
            if script == "en" and family in HELD and not held:
                continue
            families.setdefault(family, []).append((file, int(rest.rsplit("index=", 1)[-1]) & 0xffff))
        found[script] = families
    return found


@functools.lru_cache(400)
def font(file, index, size):
    return ImageFont.truetype(file, size, index=index)


@functools.lru_cache(None)
def has(file, index, character):
    """True where a typeface draws a character of its own."""
    face = font(file, index, 24)
    shown, missing = face.getmask(character), face.getmask("\uffff")
    return character == " " or (shown.size[0] > 0 and (shown.size != missing.size or bytes(shown) != bytes(missing)))


def script_of(text):
    for c in text:
        o = ord(c)
        if 0x370 <= o < 0x400:
            return "el"
        if c in "әғқңөұүһӘҒҚҢӨҰҮҺ":
            return "kk"
        if c in "ђјљњћџѓќѕЂЈЉЊЋЏЃЌЅ":
            return "sr"
        if 0x3040 <= o < 0x3100 or 0x4e00 <= o < 0xa000:
            return "ja"
        for low, high, script in ((0xac00, 0xd7b0, "ko"), (0x590, 0x600, "he"), (0x600, 0x700, "ar"), (0x900, 0x980, "hi"), (0xe00, 0xe80, "th")):
            if low <= o < high:
                return script
    return "ru" if any(0x400 <= ord(c) < 0x530 for c in text) else "en"


def choose(r, text, held):
    families = typefaces(held)[script_of(text)]
    often = [f for f in families if f in OFTEN]
    for _ in range(40):
        family = r.choice(often if often and r.random() < 0.5 else sorted(families))
        face = r.choice(sorted(families[family]))
        if all(has(*face, c) for c in text):
            return face
    return None


def draw(r, text, held):
    size = r.choice((r.randint(9, 16), r.randint(10, 26), r.randint(16, 44)))
    chosen = choose(r, text, held)
    if chosen is None:
        return None
    face = font(*chosen, size)
    left, top, right, bottom = face.getbbox(text)
    ascent, descent = face.getmetrics()
    margin = max(4, size // 2)
    spread = r.randint(1, max(1, size // 8)) if r.random() < 0.08 else 0
    width = right - left + 2 * margin + spread * len(text)
    paper, ink = colours(r)
    image = Image.new("RGB", (width + 2 * margin, ascent + descent + 2 * margin), paper)
    pen = ImageDraw.Draw(image)
    if spread:
        x = margin * 1.5
        for c in text:
            pen.text((x, margin), c, ink, face)
            x += face.getlength(c) + spread
        right = left + int(x - margin * 1.5)
    else:
        pen.text((margin * 1.5 - left, margin), text, ink, face)
    if r.random() < 0.04:
        y = margin + ascent + max(1, size // 10)
        pen.line((margin, y, width, y), ink, max(1, size // 16))
    if r.random() < 0.5:
        image = image.rotate(r.gauss(0, 0.7), Image.BILINEAR, fillcolor=paper)
    image = degrade(r, image, size)
    # The finder's box: about the letters, seldom tighter than their bodies.
    above, below = r.uniform(-0.04, 0.35) * size, r.uniform(-0.02, 0.35) * size
    ends = r.uniform(0.02, 0.5) * size, r.uniform(0.02, 0.5) * size
    box = (max(0, margin * 1.5 - ends[0]), max(0, margin + min(top, ascent - size * 0.75) - above),
           min(image.width, margin * 1.5 + right - left + ends[1]), min(image.height, margin + max(bottom, ascent) + below))
    return crop(r, image, box)


def colours(r):
    if r.random() < 0.55:
        light, dark = r.randint(225, 255), r.randint(0, 70)
        pair = (light,) * 3, (dark,) * 3
    else:
        while True:
            pair = tuple(tuple(r.randint(0, 255) for _ in range(3)) for _ in range(2))
            if abs(grey(pair[0]) - grey(pair[1])) > 60:
                break
    return pair if r.random() < 0.88 else pair[::-1]


def grey(colour):
    return 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2]


def degrade(r, image, size):
    """What prints, scans and photographs suffer: blur, noise, light, compression."""
    roll = r.random()
    if roll < 0.35:
        return image
    if r.random() < 0.35:
        image = image.filter(ImageFilter.GaussianBlur(r.uniform(0.2, 0.045 * size)))
    pixels = np.asarray(image).astype(np.float32)
    numbers = np.random.default_rng(r.getrandbits(32))
    if r.random() < 0.35:
        pixels += np.linspace(0, r.uniform(-60, 60), pixels.shape[1], dtype=np.float32)[None, :, None]
    if r.random() < 0.6:
        pixels += numbers.normal(0, r.uniform(2, 16), pixels.shape if r.random() < 0.5 else (*pixels.shape[:2], 1)).astype(np.float32)
    if r.random() < 0.06:
        specks = numbers.random(pixels.shape[:2])
        pixels[specks < 0.01], pixels[specks > 0.99] = 0, 255
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    if r.random() < 0.06:
        middle = float(np.asarray(image.convert("L")).astype(np.float32).mean()) - 30
        image = image.convert("L").point(lambda v: 255 * (v > middle)).convert("RGB")
    if r.random() < 0.4:
        file = io.BytesIO()
        image.save(file, "JPEG", quality=r.randint(30, 92))
        image = Image.open(file).convert("RGB")
    return image


def crop(r, image, box):
    width = int(np.ceil(HEIGHT * (box[2] - box[0]) / (box[3] - box[1]) / STEP)) * STEP
    kind = Image.BOX if box[3] - box[1] > 1.5 * HEIGHT else Image.BILINEAR
    return image.resize((max(48, min(MOST, width)), HEIGHT), kind, box=box)


def main(names, out, count, seed, kind=""):
    held = kind == "held"
    r = random.Random(int(seed))
    texts = Texts(names, int(seed), held, RARE if kind == "rare" else None)
    with open(out + ".bin", "wb") as pixels, open(out + ".txt", "w", encoding="utf-8") as lines:
        for _ in range(int(count)):
            text = " ".join(texts.line().split())
            drawn = draw(r, text, held) if text else None
            if drawn is None:
                continue  # no typeface has all of it
            image = np.asarray(drawn)[:, :, ::-1]
            pixels.write(struct.pack("<i", image.shape[1]) + np.ascontiguousarray(image.transpose(2, 0, 1)).tobytes())
            lines.write(text + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
