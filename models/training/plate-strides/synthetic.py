"""Invented plates of many layouts, drawn flat; the loader turns, lights and pastes them."""
import random

import cv2
import numpy as np

LETTERS, DIGITS = "ABCDEFGHJKLMNPRSTUVWXYZ", "0123456789"
FONTS = (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_TRIPLEX, cv2.FONT_HERSHEY_COMPLEX)
# Layout of characters (A letter, 9 digit, / next row), width over height, background BGR, ink BGR, band at the left.
WHITE, YELLOW, BLACK, BLUE, GREEN = (235, 238, 240), (40, 190, 240), (25, 25, 25), (150, 70, 20), (70, 130, 40)
STYLES = [
    ("AA 99 AAA", 4.7, WHITE, BLACK, BLUE), ("A-AA 9999", 4.7, WHITE, BLACK, BLUE), ("AA-999-AA", 4.7, WHITE, BLACK, BLUE),
    ("AA99 AAA", 4.7, YELLOW, BLACK, None), ("99-AAA-9", 4.7, YELLOW, BLACK, BLUE), ("AAA 999", 2.0, WHITE, BLUE, None),
    ("AAA-9999", 2.0, WHITE, BLACK, None), ("9AAA999", 2.0, WHITE, BLUE, None), ("AAA 9999", 2.0, YELLOW, BLUE, None),
    ("AAA-999", 2.0, GREEN, WHITE, None), ("AAA 999", 2.0, BLUE, WHITE, None), ("AAA9A99", 3.1, WHITE, BLACK, None),
    ("AA 99 AA 9999", 4.5, WHITE, BLACK, None), ("AA99/AA9999", 1.7, WHITE, BLACK, None), ("AA99/A9999", 1.7, YELLOW, BLACK, None),
    ("999/9999", 2.0, WHITE, GREEN, None), ("99-99", 2.0, WHITE, GREEN, None), ("A9/AAA9", 1.2, WHITE, BLACK, BLUE),
    ("AAA/999", 1.3, WHITE, BLACK, None), ("AA/9999", 1.3, YELLOW, BLACK, None), ("AA 9999", 4.7, BLACK, WHITE, None),
    ("AAA 99", 4.7, BLACK, WHITE, None), ("AA-99-99", 4.7, YELLOW, BLACK, None), ("A 999 AA 99", 4.7, WHITE, BLACK, None),
    ("9999 AAA", 4.7, WHITE, BLACK, BLUE), ("AA999A", 3.1, WHITE, BLUE, None), ("AA 99999", 3.1, BLUE, WHITE, None), ("A.99999", 3.1, GREEN, WHITE, None),
]


def characters(layout):
    return "".join(random.choice(LETTERS) if c == "A" else random.choice(DIGITS) if c == "9" else c for c in layout)


def write(image, text, x, y, width, height, ink, font):
    thickness = max(2, int(height * random.uniform(0.08, 0.16)))
    (w, h), _ = cv2.getTextSize(text, font, 2.0, thickness)
    line = np.zeros((h + 16, w + 16), np.uint8)
    cv2.putText(line, text, (8, h + 8), font, 2.0, 255, thickness, cv2.LINE_AA)
    line = cv2.resize(line, (max(4, width), max(4, height)), interpolation=cv2.INTER_AREA)
    part = image[y:y + line.shape[0], x:x + line.shape[1]]
    a = line[:part.shape[0], :part.shape[1], None] / 255.0
    part[:] = part * (1 - a) + np.array(ink) * a


def plate():
    """A plate of 96 pixels' height, BGR, upright."""
    layout, aspect, ground, ink, band = random.choice(STYLES)
    height = 96
    width = int(height * aspect * random.uniform(0.9, 1.1))
    shade = np.clip(np.array(ground) + np.random.normal(0, 14, 3), 5, 250)
    image = np.full((height, width, 3), shade, np.float32)
    if random.random() < 0.3:
        image += np.linspace(-1, 1, width)[None, :, None] * np.random.normal(0, 25, 3)
    left = 6
    if band is not None and random.random() < 0.8:
        left = int(height * random.uniform(0.18, 0.4))
        image[:, :left] = band
    rows = characters(layout).split("/")
    font = random.choice(FONTS)
    caption = aspect < 2.5 and len(rows) == 1 and random.random() < 0.7
    top, room = (int(height * 0.24), int(height * 0.55)) if caption else (int(height * 0.1), int(height * 0.82))
    if caption:
        name = "".join(random.choice(LETTERS) for _ in range(random.randint(4, 11)))
        write(image, name, width // 4, 4, width // 2, int(height * 0.17), random.choice((ink, BLUE, (40, 40, 180))), FONTS[0])
    for i, row in enumerate(rows):
        h = room // len(rows)
        write(image, row, left + int(width * 0.03), top + i * h, int((width - left) * random.uniform(0.82, 0.92)), int(h * 0.9), ink, font)
    if random.random() < 0.7:
        cv2.rectangle(image, (0, 0), (width - 1, height - 1), [float(v) for v in random.choice((ink, BLACK, (120, 120, 120)))], random.randint(1, 5))
    if random.random() < 0.3:
        dirt = cv2.resize(np.random.rand(4, 8).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)[..., None]
        a = np.clip(dirt - 0.4, 0, 1) * random.uniform(0.3, 1)
        image = image * (1 - a) + np.array((50, 65, 80)) * a
    return np.clip(image, 0, 255).astype(np.uint8)
