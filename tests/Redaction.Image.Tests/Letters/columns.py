"""Draws lines that begin right before the place where a tile of the reader ends: python3 columns.py"""
import numpy as np
from PIL import Image, ImageDraw, ImageFont

LINES = ["Please read the paper", "Train small green light", "Light every window", "Paper after paper", "House letter train", "Small plan for water",
         "Table over paper", "Every garden house", "Window when order"]

page = Image.new("L", (2100, 303), 245)
draw, font = ImageDraw.Draw(page), ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 24)
for i, line in enumerate(LINES):
    draw.text((1258, 24 + 27 * i), line, fill=20, font=font)
pixels = np.array(page).astype(float)
pixels[:, 1200:1700] += np.random.default_rng(1).normal(0, 8, (303, 500))
Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save("columns.jpg", quality=75, optimize=True)
