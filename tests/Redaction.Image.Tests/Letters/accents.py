"""Draws lines of letters with accents: python3 accents.py"""
from PIL import Image, ImageDraw, ImageFont

LINES = ["Łukasz Żółć, Günther Müßig", "Čeněk Dvořák, Şükrü Ağaoğlu", "François Lévêque, Señor Núñez"]

page = Image.new("RGB", (520, 170), (243, 240, 232))
draw, font = ImageDraw.Draw(page), ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 24)
for i, line in enumerate(LINES):
    draw.text((24, 20 + 48 * i), line, fill=(35, 32, 40), font=font)
page.save("accents.png", optimize=True)
