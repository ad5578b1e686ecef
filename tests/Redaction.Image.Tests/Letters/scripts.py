"""Draws lines in scripts that the reader knows and does not know, the last at an angle: python3 scripts.py"""
from PIL import Image, ImageDraw, ImageFont

LINES = [
    ("DejaVuSans.ttf", "Please water the garden"),
    ("DejaVuSans.ttf", "პეტრე ბერიძე, თბილისი"),
    ("DejaVuSans.ttf", "Հայերեն գրություն, փողոց"),
    ("DejaVuSans.ttf", "The meeting is on Monday"),
]

page = Image.new("RGB", (460, 380), (243, 240, 232))
draw = ImageDraw.Draw(page)
for i, (font, line) in enumerate(LINES):
    draw.text((24, 20 + 48 * i), line, fill=(35, 32, 40), font=ImageFont.truetype("/usr/share/fonts/truetype/dejavu/" + font, 24))
turned = Image.new("L", (340, 40))
ImageDraw.Draw(turned).text((4, 4), "სადგური ქუჩა, სახლი", fill=255, font=ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 24))
turned = turned.rotate(20, expand=True, resample=Image.BICUBIC)
page.paste((35, 32, 40), (40, 215), turned)
page.save("scripts.png", optimize=True)
