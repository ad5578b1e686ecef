"""Turns the annotated corpora into one form: {"t": text, "s": [[start, end, label]], "a": annotated labels, "c": corpus}.

usage: prepare.py CORPORA MIRRORS OUT.jsonl COUNTS.json
A span with label "?" is neither trained nor counted. Labels that a corpus does not annotate are masked in training.
"""
import collections
import glob
import io
import json
import random
import re
import subprocess
import sys
import zipfile

import features as F

NO_SPACE_BEFORE = set(", . ; : ! ? ) ] } % ' 's 'm 're 've 'll 'd n't '' ’ ’s …".split())
NO_SPACE_AFTER = set("( [ { $ £ € # @ ``".split())
PLO = ["person", "location", "organization"]
STD = {"PER": "person", "LOC": "location", "ORG": "organization"}


def join(tokens, tags, rng):
    """A text from tokens, spaced as people write it, and the spans of its tags."""
    loose = rng.random() < 0.08
    text, spans, glue, quote = "", [], True, False
    for w, g in zip(tokens, tags):
        w = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(w, w)
        space = not glue and (loose or (w not in NO_SPACE_BEFORE and w.lower() not in NO_SPACE_BEFORE))
        if w == '"' and not loose:
            space = not quote and not glue
            quote = not quote
        if space:
            text += " "
        start = len(text)
        text += w
        glue = not loose and (w in NO_SPACE_AFTER or (w == '"' and quote))
        if g == "O":
            continue
        if g[0] == "I" and spans and spans[-1][2] == g[2:] and text[spans[-1][1]:start].strip() == "":
            spans[-1][1] = len(text)
        else:
            spans.append([start, len(text), g[2:]])
    return text, spans


def columns(lines, token=0, tag=-1, skip=None):
    """Sentences of (tokens, tags) of a column file; consecutive ones come in order."""
    ts, gs = [], []
    for line in lines:
        line = line.rstrip("\r\n")
        if not line.strip() or line.startswith("-DOCSTART-"):
            if ts:
                yield ts, gs
            ts, gs = [], []
            continue
        if skip and skip(line):
            continue
        p = line.split("\t") if "\t" in line else line.split()
        if len(p) >= 2:
            ts.append(p[token])
            gs.append(p[tag])
    if ts:
        yield ts, gs


def remap(tags, m):
    out = []
    for g in tags:
        l = "O" if g == "O" else m.get(g[2:], m.get("*", "O"))
        out.append("O" if l == "O" else g[:2] + l)
    return fix(out)


def fix(tags):
    out, last = [], "O"
    for g in tags:
        if g != "O" and g[0] == "I" and (last == "O" or last[2:] != g[2:]):
            g = "B-" + g[2:]
        out.append(g)
        last = g
    return out


def conll(path, rng, dev=False):
    corpus = "?"
    batch = []
    for line in open(path, encoding="utf-8"):
        if line.startswith("# corpus"):
            yield from emit(batch, corpus, rng, dev)
            batch, corpus = [], line[9:].split(" (")[0].strip()
            continue
        batch.append(line)
    yield from emit(batch, corpus, rng, dev)


def emit(lines, corpus, rng, dev):
    run = [] if not dev else None
    sents = [(t, remap(g, STD)) for t, g in columns(lines)]
    joinable = any(k in corpus for k in ("litbank", "gum", "wikigold"))
    for t, g in sents:
        text, spans = join(t, g, rng)
        for s in spans:
            if text[s[0]] == "@" or s[0] and text[s[0] - 1] == "@":
                s[2] = "?"
        if dev or not joinable:
            yield {"t": text, "s": spans, "a": PLO, "c": corpus}
            continue
        run.append((text, spans))
        if rng.random() < 0.45 or len(run) > 4:
            yield {**pack(run), "a": PLO, "c": corpus}
            run = []
    if run:
        yield {**pack(run), "a": PLO, "c": corpus}


def pack(run, sep=" "):
    text, spans = "", []
    for t, s in run:
        if text:
            text += sep
        spans += [[a + len(text), b + len(text), l] for a, b, l in s]
        text += t
    return {"t": text, "s": spans}


def simple(lines, corpus, m, rng, **k):
    for t, g in columns(lines, **k):
        if len(t) > 150:
            for i in range(0, len(t), 110):
                text, spans = join(t[i:i + 110], fix(remap(g[i:i + 110], m)), rng)
                yield {"t": text, "s": spans, "a": PLO, "c": corpus}
            continue
        text, spans = join(t, remap(g, m), rng)
        yield {"t": text, "s": spans, "a": PLO, "c": corpus}


def europeana(path, rng):
    """No sentence ends are marked: cut at full stops."""
    ts, gs = [], []
    for line in open(path, encoding="utf-8", errors="replace"):
        p = line.split()
        if len(p) < 2:
            continue
        ts.append(p[0])
        gs.append(p[-1])
        if (p[0] == "." and len(ts) > 30 and rng.random() < 0.5) or len(ts) > 120:
            text, spans = join(ts, remap(gs, STD), rng)
            yield {"t": text, "s": spans, "a": PLO, "c": path.rsplit("/", 1)[-1]}
            ts, gs = [], []


SNIPS = {"artist": "person", "city": "location", "state": "location", "country": "location", "geographic_poi": "location",
         "restaurant_name": "organization", "timeRange": "?", "entity_name": "?", "playlist": "?", "album": "?", "track": "?",
         "object_name": "?", "movie_name": "?", "poi": "location", "party_size_description": "?"}
SLURP = {"person": "person", "place_name": "location", "business_name": "organization", "artist_name": "person", "date": "date",
         "audiobook_author": "person", "time": "?", "timeofday": "?", "event_name": "?", "song_name": "?", "radio_name": "?",
         "playlist_name": "?", "game_name": "?", "audiobook_name": "?", "podcast_name": "?", "general_frequency": "?",
         "movie_name": "?", "transport_agency": "?", "transport_name": "?", "news_topic": "?", "relation": "O"}


def slots(folder):
    for path in sorted(glob.glob(folder + "/*.json")):
        data = json.loads(open(path, "rb").read().decode("utf-8", "replace"))
        for intent, items in data.items():
            for it in items:
                text, spans = "", []
                for p in it["data"]:
                    l = SNIPS.get(p.get("entity"))
                    if l and p["text"].strip():
                        spans.append([len(text), len(text) + len(p["text"].rstrip()), l])
                    text += p["text"]
                yield {"t": text, "s": spans, "a": PLO + ["address", "job-title", "age"], "c": "snips"}
    for line in open(folder + "/slurp_devel.jsonl", encoding="utf-8"):
        d = json.loads(line)
        text, spans = "", []
        for part in re.split(r"(\[[^\]]*\])", d["sentence_annotation"]):
            m = re.fullmatch(r"\[(\w+) : (.*)\]", part)
            if m and SLURP.get(m[1], "O") != "O":
                spans.append([len(text), len(text) + len(m[2]), SLURP[m[1]]])
            text += m[2] if m else part
        yield {"t": text, "s": spans, "a": PLO + ["address", "job-title", "age", "date"], "c": "slurp"}


MED = {"TERRITORIO": "location", "PAIS": "location", "CALLE": "address", "HOSPITAL": "organization", "INSTITUCION": "organization",
       "CENTRO_SALUD": "organization", "EDAD_SUJETO_ASISTENCIA": "age", "PROFESION": "job-title"}


def meddocan(git, rng, part):
    names = ls(git, f"corpus/{part}/brat")
    for n in names:
        if not n.endswith(".txt"):
            continue
        text = show(git, n).decode("utf-8")
        spans = []
        for line in show(git, n[:-4] + ".ann").decode("utf-8").split("\n"):
            p = line.split("\t")
            if len(p) < 3 or ";" in p[1]:
                continue
            ty, a, b = p[1].split()
            a, b = int(a), int(b)
            l = "person" if ty.startswith("NOMBRE") else MED.get(ty, "?")
            if ty == "FECHAS":
                l = "date" if re.search("[a-z]{3}", text[a:b]) else "?"
            if l == "location" and text[a:b].isdigit():
                l = "?"
            spans.append([a, b, l])
        # pieces of some lines each
        at = 0
        while at < len(text):
            end = min(len(text), at + rng.randint(250, 700))
            nl = text.find("\n", end)
            end = len(text) if nl < 0 or nl - end > 900 else nl + 1
            s = [[a - at, b - at, l] for a, b, l in spans if a >= at and b <= end]
            yield {"t": text[at:end], "s": sorted(s), "a": [l for l in F.LABELS if l != "nationality"], "c": "meddocan"}
            at = end


def ls(git, path):
    return subprocess.check_output(["git", "--git-dir=" + git, "ls-tree", "-r", "--name-only", "HEAD", path]).decode().split("\n")


def show(git, path):
    return subprocess.check_output(["git", "--git-dir=" + git, "show", "HEAD:" + path])


def mobie(git, rng, part):
    z = zipfile.ZipFile(io.BytesIO(show(git, "v1_20210811/ner_conll03_formatted.zip")))
    m = {"person": "person", "organization": "organization", "organization-company": "organization", "location": "location",
         "location-city": "location", "location-street": "location", "location-stop": "location", "location-route": "?",
         "date": "?", "time": "?", "event-cause": "O", "*": "O"}
    for n in z.namelist():
        if part in n and "__MACOSX" not in n and not n.endswith("/"):
            lines = z.read(n).decode("utf-8", "replace").split("\n")
            try:
                yield from simple(lines, "mobie", m, rng)
            except Exception as e:            # a file of another shape is left out, and said so
                print("left out", n, type(e).__name__)


LER = {"PER": "person", "RR": "person", "AN": "person", "LD": "location", "ST": "location", "STR": "location", "LDS": "location",
       "ORG": "organization", "UN": "organization", "INN": "organization", "GRT": "organization", "MRK": "?", "EUN": "?"}
LENER = {"PESSOA": "person", "ORGANIZACAO": "organization", "LOCAL": "location", "TEMPO": "?"}
GERM = {"PER": "person", "LOC": "location", "ORG": "organization", "OTH": "O", "*": "?"}


def main(data, mirrors, out, counts_path):
    rng = random.Random(11)
    items = []
    items += conll(data + "/en_train.conll", rng)
    items += slots(data + "/slots")
    o = data + "/other/"
    for f in ("eur_de.bio", "eur_fr.bio", "eur_nl.bio"):
        items += europeana(o + f, rng)
    items += simple(open(o + "germeval_dev.tsv", encoding="utf-8"), "germeval", GERM, rng, token=1, tag=2,
                    skip=lambda l: l.startswith("#"))
    items += simple(open(o + "ler_dev.conll", encoding="utf-8"), "ler", LER, rng)
    items += simple(open(o + "lener_train.conll", encoding="utf-8"), "lener", LENER, rng)
    med, mob = mirrors + "/PlanTL-GOB-ES+SPACCC_MEDDOCAN/repo", mirrors + "/DFKI-NLP+MobIE/repo"
    items += meddocan(med, rng, "train")
    items += mobie(mob, rng, "train")
    stat = collections.Counter(i["c"] for i in items)
    lab = collections.Counter((i["c"], s[2]) for i in items for s in i["s"])
    for c, n in stat.items():
        print(c, n, {l: k for (d, l), k in lab.items() if d == c})
    with open(out, "w", encoding="utf-8") as f:
        for i in items:
            f.write(json.dumps(i, ensure_ascii=False) + "\n")
    dev = list(conll(data + "/en_dev.conll", rng, True))
    dev += [dict(i, c="meddocan") for i in meddocan(med, rng, "dev")][:500]
    with open(out.replace(".jsonl", "_dev.jsonl"), "w", encoding="utf-8") as f:
        for i in dev:
            f.write(json.dumps(i, ensure_ascii=False) + "\n")
    # words that are usually written small, and words of the other languages
    low, cap, foreign = collections.Counter(), collections.Counter(), collections.Counter()
    for i in items:
        cased = i["c"] not in ("multiconer", "snips", "slurp")
        en = any(k in i["c"] for k in ("litbank", "gum", "wiki", "cross", "twitter", "wnut", "multi", "snips", "slurp"))
        for a, b, lay in F.tokenize(i["t"]):
            w = i["t"][a:b]
            if not w[0].isalpha():
                continue
            k = F.normalize(w).decode("utf-8", "replace")
            if not en:
                foreign[k] += 1
            if cased and len(w) > 1:
                (low if w.islower() else cap)[k] += 1
    common = sorted(k for k, n in low.items() if n >= 4 and n > 1.5 * cap[k])
    words = sorted(k for k, n in foreign.items() if n >= 2)
    with open(counts_path, "w", encoding="utf-8") as f:
        json.dump({"common": common, "words": words}, f)
    print("items", len(items), "dev", len(dev), "common", len(common), "foreign", len(words))


if __name__ == "__main__":
    main(*sys.argv[1:5])
