"""Draws lines in Cyrillic and Greek, some with Latin words: python3 cyrillic_greek.py"""
from PIL import Image, ImageDraw, ImageFont

LINES = ["Щукина Жанна Юрьевна", "тел. +7 912 555-01-23, почта: zhanna@example.org", "Ґедзь Їжакевич, вулиця Європейська", "Љубица Ђорђевић, Ниш",
         "Γεώργιος Παπαδόπουλος", "ΑΦΜ: 123456783, οδός Ερμού", "The meeting is on Monday"]

page = Image.new("RGB", (700, 380), (243, 240, 232))
draw, font = ImageDraw.Draw(page), ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 24)
for i, line in enumerate(LINES):
    draw.text((24, 20 + 48 * i), line, fill=(35, 32, 40), font=font)
page.save("cyrillic-greek.png", optimize=True)
