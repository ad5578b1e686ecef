"""Draws pages of labelled identifiers in fifteen languages, and tells how much `redact run` left:

    python3 labelled.py make FOLDER [COUNT] [SEED]     writes FOLDER/in/*.png and FOLDER/truth.json
    python3 labelled.py score FOLDER REDACTED          identifier lines masked, ordinary lines left as they were

Python 3.11, NumPy, Pillow (Debian: python3-numpy python3-pil fonts-dejavu fonts-liberation fonts-noto-cjk). Letters of 14 to 26 pixels, in every
second page noise, in every third a skew of up to two degrees. A line of an identifier counts as masked when nine tenths of the ink of its value are
painted, an ordinary one as left when at most a fiftieth of its ink has changed. Everything in the pages is invented.
"""
import json
import os
import random
import sys

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from labelled_words import LANGUAGES

FONTS = ["dejavu/DejaVuSans.ttf", "dejavu/DejaVuSerif.ttf", "liberation/LiberationSans-Regular.ttf", "liberation/LiberationSerif-Regular.ttf",
         "dejavu/DejaVuSansMono.ttf"]
EAST = {"ja": 0, "zh": 2}  # which face of the collection
WIDTH, MARGIN = 1000, 60


def digits(pick, pattern):
    return "".join(pick.choice("0123456789") if c == "#" else c for c in pattern)


def iban(pick, country, length):
    body = digits(pick, "#" * (length - 4))
    check = 98 - int(body + "".join(str(ord(c) - 55) for c in country) + "00") % 97
    whole = f"{country}{check:02}{body}"
    return " ".join(whole[i:i + 4] for i in range(0, len(whole), 4))


def card(pick):
    number = "4" + digits(pick, "#" * 14)
    odd = sum(sum(divmod(2 * int(c), 10)) if i % 2 == 0 else int(c) for i, c in enumerate(number))
    number += str(-odd % 10)
    return " ".join(number[i:i + 4] for i in range(0, 16, 4))


def page_lines(pick, language):
    """Lines in order: (label, value) of identifiers, (None, text) of others."""
    words = LANGUAGES[language]
    labels = words["labels"]
    born = f"{pick.randrange(1, 29):02}{words['date']}{pick.randrange(1, 13):02}{words['date']}{pick.randrange(1945, 2004)}"
    if language in EAST:
        born = f"{pick.randrange(1945, 2004)}年{pick.randrange(1, 13)}月{pick.randrange(1, 29)}日"
    values = {
        "name": pick.choice(words["names"]), "phone": digits(pick, pick.choice(words["phones"])), "born": born,
        "mail": f"{pick.choice(words['mails'])}{pick.randrange(100)}@example.{pick.choice(['org', 'com', 'net'])}",
        "iban": iban(pick, *words["iban"]) if words["iban"] else digits(pick, "#" * 7), "card": card(pick),
        "address": f"{pick.choice(words['streets'])}".replace("#", str(pick.randrange(1, 99))),
    }
    lines = [(labels[k], values[k]) for k in pick.sample(sorted(labels), 5)]
    lines += [(None, text) for text in pick.sample(words["ordinary"], 6)]
    pick.shuffle(lines)
    return lines


def draw(pick, language, number):
    size = pick.randrange(14, 27)
    if language in EAST:
        font = ImageFont.truetype("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", size, index=EAST[language])
    else:
        font = ImageFont.truetype("/usr/share/fonts/truetype/" + pick.choice(FONTS), size)
    lines = page_lines(pick, language)
    step = round(size * pick.uniform(1.7, 2.3))
    height = 2 * MARGIN + step * len(lines)
    paper, ink = pick.randrange(235, 256), pick.randrange(30, 80)  # what is painted is black
    page = Image.new("L", (WIDTH, height), paper)
    masks = []
    for i, (label, text) in enumerate(lines):
        at = (MARGIN, MARGIN + i * step)
        before = "" if label is None else f"{label}{'：' if language in EAST else ':'} "
        ImageDraw.Draw(page).text(at, before + text, ink, font)
        mask = Image.new("L", page.size)
        ImageDraw.Draw(mask).text((at[0] + font.getlength(before), at[1]), text, 255, font)
        masks.append(mask)
    if number % 3 == 2:
        angle = pick.uniform(-2, 2)
        page = page.rotate(angle, Image.BICUBIC, fillcolor=paper)
        masks = [m.rotate(angle, Image.BICUBIC) for m in masks]
    pixels = np.asarray(page).astype(float)
    if number % 2:
        pixels += np.random.default_rng(pick.getrandbits(32)).normal(0, pick.choice([6, 10, 14]), pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).convert("RGB"), lines, masks


def pages(count, seed):
    pick = random.Random(seed)
    for number in range(count):
        language = list(LANGUAGES)[number % len(LANGUAGES)]
        image, lines, masks = draw(pick, language, number // len(LANGUAGES))
        yield f"{language}-{number:03}", image, lines, masks


def make(folder, count=60, seed=1):
    os.makedirs(os.path.join(folder, "in"), exist_ok=True)
    for name, image, *_ in pages(int(count), int(seed)):
        image.save(os.path.join(folder, "in", name + ".png"))
    with open(os.path.join(folder, "truth.json"), "w", encoding="utf-8") as file:
        json.dump({"count": int(count), "seed": int(seed)}, file)


def score(folder, redacted):
    with open(os.path.join(folder, "truth.json"), encoding="utf-8") as file:
        truth = json.load(file)
    sums, missed = {}, []
    for name, image, lines, masks in pages(truth["count"], truth["seed"]):
        result = np.asarray(Image.open(os.path.join(redacted, name + ".png")).convert("RGB")).astype(int)
        changed = np.abs(result - np.asarray(image).astype(int)).max(axis=2) > 0
        for (label, text), mask in zip(lines, masks):
            share = changed[np.asarray(mask) > 128].mean()
            good = share >= 0.9 if label else share <= 0.02
            for key in (name[:2], "all"):
                one = sums.setdefault(key, [0, 0, 0, 0])
                one[0 if label else 2] += good
                one[1 if label else 3] += 1
            if not good:
                missed.append(f"{name} {share:.2f} {label or '-'} {text}")
    for key, (masked, of, left, ordinary) in sorted(sums.items()):
        print(f"{key:4} identifier lines masked {masked} of {of} ({masked / of:.3f}), ordinary left {left} of {ordinary} ({left / ordinary:.3f})")
    print("\n".join(missed))


if __name__ == "__main__":
    {"make": make, "score": score}[sys.argv[1]](*sys.argv[2:])
