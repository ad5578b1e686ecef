"""The annotated corpora in one form: one JSON a line, {"l": language, "c": corpus, "t": text, "s": [[start, end, label]], "open": [labels]}.

usage: corpora.py MIRRORS OUT_FOLDER

MIRRORS holds bare clones of the repositories named in SOURCES as OWNER+NAME/repo. Writes train.jsonl, held.jsonl (parts of the corpora that
train nothing) and measure.jsonl (corpora whose licence allows no training). "open": labels that the corpus does not annotate.
"""
import io
import json
import os
import re
import subprocess
import sys
import zipfile

NO_SPACE_BEFORE = set(".,;:!?)]}%»”…'’\"")
NO_SPACE_AFTER = set("([{«“„")


def show(mirrors, repo, path):
    folder = f"{mirrors}/{repo}/repo"
    if os.path.isdir(folder + "/.git"):
        folder += "/.git"
    return subprocess.run(["git", "--git-dir", folder, "show", "HEAD:" + path], check=True, capture_output=True).stdout


def listed(mirrors, repo, under):
    out = show_names(mirrors, repo)
    return [p for p in out if p.startswith(under)]


def show_names(mirrors, repo):
    folder = f"{mirrors}/{repo}/repo"
    if os.path.isdir(folder + "/.git"):
        folder += "/.git"
    out = subprocess.run(["git", "--git-dir", folder, "ls-tree", "-r", "--name-only", "HEAD"], check=True, capture_output=True).stdout
    return out.decode().split("\n")


def join(words, tags, spaced=True, space_after=None):
    """Text and spans of words with B-x, I-x (E-x, S-x) or O."""
    text, spans, before = "", [], ""
    for k, (word, tag) in enumerate(zip(words, tags)):
        glue = not spaced or not text or word[0] in NO_SPACE_BEFORE and len(word) < 3 or before in NO_SPACE_AFTER
        if space_after is not None and k:
            glue = not space_after[k - 1]
        if not glue:
            text += " "
        start = len(text)
        text += word
        before = word
        if tag == "O":
            continue
        kind, label = tag[0], tag[2:]
        if kind in "IME" and spans and spans[-1][2] == label and spans[-1][1] >= start - 1:
            spans[-1][1] = len(text)
        else:
            spans.append([start, len(text), label])
    return text, spans


def columns(data, word=0, tag=-1, comment="#", sep=None):
    words, tags = [], []
    for line in data.decode("utf-8", "replace").split("\n") + [""]:
        parts = line.rstrip("\r").split(sep) if sep else line.split()
        if not line.strip():
            if words:
                yield words, tags
            words, tags = [], []
        elif comment and line.startswith(comment) and len(parts) != 2 or line.startswith("-DOCSTART"):
            continue
        elif len(parts) > max(word, abs(tag) - 1):
            words.append(parts[word]), tags.append(parts[tag])


def only(tags, table):
    """Tags with labels of ours; what the table does not have is O."""
    out = []
    for t in tags:
        label = next((v for k, v in table if t[2:].startswith(k)), None) if len(t) > 2 else None
        out.append(t[0] + "-" + label if label else "O")
    return out


def from_zero(tags, table):
    out, before = [], None
    for t in tags:
        label = table.get(t)
        out.append("O" if not label else ("I-" if label == before else "B-") + label)
        before = label
    return out


P, L, O = "person", "location", "organization"
UNER = [("PER", P), ("LOC", L), ("ORG", O)]
WIDE = [("PERIOD", None), ("PERCENT", None), ("PERSON", P), ("PERS", P), ("PER", P), ("GPE", L), ("LOC", L), ("PLACE", L), ("ORG", O), ("PS", P), ("LC", L), ("OG", O)]
KPWR = [("nam_liv_person", P), ("nam_liv_character", P), ("nam_loc", L), ("nam_org", O)]


def conll(mirrors, repo, path, table, spaced=True, **k):
    for words, tags in columns(show(mirrors, repo, path), **k):
        yield join(words, only(tags, table), spaced)


def capitals(items):
    """Spans without a capital are roles and common nouns, no names."""
    for text, spans in items:
        yield text, [s for s in spans if s[2] != P or any(c.isupper() for c in text[s[0]:s[1]])]


def ronec(mirrors, path):
    for item in json.loads(show(mirrors, "dumitrescustefan+ronec", path)):
        yield join(item["tokens"], only(item["ner_tags"], WIDE), space_after=item.get("space_after"))


def ronec1(mirrors):
    z = zipfile.ZipFile(io.BytesIO(show(mirrors, "dumitrescustefan+ronec", "ronec_v1/ronec/conllup/zips/ronec_iob.zip")))
    for name in z.namelist():
        if name.endswith(".conllup") or name.endswith(".conllu"):
            for words, tags in columns(z.read(name), 1, -1, sep="\t"):
                yield join(words, only(tags, WIDE))


def swedish(mirrors, path):
    for words, tags in columns(show(mirrors, "klintan+swedish-ner-corpus", path), comment=None):
        yield join(words, from_zero(tags, {"PER": P, "LOC": L, "ORG": O}))


def norne(mirrors):
    for path in listed(mirrors, "ltgoslo+norne", "ndt/nob"):
        for words, tags in columns(show(mirrors, "ltgoslo+norne", path), 1, -1, sep="\t"):
            yield join(words, only([t.replace("name=", "") for t in tags], WIDE))


def klue(mirrors):
    for words, tags in klue_lines(show(mirrors, "KLUE-benchmark+KLUE", "klue_benchmark/klue-ner-v1.1/klue-ner-v1.1_dev.tsv")):
        yield join(words, only(tags, WIDE), spaced=False)


def klue_lines(data):
    words, tags = [], []
    for line in data.decode().split("\n") + [""]:
        if not line:
            if words:
                yield words, tags
            words, tags = [], []
        elif not line.startswith("##"):
            c, _, tag = line.partition("\t")
            words.append(c), tags.append(tag)


def japanese(mirrors):
    table = {"人名": P, "地名": L, "施設名": L, "法人名": O, "政治的組織名": O, "その他の組織名": O}
    for item in json.loads(show(mirrors, "stockmarkteam+ner-wikipedia-dataset", "ner.json")):
        yield item["text"], [[*e["span"], table[e["type"]]] for e in item["entities"] if e["type"] in table]


def hungarian(mirrors):
    for path in listed(mirrors, "nytud+NYTK-NerKor", "data/test"):
        if path.endswith(".conllup"):
            for words, tags in columns(show(mirrors, "nytud+NYTK-NerKor", path), 0, 5, sep="\t"):
                yield join(words, only(tags, UNER))


def iob2(mirrors, repo, path, spaced=True):
    for words, tags in columns(show(mirrors, repo, path), 1, 2, sep="\t"):
        yield join(words, only([t if t[2:] in ("PER", "LOC", "ORG") else "O" for t in tags], UNER), spaced)


def danish(mirrors, path):
    for words, tags in columns(show(mirrors, "UniversalNER+UNER_Danish-DDT", path), 1, -2, sep="\t"):
        tags = [t.split("#")[0] for t in tags]
        yield join(words, only([t if t[2:] in ("PER", "LOC", "ORG") else "O" for t in tags], UNER))


def hebrew(mirrors, path):
    for words, tags in columns(show(mirrors, "OnlpLab+NEMO-Corpus", path), comment=None):
        yield join(words, only(tags, WIDE))


def greek(folder):
    path = folder + "/elner/IOB2/test_elNER4.iob2"
    if os.path.exists(path):
        for words, tags in columns(open(path, "rb").read()):
            yield join(words, only(tags, WIDE))


def split(items, every, part):
    """Blocks of 40 sentences, of which each fifth is kept apart."""
    for k, item in enumerate(items):
        if (k // 40 % every == 0) == part:
            yield item


def main(mirrors, folder):
    m, kpwr = mirrors, lambda: conll(mirrors, "CLARIN-PL+PolDeepNer", "poldeepner/data/kpwr-ner-n82-test.iob", KPWR, sep="\t", comment=None)
    grit = "dataset/nergrit_ner-grit/"
    indo = lambda path, table: conll(m, "IndoNLP+indonlu", path, table, sep="\t", comment=None)
    nerp = [("PPL", P), ("PLC", L)]
    train = [("ro", "ronec", lambda: capitals(ronec1(m)), []), ("ro", "ronec", lambda: capitals(ronec(m, "data/valid.json")), []),
             ("pl", "kpwr", lambda: split(kpwr(), 3, False), []), ("sv", "webbnyheter", lambda: swedish(m, "train_corpus.txt"), []),
             ("no", "norne", lambda: norne(m), []), ("id", "nergrit", lambda: indo(grit + "train_preprocess.txt", WIDE), []),
             ("id", "nerp", lambda: indo("dataset/nerp_ner-prosa/train_preprocess.txt", nerp), [O])]
    held = [("ro", "ronec", lambda: capitals(ronec(m, "data/test.json")), []), ("pl", "kpwr", lambda: split(kpwr(), 3, True), []),
            ("sv", "webbnyheter", lambda: swedish(m, "test_corpus.txt"), []), ("id", "nergrit", lambda: indo(grit + "valid_preprocess.txt", WIDE), []),
            ("id", "nerp", lambda: indo("dataset/nerp_ner-prosa/valid_preprocess.txt", nerp), [O])]
    measure = [("uk", "ner-uk", lambda: conll(m, "lang-uk+ner-uk", "v2.0/iob/test.iob", WIDE), []),
               ("hi", "hiner", lambda: conll(m, "cfiltnlp+HiNER", "data/collapsed/validation.conll", WIDE, sep="\t", comment=None), []),
               ("ko", "klue", lambda: klue(m), []), ("ja", "stockmark", lambda: japanese(m), []),
               ("zh", "uner-gsdsimp", lambda: iob2(m, "UniversalNER+UNER_Chinese-GSDSIMP", "zh_gsdsimp-ud-test.iob2", False), []),
               ("tr", "turkish-wiki-ner", lambda: conll(m, "turkish-nlp-suite+Turkish-Wiki-NER-Dataset", "Turkish-Wiki-NER-Dataset/test.conll", WIDE), []),
               ("hu", "nerkor", lambda: hungarian(m), []), ("da", "uner-ddt", lambda: danish(m, "da_ddt-ud-test.iob2"), []),
               ("sv", "uner-talbanken", lambda: iob2(m, "UniversalNER+UNER_Swedish-Talbanken", "sv_talbanken-ud-test.iob2"), []),
               ("he", "nemo", lambda: hebrew(m, "data/spmrl/gold/token-single_gold_test.bmes"), []), ("el", "elner", lambda: greek(folder), []),
               ("vi", "phoner", lambda: conll(m, "VinAIResearch+PhoNER_COVID19", "data/syllable/test_syllable.conll",
                                              [("NAME", P), ("LOC", L), ("ORG", O)], comment=None), []),
               ("pl", "wikineural", lambda: conll(m, "Babelscape+wikineural", "data/wikineural/pl/test.conllu", UNER, word=1, comment=None), [])]
    seen = set()
    for name, part in (("held", held), ("measure", measure), ("train", train)):
        count = {}
        with open(f"{folder}/{name}.jsonl", "w", encoding="utf-8") as out:
            for language, corpus, items, unlabelled in part:
                for text, spans in items():
                    if not text.strip() or text in seen or len(text) > 2000:
                        continue
                    seen.add(text)
                    n = count.setdefault((language, corpus), [0, 0, 0, 0])
                    n[0] += 1
                    for s in spans:
                        n[1 + (P, L, O).index(s[2])] += 1
                    out.write(json.dumps({"l": language, "c": corpus, "t": text, "s": spans, "open": unlabelled}, ensure_ascii=False) + "\n")
        print(name, count)


if __name__ == "__main__":
    main(*sys.argv[1:])
