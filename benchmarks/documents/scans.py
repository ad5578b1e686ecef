"""Draws invented scans with text burned into them, and tells how much of it `redact run` left:

    python3 scans.py make FOLDER [COUNT] [SEED]     writes FOLDER/in/*.dcm and FOLDER/truth.json
    python3 scans.py score FOLDER REDACTED          identifiers found, marks kept

Python 3.11, NumPy, Pillow, pydicom (Debian: python3-numpy python3-pil python3-pydicom fonts-dejavu). Three kinds in turn: a slice of 12 bits (CT), an
ultrasound in RGB, a secondary capture of 8 bits; letters of 12 to 40 pixels, noise, a ruler in every other frame. An identifier counts as found when
nine tenths of its ink are painted, a mark as kept when nine tenths are as they were.
"""
import json
import os
import random
import sys

import numpy as np
import pydicom
from PIL import Image, ImageDraw, ImageFont
from pydicom.dataset import Dataset, FileMetaDataset

FONTS = ["DejaVuSans", "DejaVuSans-Bold", "DejaVuSansMono", "DejaVuSansCondensed", "DejaVuSansMono-Bold"]
GIVEN = "Mara Jonas Thandiwe Lucia Piotr Aiko Samuel Ingrid Omar Beatriz Henrik Noor".split()
FAMILY = "Lindqvist Weber Okafor Moreno Kowalczyk Tanaka Brandt Halvorsen Haddad Carvalho Whitfield Vogel".split()
HOUSES = ["St. Alban Hospital", "Northgate Clinic", "Klinikum Seeheim", "Lakeside Imaging Center", "Mercy General Hospital"]
LABELS = ["Pat. ID ", "MRN: ", "ID: ", "DOB: ", "Born ", "Dr. ", "*"]
MARKS = ("L,R,A,P,H,F,120 kV,200 mA,80 kVp,5 cm,10 cm,W 400 L 40,WW: 350 WL: 50,Im: 23,Se: 4,FOV 240 mm,MI 1.2,TIS 0.8,12 Hz,Gain 54%,C5-2,DR 60,"
         "T 2.5 mm,Zoom 1.2,SUPINE,PORTABLE,ERECT,AP,LAT,2.5 mm,Thk 5.0,Depth 12 cm,TR 450,TE 15,x1.0,R LAT").split(",")


def ground(kind, width, height, pick, noise):
    """What the apparatus shows behind the text."""
    y, x = np.mgrid[0:height, 0:width]
    if kind == "CT":
        body = np.where(((x - width / 2) / (width * .38)) ** 2 + ((y - height / 2) / (height * .33)) ** 2 < 1, 110, 6).astype(float)
        body += np.where(((x - width * .4) / (width * .09)) ** 2 + ((y - height * .5) / (height * .1)) ** 2 < 1, 60, 0)
        return body + noise.normal(0, pick.choice([2, 6, 10]), body.shape)
    if kind == "US":
        far, angle = np.hypot(x - width / 2, y - 40), np.arctan2(x - width / 2, y - 40)
        fan = (abs(angle) < .6) & (far > 60) & (far < height * .8)
        return np.where(fan, 60 + 40 * np.sin(far / 17) + noise.normal(0, 30, far.shape), 3) + noise.normal(0, 2, far.shape)
    return pick.choice([20, 60, 120]) + 30 * np.sin(x / 90) + 30 * np.cos(y / 70) + noise.normal(0, pick.choice([3, 8]), x.shape)


def person(pick):
    """A person, and the wordings in which a frame tells of them."""
    given, family, doctor, house = pick.choice(GIVEN), pick.choice(FAMILY), pick.choice(FAMILY), pick.choice(HOUSES)
    number = pick.choice([f"{pick.randrange(10 ** 7):07}", f"MRN{pick.randrange(10 ** 6):06}",
                          f"{pick.randrange(100, 700)}-{pick.randrange(10, 99)}-{pick.randrange(1000, 9999)}"])
    year, month, day = pick.randrange(1930, 2005), pick.randrange(1, 13), pick.randrange(1, 29)
    name = pick.choice([f"{family.upper()}, {given.upper()}", f"{family}, {given}", f"{given} {family}", f"{family.upper()}^{given.upper()}"])
    born = pick.choice([f"{day:02}.{month:02}.{year}", f"{month:02}/{day:02}/{year}", f"{year}-{month:02}-{day:02}"])
    texts = [name, pick.choice(["ID: ", "", "Pat. ID ", "MRN: "]) + number, pick.choice(["DOB: ", "*", "Born ", ""]) + born, house, "Dr. " + doctor]
    header = {"PatientName": f"{family}^{given}", "PatientID": number, "PatientBirthDate": f"{year}{month:02}{day:02}", "InstitutionName": house,
              "ReferringPhysicianName": doctor}
    return header, pick.sample(texts, pick.choice([2, 3, 4]))


class Frame:
    def __init__(self, pixels, font, bright):
        self.pixels, self.font, self.bright, self.taken, self.places = pixels, font, bright, [], []

    def put(self, text, kind, side, x, y, step):
        height, width = self.pixels.shape
        wide = self.font.getbbox(text)[2]
        left = x if side == "l" else x - wide
        if left < 0 or left + wide > width: return False
        if any(left - 12 < c and left + wide + 12 > a and y - 2 < d and y + step + 2 > b for a, b, c, d in self.taken): return False
        drawn = Image.new("L", (width, height), 0)
        ImageDraw.Draw(drawn).text((left, y), text, fill=255, font=self.font)
        ink = np.asarray(drawn) / 255
        self.pixels[:] = self.pixels * (1 - ink) + self.bright * ink
        self.taken.append((left, y, left + wide, y + step))
        seen = ink > .5
        label = next((known for known in LABELS if kind == "id" and text.startswith(known)), "")
        if label: seen[:, :left + int(self.font.getlength(label))] = False  # a label may stay
        self.note(kind, text, np.argwhere(seen))
        return True

    def ruler(self):
        height, width = self.pixels.shape
        top, step = int(height * .42), int(height * .016)
        for k in range(11): self.pixels[top + k * step, width - 30:width - 30 + (12 if k % 5 == 0 else 6)] = self.bright
        self.pixels[top:top + 10 * step + 1, width - 30] = self.bright
        self.note("mark", "ruler", np.array([(top + k, width - 30) for k in range(10 * step + 1)]))

    def note(self, kind, text, ink):
        self.places.append({"kind": kind, "text": text, "y": ink[:, 0].tolist(), "x": ink[:, 1].tolist()})


def scan(kind, number, seed, pick, noise, path):
    size = pick.choice([12, 14, 16, 20, 24, 32, 40])
    width, height = {"CT": (1024, 1024) if size >= 32 else (512, 512), "US": (800, 600), "SC": (1024, 768)}[kind]
    font = ImageFont.truetype(f"/usr/share/fonts/truetype/dejavu/{pick.choice(FONTS)}.ttf", size)
    frame = Frame(np.clip(ground(kind, width, height, pick, noise), 0, 255), font, pick.choice([255, 235, 210]))
    header, texts = person(pick)
    step = int(size * 1.35)
    slots = [(side, x, y) for side, x in (("l", 8), ("r", width - 8)) for k in range(int(height * .38 / step)) for y in (8 + k * step, height - 8 - (k + 1) * step)]
    top = [s for s in slots if s[0] == "l" and s[2] < height / 2]
    rest = [s for s in slots if s not in top]
    pick.shuffle(rest)
    for text, slot in zip(texts, top): frame.put(text, "id", *slot, step)
    for text in pick.sample(MARKS, pick.choice([3, 4, 5])):
        for slot in rest:
            if frame.put(text, "mark", *slot, step):
                rest.remove(slot)
                break
    if pick.random() < .5: frame.ruler()
    write(kind, np.clip(frame.pixels, 0, 255), header, f"1.2.3.{seed}.{number}", path)
    return {"size": size, "places": frame.places}


def write(kind, pixels, header, uid, path):
    file = Dataset()
    file.file_meta = FileMetaDataset()
    file.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.1"
    file.file_meta.MediaStorageSOPClassUID = file.SOPClassUID = "1.2.840.10008.5.1.4.1.1." + {"CT": "2", "US": "6.1", "SC": "7"}[kind]
    file.file_meta.MediaStorageSOPInstanceUID = file.SOPInstanceUID = uid
    file.StudyInstanceUID, file.SeriesInstanceUID, file.StudyDate, file.Modality = "1.2.3.4", "1.2.3.5", "20240310", {"SC": "OT"}.get(kind, kind)
    for keyword, value in header.items(): setattr(file, keyword, value)
    file.Rows, file.Columns = pixels.shape
    file.SamplesPerPixel, file.PhotometricInterpretation = (3, "RGB") if kind == "US" else (1, "MONOCHROME2")
    file.BitsAllocated, file.BitsStored, file.HighBit, file.PixelRepresentation = (16, 12, 11, 0) if kind == "CT" else (8, 8, 7, 0)
    if kind == "US": file.PlanarConfiguration = 0
    shown = np.repeat(pixels.astype(np.uint8)[:, :, None], 3, 2) if kind == "US" else pixels.astype(np.uint8)
    file.PixelData = ((pixels * 16).astype("<u2") if kind == "CT" else shown).tobytes()
    file.is_little_endian, file.is_implicit_VR = True, False
    file.save_as(path, write_like_original=False)


def samples(path):
    file = pydicom.dcmread(path)
    values = np.frombuffer(file.PixelData, np.uint8 if file.BitsAllocated == 8 else "<u2")
    return values[:file.Rows * file.Columns * file.SamplesPerPixel].reshape(file.Rows, file.Columns, -1)[:, :, 0].astype(int)


def score(folder, redacted):
    counts = {"id": [0, 0], "mark": [0, 0], "frame": [0, 0]}
    for name, truth in json.load(open(f"{folder}/truth.json")).items():
        before, after = samples(f"{folder}/in/{name}"), samples(f"{redacted}/{name}")
        whole = True
        for place in truth["places"]:
            y, x = np.array(place["y"]), np.array(place["x"])
            changed = (before[y, x] != after[y, x]).mean()
            good = changed > .9 if place["kind"] == "id" else changed < .1
            counts[place["kind"]][0] += good
            counts[place["kind"]][1] += 1
            if not good: print(name, truth["size"], place["kind"], place["text"], round(changed, 2))
            whole &= good or place["kind"] == "mark"
        counts["frame"][0] += whole
        counts["frame"][1] += 1
    print("; ".join(f"{what}s {good} of {all}" for what, (good, all) in counts.items()))


def main():
    if sys.argv[1] == "score": return score(sys.argv[2], sys.argv[3])
    folder, count, seed = sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 60, int(sys.argv[4]) if len(sys.argv) > 4 else 1
    os.makedirs(f"{folder}/in", exist_ok=True)
    pick, noise, truth = random.Random(seed), np.random.RandomState(seed), {}
    for i in range(count):
        kind = ["CT", "US", "SC"][i % 3]
        truth[f"{kind}{i:03}.dcm"] = scan(kind, i, seed, pick, noise, f"{folder}/in/{kind}{i:03}.dcm")
    json.dump(truth, open(f"{folder}/truth.json", "w"))


if __name__ == "__main__":
    main()
