"""Makes synthetic examples: make.py SOURCES COUNT SEED > OUT.jsonl (also used as a module)."""
import json
import os
import random
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import templates_en as EN  # noqa: E402
import templates_more as MORE  # noqa: E402
from values import LABEL, Values  # noqa: E402

ALL = ["person", "location", "organization", "address", "date", "job-title", "nationality", "age"]
CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
SLOT = re.compile(r"\{(\w+)\}")
CALL = re.compile(r"^(\[|so |okay|uh|yeah|yes|my |can |could |i |is |mr |it|did|hi|and |we |account|remind|please|turn|play|what)")
FILLERS = ["um", "uh", "you know", "like", "so", "well", "i mean", "er"]


class Maker:
    def __init__(self, src, seed):
        self.r = random.Random(seed)
        self.v = Values(src, self.r)

    def expand(self, t):
        while True:
            m = CHOICE.search(t)
            if not m:
                return t.replace("\\n", "\n").replace("\\t", "\t")
            t = t[:m.start()] + self.r.choice(m[1].split("|")) + t[m.end():]

    def fill(self, template, lang):
        t = self.expand(template)
        text, spans, at = "", [], 0
        for m in SLOT.finditer(t):
            text += t[at:m.start()]
            at = m.end()
            slot = m[1]
            if not hasattr(Values, slot):
                text += m[0]
                continue
            v = getattr(self.v, slot)(lang)
            if "\x01" in v:
                title, v = v.split("\x01")
                text += title + " "
            l = LABEL.get(slot)
            if l:
                spans.append([len(text), len(text) + len(v), l])
            text += v
        return text + t[at:], spans

    def style(self, text, spans, template, lang):
        x = self.r.random()
        if CALL.match(template) and x < 0.45 and "\n" not in text:
            return self.spoken(text, spans)
        if x > 0.97 and len(text) < 400:
            return upper(text), spans
        if x > 0.93:
            return lower(text), spans
        return text, spans

    def spoken(self, text, spans):
        """Lower case without punctuation, with fillers."""
        out, new, at = "", [], 0
        keep = []
        for i, c in enumerate(lower(text)):
            keep.append("" if c in ".,?!;:\"()" else " " if c in "-/" else c)
        if self.r.random() < 0.4 and not any(s[0] == 0 for s in spans):
            out = self.r.choice(FILLERS) + " "
        pos = []
        for k in keep:
            pos.append(len(out))
            out += k
        pos.append(len(out))
        new = []
        for a, b, l in spans:
            s, e = pos[a], pos[b]
            while s < e and out[s] == " ":
                s += 1
            while e > s and out[e - 1] == " ":
                e -= 1
            if e > s:
                new.append([s, e, l])
        return out, new

    def one(self):
        x = self.r.random()
        if x < 0.46:
            lang, t = "en", self.r.choice(EN.PERSON)
        elif x < 0.62:
            lang, t = "en", self.r.choice(EN.OTHER)
        elif x < 0.80:
            lang, t = "en", self.r.choice(EN.NEGATIVE)
        else:
            lang = self.r.choice(list(MORE.T))
            t = self.r.choice(MORE.T[lang])
        text, spans = self.fill(t, lang)
        text, spans = self.style(text, spans, t, lang)
        return text, spans

    def example(self):
        """One to four pieces together, mostly one."""
        n = self.r.choices([1, 2, 3, 4], [70, 15, 10, 5])[0]
        text, spans = self.one()
        for _ in range(n - 1):
            t, s = self.one()
            text += self.r.choice(["\n", "\n\n", " ", "\n"])
            spans += [[a + len(text), b + len(text), l] for a, b, l in s]
            text += t
        return {"t": text, "s": spans, "a": ALL, "c": "synth"}


def lower(s):
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in s)


def upper(s):
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in s)


if __name__ == "__main__":
    m = Maker(sys.argv[1], int(sys.argv[3]))
    for _ in range(int(sys.argv[2])):
        print(json.dumps(m.example(), ensure_ascii=False))
