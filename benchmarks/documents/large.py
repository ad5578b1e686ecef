"""Writes large invented documents, to measure time and memory with: python3 large.py KIND COUNT FILE

    pages    a PDF of COUNT pages of text                   scan     a PDF of COUNT scanned pages of 200 dpi (Pillow)
    cells    a workbook of COUNT rows of ten cells          slices   a folder of COUNT slices of 512 x 512, 12 bits
    records  COUNT FHIR resources, one a line

Python 3.11; `scan` needs NumPy, Pillow and fonts-dejavu. One line in seven of a text holds a person, an address or a number.
"""
import io
import json
import os
import random
import struct
import sys
import zipfile
import zlib

WORDS = ("the order was delivered late and customer asked for refund because of damage please call back tomorrow when office opens again with "
         "every page that we have kept since spring so nobody needs to look for it twice under this roof or behind another door").split()
GIVEN = "Mara Jonas Thandiwe Lucia Piotr Aiko Samuel Ingrid Omar Beatriz Henrik Noor".split()
FAMILY = "Lindqvist Weber Okafor Moreno Kowalczyk Tanaka Brandt Halvorsen Haddad Carvalho Whitfield Vogel".split()


def line(pick, number):
    """A line of about eighty characters."""
    words = pick.choices(WORDS, k=13)
    given, family = pick.choice(GIVEN), pick.choice(FAMILY)
    if number % 7 == 3:
        words[4:7] = [pick.choice([f"{given.lower()}.{family.lower()}{pick.randrange(100)}@example.com", f"+1 202 555 01{pick.randrange(100):02}",
                                   f"{given} {family}", f"born {pick.randrange(1, 29)} March {pick.randrange(1940, 2000)}"])]
    return " ".join(words)


def write_pdf(file, pages, resources):
    """Pages as (operators, entries of the resources, other objects), one after the other."""
    offsets, count = {}, 0
    def put(number, body):
        offsets[number] = file.tell()
        file.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    def stream(entries, data):
        return b"<<%s/Length %d>>\nstream\n" % (entries, len(data)) + data + b"\nendstream"
    file.write(b"%PDF-1.7\n")
    put(3, resources)
    kids, number = [], 10
    for content, picture in pages:
        extra = b""
        if picture is not None:
            put(number, stream(b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode"
                               % picture[1], picture[0]))
            extra, number = b"/XObject<</Im %d 0 R>>" % number, number + 1
        put(number, stream(b"/Filter/FlateDecode", zlib.compress(content)))
        put(number + 1, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>%s>>>>" % (number, extra))
        kids.append(number + 1)
        number, count = number + 2, count + 1
    put(2, b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, b" ".join(b"%d 0 R" % kid for kid in kids)))
    put(1, b"<</Type/Catalog/Pages 2 0 R>>")
    table = file.tell()
    file.write(b"xref\n0 %d\n" % number)
    for n in range(number):
        file.write(b"%010d 00000 n \n" % offsets[n] if n in offsets else b"0000000000 65535 f \n")
    file.write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (number, table))


def pages(count, path, pick):
    def texts():
        for _ in range(count):
            rows = b"".join(b"(%s) Tj T*\n" % line(pick, n).encode() for n in range(50))
            yield b"BT /F1 10 Tf 14 TL 50 790 Td\n" + rows + b"ET", None
    with open(path, "wb") as file:
        write_pdf(file, texts(), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")


def scan(count, path, pick):
    import numpy as np
    from PIL import Image, ImageDraw, ImageFont
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", 28)
    noise = np.random.default_rng(1)
    def drawn():
        for _ in range(count):
            image = Image.new("L", (1654, 2339), 250)
            draw = ImageDraw.Draw(image)
            for n in range(46):
                draw.text((150, 150 + n * 44), line(pick, n), fill=25, font=font)
            pixels = np.asarray(image).astype(float) + noise.normal(0, 4, (2339, 1654))
            packed = io.BytesIO()
            Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(packed, "JPEG", quality=80)
            yield b"q 595 0 0 842 0 0 cm /Im Do Q", (packed.getvalue(), (1654, 2339))
    with open(path, "wb") as file:
        write_pdf(file, drawn(), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")


def cells(count, path, pick):
    """Rows of ten cells: numbers, a date, shared strings of few values, and inline text of its own."""
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006/"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    names = ["number", "customer", "e-mail", "status", "amount", "date", "note", "quantity", "city", "reference"]
    strings = names + ["open", "closed", "waiting"] + [f"{g} {f}" for g in GIVEN for f in FAMILY] + ["Oslo", "Lyon", "Porto"]
    person, city, status = len(names) + 3, len(strings) - 3, len(names)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", f'{head}<Types xmlns="{package}content-types">'
                      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      f'<Override PartName="/xl/workbook.xml" ContentType="{types}sheet.main+xml"/>'
                      f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}worksheet+xml"/>'
                      f'<Override PartName="/xl/sharedStrings.xml" ContentType="{types}sharedStrings+xml"/></Types>')
        book.writestr("_rels/.rels", f'{head}<Relationships xmlns="{package}relationships"><Relationship Id="rId1" '
                      f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("xl/workbook.xml", f'{head}<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
                      '<sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f'{head}<Relationships xmlns="{package}relationships"><Relationship Id="rId1" '
                      f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
                      f'Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
        book.writestr("xl/sharedStrings.xml", f'{head}<sst xmlns="{main}">' + "".join(f"<si><t>{s}</t></si>" for s in strings) + "</sst>")
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'{head}<worksheet xmlns="{main}"><sheetData><row r="1">'.encode())
            sheet.write("".join(f'<c r="{chr(65 + i)}1" t="s"><v>{i}</v></c>' for i in range(10)).encode() + b"</row>")
            for n in range(2, count + 2):
                who = pick.randrange(144)
                mail = f"{GIVEN[who // 12]}.{FAMILY[who % 12]}{n}@example.com".lower()
                sheet.write((f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}" t="s"><v>{person + who}</v></c>'
                             f'<c r="C{n}" t="inlineStr"><is><t>{mail}</t></is></c><c r="D{n}" t="s"><v>{status + n % 3}</v></c>'
                             f'<c r="E{n}"><v>{pick.randrange(100000) / 100}</v></c><c r="F{n}"><v>{40000 + n % 5000}</v></c>'
                             f'<c r="G{n}" t="inlineStr"><is><t>{" ".join(pick.choices(WORDS, k=6))}</t></is></c><c r="H{n}"><v>{n % 40}</v></c>'
                             f'<c r="I{n}" t="s"><v>{city + n % 3}</v></c><c r="J{n}" t="inlineStr"><is><t>AB-{n:07}</t></is></c></row>').encode())
            sheet.write(b"</sheetData></worksheet>")


def element(group, number, kind, value):
    value = value if isinstance(value, bytes) else value.encode()
    value += (b"\0" if kind == "UI" else b" ") * (len(value) % 2)
    head = struct.pack("<HH2s", group, number, kind.encode())
    return head + (struct.pack("<xxI", len(value)) if kind in ("OB", "OW", "SQ", "UN") else struct.pack("<H", len(value))) + value


def slices(count, folder, pick):
    os.makedirs(folder, exist_ok=True)
    for n in range(count):
        uid = f"1.2.3.{n}"
        meta = (element(2, 1, "OB", b"\0\1") + element(2, 2, "UI", "1.2.840.10008.5.1.4.1.1.2") + element(2, 3, "UI", uid)
                + element(2, 16, "UI", "1.2.840.10008.1.2.1") + element(2, 18, "UI", "1.2.3"))
        with open(f"{folder}/{n:05}.dcm", "wb") as file:
            file.write(bytes(128) + b"DICM" + element(2, 0, "UL", struct.pack("<I", len(meta))) + meta)
            file.write(element(8, 0x16, "UI", "1.2.840.10008.5.1.4.1.1.2") + element(8, 0x18, "UI", uid) + element(8, 0x20, "DA", "20240310")
                       + element(8, 0x60, "CS", "CT") + element(8, 0x80, "LO", "St. Alban Hospital") + element(8, 0x90, "PN", "Okafor^Lucia")
                       + element(8, 0x1030, "LO", "Abdomen, seen again for Mara Lindqvist") + element(16, 16, "PN", "Lindqvist^Mara")
                       + element(16, 32, "LO", "4711000") + element(16, 48, "DA", "19620714") + element(0x18, 0x50, "DS", "2.5")
                       + element(32, 13, "UI", "1.2.3.4") + element(32, 14, "UI", "1.2.3.5") + element(32, 19, "IS", str(n))
                       + element(40, 2, "US", struct.pack("<H", 1)) + element(40, 4, "CS", "MONOCHROME2")
                       + b"".join(element(40, e, "US", struct.pack("<H", v)) for e, v in
                                  ((16, 512), (17, 512), (256, 16), (257, 12), (258, 11), (259, 0)))
                       + element(0x7fe0, 16, "OW", struct.pack("<H", pick.randrange(4096)) * (512 * 512)))


def records(count, path, pick):
    with open(path, "w", encoding="utf-8") as file:
        for n in range(count):
            given, family = pick.choice(GIVEN), pick.choice(FAMILY)
            file.write(json.dumps({"resourceType": "Patient", "id": f"p{n}", "active": True,
                                   "identifier": [{"system": "urn:oid:1.2.3", "value": f"{4711000 + n}"}],
                                   "name": [{"family": family, "given": [given]}], "gender": "female", "birthDate": f"19{n % 60 + 40}-03-1{n % 10}",
                                   "telecom": [{"system": "email", "value": f"{given}.{family}{n}@example.com".lower()}],
                                   "address": [{"line": [f"{n % 90 + 1} Row"], "city": "Springfield", "state": "MA", "postalCode": "02139"}]}
                                  if n % 5 == 0 else
                                  {"resourceType": "Observation", "id": f"o{n}", "status": "final", "subject": {"reference": f"Patient/p{n - n % 5}"},
                                   "code": {"coding": [{"system": "http://loinc.org", "code": "2345-7", "display": "Glucose"}]},
                                   "effectiveDateTime": f"2024-0{n % 9 + 1}-11T08:30:00Z",
                                   "valueQuantity": {"value": n % 200, "unit": "mg/dL", "system": "http://unitsofmeasure.org", "code": "mg/dL"}}) + "\n")


if __name__ == "__main__":
    {made.__name__: made for made in (pages, scan, cells, slices, records)}[sys.argv[1]](int(sys.argv[2]), sys.argv[3], random.Random(7))
