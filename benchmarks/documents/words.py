"""Tells which ordinary words and which planted values stay in documents that LibreOffice wrote:

    python3 words.py make FOLDER                    writes FOLDER/in/*.{docx,pdf,xlsx,pptx} and FOLDER/truth.json
    python3 words.py score FOLDER REDACTED          values left, words kept

Python 3.11, LibreOffice (`soffice`), and pdftotext of poppler. All that a redacted document holds is unpacked and looked through for values. A word is
kept as often as it is read before and after; an opened document is one that LibreOffice makes a PDF of.
"""
import collections
import glob
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
import zlib

FOLDER = os.path.dirname(os.path.abspath(__file__))
PLACES = ["Please write to {} before the end of the week.", "The caller left {} and asked us to answer.", "Refund to {} as agreed.",
          "Reached us from {} in the morning.", "It was {} that the form showed.", "See the entry for {} in the list."]
VALUES = [f"{given}.{family}{n}@post{n}.example" for n, (given, family) in enumerate(
    [("mara", "lindqvist"), ("jonas", "weber"), ("thandiwe", "okafor"), ("lucia", "moreno"), ("piotr", "kowalczyk"), ("aiko", "tanaka"),
     ("samuel", "brandt"), ("ingrid", "halvorsen"), ("omar", "haddad"), ("beatriz", "carvalho"), ("henrik", "whitfield"), ("noor", "vogel")])] + [
    "+1 202 555 0143", "+44 20 7946 0958", "+1 415 555 0121", "+1 212 555 0187", "4111 1111 1111 1111", "5555 5555 5555 4444",
    "DE89 3704 0044 0532 0130 00", "GB29 NWBK 6016 1331 9268 19", "192.168.44.12", "203.0.113.77", "536-22-1234", "3782 822463 10005"] + [
    f"+1 312 555 01{n}" for n in range(20, 38)]
SPACE = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
         'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
         'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3"')
TYPE = "application/vnd.oasis.opendocument."


def sentences():
    with open(os.path.join(FOLDER, "ordinary.txt"), encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip()]


def document(kind, body):
    element = {"text": "text", "spreadsheet": "spreadsheet", "presentation": "presentation"}[kind]
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACE} office:mimetype="{TYPE}{kind}"><office:body><office:{element}>'
            f'{body}</office:{element}></office:body></office:document>')


def paragraphs(pick, values):
    """Ordinary sentences, and one with a value after every three."""
    lines, chosen = [], sentences()
    pick.shuffle(chosen)
    for number, line in enumerate(chosen):
        lines.append(line)
        if number % 3 == 2 and values:
            lines.append(pick.choice(PLACES).format(values.pop()))
    lines += [pick.choice(PLACES).format(value) for value in values]
    return lines


def text(lines):
    cells = "".join(f'<table:table-row>{"".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in lines[i:i + 2])}</table:table-row>'
                    for i in range(0, 12, 2))
    return document("text", "".join(f"<text:p>{line}</text:p>" for line in lines[12:]) + f'<table:table><table:table-column '
                    f'table:number-columns-repeated="2"/>{cells}</table:table>')


def sheet(lines):
    rows = "".join('<table:table-row>' + f'<table:table-cell office:value-type="float" office:value="{n}"><text:p>{n}</text:p></table:table-cell>'
                   f'<table:table-cell office:value-type="string"><text:p>{line}</text:p></table:table-cell></table:table-row>'
                   for n, line in enumerate(lines))
    return document("spreadsheet", f'<table:table table:name="Items">{rows}</table:table>')


def slides(lines):
    pages = "".join(f'<draw:page draw:name="page{i}"><draw:frame svg:x="1cm" svg:y="1cm" svg:width="24cm" svg:height="16cm"><draw:text-box>'
                    + "".join(f"<text:p>{line}</text:p>" for line in lines[i:i + 6]) + "</draw:text-box></draw:frame></draw:page>"
                    for i in range(0, len(lines), 6))
    return document("presentation", pages)


def convert(kind, folder, files):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", kind, "--outdir", folder, *files],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)


def make(folder):
    pick, into = random.Random(21), os.path.join(folder, "in")
    os.makedirs(into, exist_ok=True)
    with tempfile.TemporaryDirectory() as flat:
        for kind, build, suffix in (("docx", text, "fodt"), ("pdf", text, "fodt"), ("xlsx", sheet, "fods"), ("pptx", slides, "fodp")):
            path = os.path.join(flat, f"{kind}-of.{suffix}")
            with open(path, "w", encoding="utf-8") as file:
                file.write(build(paragraphs(pick, pick.sample(VALUES, len(VALUES)))))
            convert(kind, into, [path])
    with open(os.path.join(folder, "truth.json"), "w", encoding="utf-8") as file:
        json.dump(VALUES, file)


def content(path):
    """All bytes of a document, unpacked."""
    with open(path, "rb") as file:
        packed = file.read()
    if path.endswith(".pdf"):
        texts = [subprocess.run(["pdftotext", *mode, path, "-"], capture_output=True, check=True).stdout for mode in ([], ["-raw"], ["-layout"])]
        streams = []
        for match in re.finditer(rb"stream\r?\n", packed):
            try:
                streams.append(zlib.decompressobj().decompress(packed[match.end():]))
            except zlib.error:
                pass
        return b"\n".join([packed, *texts, *streams])
    with zipfile.ZipFile(path) as file:
        return b"\n".join([packed, *(file.read(name) for name in file.namelist())])


def words(path):
    """What a reader shows, word by word."""
    if path.endswith(".pdf"):
        shown = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    else:
        with zipfile.ZipFile(path) as file:
            parts = [file.read(name).decode() for name in file.namelist() if re.fullmatch(r"word/document.xml|ppt/slides/slide\d+.xml", name)]
            if path.endswith(".xlsx"):
                texts = re.findall(r"<si>.*?</si>", file.read("xl/sharedStrings.xml").decode(), re.DOTALL)
                cells = re.findall(r't="s"[^>]*><v>(\d+)</v>', file.read("xl/worksheets/sheet1.xml").decode())
                parts = [texts[int(cell)] for cell in cells]  # cells may share a text
        shown = re.sub("<[^>]*>", " ", re.sub("</[^>]*[:<]p>|</si>", "\n", "\n".join(parts)))
    return collections.Counter(re.findall(r"[^\W\d_]+", shown))


def ordinary(counted):
    """Words of the sentences, without those that a value or a label may be written with."""
    wanted = collections.Counter(re.findall(r"[^\W\d_]+", " ".join(sentences() + PLACES)))
    return {word: min(number, counted[word]) for word, number in counted.items() if word in wanted}


def score(folder, redacted):
    with open(os.path.join(folder, "truth.json"), encoding="utf-8") as file:
        values = json.load(file)
    for path in sorted(glob.glob(os.path.join(folder, "in", "*"))):
        after = os.path.join(redacted, os.path.basename(path))
        unpacked = content(after)
        left = sum(value.encode() in unpacked or value.encode("utf-16-be") in unpacked for value in values)
        before, kept = ordinary(words(path)), words(after)
        stayed = sum(min(number, kept[word]) for word, number in before.items())
        with tempfile.TemporaryDirectory() as out:
            convert("pdf", out, [after])
            opened = len(os.listdir(out)) == 1
        lost = {word: number - kept[word] for word, number in before.items() if kept[word] < number}
        print(f"{os.path.basename(path)}: {left} of {len(values)} values left, {stayed / sum(before.values()):.2%} of {sum(before.values())} words kept, "
              + ("opens" if opened else "DOES NOT OPEN") + (f"; lost {lost}" if lost else ""))


if __name__ == "__main__":
    {"make": make, "score": score}[sys.argv[1]](*sys.argv[2:])
