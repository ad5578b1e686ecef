"""Tells how many pixels of PDF pages differ outside the boxes that redaction drew: python3 pages.py BEFORE AFTER

BEFORE and AFTER are folders, AFTER as `redact run` wrote it. Python 3.11, NumPy, Pillow, and pdftoppm of poppler. A box is what is solidly black
on the redacted page, five pixels and more of it both ways (at 100 dpi), with a rim of two pixels.
"""
import hashlib
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image, ImageFilter

DIFFERENT = 32  # of 255: less is what smoothing of edges does


def drawn(path, folder, name):
    """The pages as poppler draws them; none where it cannot."""
    subprocess.run(["pdftoppm", "-r", "100", path, os.path.join(folder, name)], stderr=subprocess.DEVNULL, check=False, timeout=300)
    return [Image.open(os.path.join(folder, file)).convert("RGB") for file in sorted(os.listdir(folder)) if file.startswith(name + "-")]


def boxes(page):
    dark = Image.fromarray((np.asarray(page).max(2) < 8).astype(np.uint8) * 255)
    solid = dark.filter(ImageFilter.MinFilter(5)).filter(ImageFilter.MaxFilter(5))
    return np.asarray(solid.filter(ImageFilter.MaxFilter(5))) > 0


def compare(before, after):
    """Pixels outside boxes, how many of them differ, and pages whose size or number differs."""
    with tempfile.TemporaryDirectory() as folder:
        old, new = drawn(before, folder, "old"), drawn(after, folder, "new")
        outside = differing = 0
        odd = abs(len(old) - len(new))
        for a, b in zip(old, new):
            if a.size != b.size:
                odd += 1
                continue
            changed = np.abs(np.asarray(a).astype(int) - np.asarray(b)).max(2) > DIFFERENT
            box = boxes(b)
            outside, differing = outside + int((~box).sum()), differing + int((changed & ~box).sum())
        return outside, differing, odd, len(old)


def sources(folder):
    """Where a run put what it made of an input, by the hash of the input."""
    with open(os.path.join(folder, "manifest.jsonl"), encoding="utf-8") as manifest:
        items = [json.loads(line) for line in manifest]
    return {item["input"]["sha256"]: item["source"] for item in items if "output" in item}


def main(before, after):
    worst, written = 0, sources(after)
    for name in sorted(os.listdir(before)):
        path = os.path.join(before, name)
        if not name.endswith(".pdf"):
            continue
        with open(path, "rb") as file:
            found = written.get(hashlib.sha256(file.read()).hexdigest())
        if found is None:
            print(f"{name}: not released")
            continue
        outside, differing, odd, count = compare(path, os.path.join(after, found))
        if not count:
            print(f"{name}: {odd} pages after, none that poppler draws before")
            continue
        share = differing / outside if outside else 0
        worst = max(worst, share)
        print(f"{name}: {count} pages, {share:.4%} of pixels outside boxes differ" + (f", {odd} pages are missing or of another size" if odd else ""))
    print(f"worst: {worst:.4%}")


if __name__ == "__main__":
    main(*sys.argv[1:])
