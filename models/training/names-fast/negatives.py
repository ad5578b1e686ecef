"""Code, logs and descriptions without personal data, as examples in which nothing is to be found.

usage: negatives.py ASSETS OUT.jsonl COUNT FILE_OR_FOLDER… ; lines that may name anyone are left out
"""
import json
import os
import random
import re
import sys

import features as F

DROP = re.compile(r"author|copyright|@|written|contribut|thanks|\binc\b|foundation|universit|corporation|microsoft|google|apple|"
                  r"maintainer|\bby [A-Z]|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|\d (jan|feb|mar|apr|may|jun|jul|"
                  r"aug|sep|oct|nov|dec)", re.I)
ENDINGS = (".py", ".js", ".cs", ".log", ".txt", ".conf", ".md", ".json", ".yml", ".yaml", ".sh", ".pl", ".c", ".h")


def names_someone(line, assets):
    words = [(line[a:b], assets.gaz.get(F.fnv(F.normalize(line[a:b])), 0)) for a, b, _ in F.tokenize(line)]
    for k, (w, m) in enumerate(words):
        if len(w) < 3 or not w[0].isupper() or w.isupper():
            continue
        if m & (F.G_REGION | F.G_NATIONALITY) and not m & F.G_COMMON:
            return True
        if m & F.G_FIRST_COMMON and not m & F.G_COMMON:
            return True
        if m & F.G_FIRST and k + 1 < len(words) and words[k + 1][0][:1].isupper() and words[k + 1][1] & F.G_LAST:
            return True
    return False


def files(paths):
    for p in paths:
        if os.path.isfile(p):
            yield p
        for root, _, names in os.walk(p):
            if re.search(r"/(test|tests|locale|Data|obj|bin|Resources)(/|$)", root):
                continue
            for n in names:
                if n.endswith(ENDINGS) and os.path.getsize(os.path.join(root, n)) < 200000:
                    yield os.path.join(root, n)


def main(folder, out, count, *paths):
    assets, rng = F.Assets(folder), random.Random(4)
    listed = sorted(files(paths))
    rng.shuffle(listed)
    made = []
    per_kind = {}
    for path in listed:
        kind = path.rsplit(".", 1)[-1]
        if per_kind.get(kind, 0) > int(count) // 3 or len(made) >= int(count):
            continue
        try:
            lines = open(path, encoding="utf-8").read().split("\n")
        except (UnicodeDecodeError, OSError):
            continue
        localised = "/loc/" in path
        take, n = [], rng.randint(2, 12)
        for line in lines:
            if len(line) > 300 or DROP.search(line) or names_someone(line, assets):
                continue
            take.append(line)
            if len(take) >= n:
                text = "\n".join(take).strip("\n")
                if len(text) > 15:
                    made.append({"t": text, "s": [], "a": F.LABELS, "c": "clean"})
                    per_kind[kind] = per_kind.get(kind, 0) + 1
                take, n = [], rng.randint(1, 3) if localised else rng.randint(2, 12)
                if rng.random() < 0.02 and not localised:
                    break
    rng.shuffle(made)
    with open(out, "w", encoding="utf-8") as f:
        for m in made[:int(count)]:
            f.write(json.dumps(m, ensure_ascii=False) + "\n")
    print(len(made), per_kind)


if __name__ == "__main__":
    main(*sys.argv[1:])
