"""Makes pictures of lines to read, and counts what was read wrong.

python3 measure.py make NAMES.json OUT_DIR    pictures of six lines: words and typefaces that train nothing, 12, 16, 22 pixels
python3 measure.py score OUT_DIR READ.json    READ.json maps the name of a picture to the text that was read in it
"""
import collections
import json
import pathlib
import random
import sys

import numpy as np
from PIL import Image, ImageDraw, ImageFont

import lines
from texts import Texts
from train import distance

EUROPE = {
    "de": "Straße Müller Köln Geburtsdatum Größe fünf Übergabe Jäger", "fr": "prénom né à Béziers façade élève août où Noël",
    "es": "señor niño corazón dirección año teléfono Núñez Málaga", "pl": "żółć Łódź ulica świętego imię nazwisko źródło Wałęsa",
    "cs": "příjmení Dvořák čtvrtek ulice číslo Žižkov měsíc děti", "tr": "İsim soyadı şehir güneş çocuk ığdır Ağaoğlu Şükrü"}
EAST = {"ja": "住所:東京都港区|電話番号 03-1234-5678|山田太郎 様|生年月日 1985年4月12日|お客様番号 778120|口座番号 1234567",
        "zh": "地址:北京市朝阳区|电话 010-66554433|姓名:王小明|出生日期 1990年5月3日|身份证号码 110101|账户号码 62220212"}
SIZES, LINES, PAGES = (12, 16, 22), 6, 2


def texts_of(texts, language, r):
    if language in EAST:
        return r.sample(EAST[language].split("|"), LINES)
    if language in EUROPE:
        words = EUROPE[language].split()
        return [" ".join(r.sample(words, 3)) + " " + r.choice((texts.number(), texts.mail())).replace("₽", "€").replace("руб.", "€")
                for _ in range(LINES)]
    kinds = [texts.labelled, texts.labelled, texts.labelled, texts.person, texts.phrase, texts.phrase]
    return [kind(language)[:44].strip() for kind in kinds]


def faces(language):
    script = {"ja": "ja", "zh": "ja", "el": "el", "sr": "sr", "mk": "sr"}.get(language, "ru")
    families = lines.typefaces(True)[script] if language not in EAST else {
        "Noto": [f for f in lines.typefaces(True)["ja"]["Noto Sans CJK JP" if language == "ja" else "Noto Sans CJK SC"]]}
    return [sorted(families[f])[0] for f in sorted(families)]


def page(texts, language, size, noisy, r):
    while True:
        said = [" ".join(t.split()) for t in texts_of(texts, language, r)]
        face = r.choice(faces(language))
        if all(lines.has(*face, c) for t in said for c in t):
            break
    font = ImageFont.truetype(face[0], size, index=face[1])
    image = Image.new("RGB", (max(480, int(max(font.getlength(t) for t in said)) + 60), 40 + LINES * size * 2), (250, 250, 250))
    pen = ImageDraw.Draw(image)
    for i, text in enumerate(said):
        pen.text((24, 20 + i * size * 2), text, (20, 20, 30), font)
    if noisy:
        pixels = np.asarray(image).astype(np.float32)
        pixels = pixels * 0.85 + 10 + np.random.default_rng(r.getrandbits(32)).normal(0, 10, pixels.shape)
        image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    return image, said


def make(names, out):
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    r, texts, truth = random.Random(9), Texts(names, 9, True), {}
    for language in ("ru", "uk", "bg", "sr", "be", "mk", "kk", "el", "en", *EUROPE, *EAST):
        for size in SIZES:
            for noisy in (False, True):
                for number in range(PAGES * (2 if language in ("ru", "el") else 1)):
                    image, said = page(texts, language, size, noisy, r)
                    name = f"{language}-{size}-{'noisy' if noisy else 'clean'}-{number}.png"
                    image.save(out / name)
                    truth[name] = said
    (out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=0), encoding="utf-8")


def score(out, read):
    truth = json.loads((pathlib.Path(out) / "truth.json").read_text(encoding="utf-8"))
    readings = json.loads(pathlib.Path(read).read_text(encoding="utf-8"))
    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    for name, said in truth.items():
        language, size, noise, _ = name.split("-")
        got = [" ".join(t.split()) for t in readings[name].split("\n")]
        for text in said:
            plain = text.replace(" ", "")
            best = min((distance(g.replace(" ", ""), plain) for g in got), default=len(plain))
            script = "cyrillic" if language in ("ru", "uk", "bg", "sr", "be", "mk", "kk") else "europe" if language in EUROPE else language
            for key in (language, script, f"{script} {size} {noise}"):
                one = sums[key]
                one[0] += min(best, len(plain))
                one[1] += len(plain)
                one[2] += best == 0
                one[3] += 1
    for key in sorted(sums):
        wrong, characters, exact, count = sums[key]
        print(f"{key:24} {wrong / characters:.4f}  {exact} of {count}")


if __name__ == "__main__":
    {"make": make, "score": score}[sys.argv[1]](*sys.argv[2:])
