"""Invented texts: carriers of each language filled with names of that language, records without prose, and text without names.

Example: {"l", "t", "s": [[start, end, label]]}. Names and carriers of which a hash ends in a certain way are kept for measuring (held).
"""
import json
import random
import re

import features as F
import inflect
import lists

P, L, O = "person", "location", "organization"
SLOT = re.compile(r"\{([pgsconmydeh])(\d?)\}|\{(w)\}")
EAST = ("zh", "ja", "ko")
SPACELESS = ("zh", "ja")
ROMAN = {"zh": "Wei Na Min Jing Li Qiang Lei Jun Yang Yong Zhang Wang Chen Liu Zhao Huang Zhou Wu Xu Sun".split(),
         "ja": "Kenji Yuki Haruto Sakura Taro Hanako Sato Suzuki Tanaka Watanabe Ito Yamamoto".split(),
         "ko": "Minjun Seoyeon Jihoon Sujin Kim Lee Park Choi Jung Kang".split()}
KATAKANA = ("ジョン マイケル デイビッド ロバート ジェームズ メアリー エミリー アンナ ピーター トーマス スミス ジョンソン ウィリアムズ ブラウン ミラー テイラー "
            "アンダーソン ウィルソン マルティン ガルシア ロペス シュミット ミュラー イワノフ アレックス ソフィア オリビア ルーカス カルロス フアン").split()
HANGUL = ("존 마이클 데이비드 로버트 제임스 메리 에밀리 안나 피터 토머스 스미스 존슨 윌리엄스 브라운 밀러 테일러 앤더슨 윌슨 마르틴 가르시아 슈미트 뮐러 "
          "이바노프 알렉스 소피아 올리비아 루카스 카를로스 후안").split()
SYLLABLES = "가 건 경 관 광 교 규 균 근 기 나 남 다 대 덕 도 동 두 라 란 령 로 린 만 명 모 문 미 민 방 배 범 별 병 보 복 빈 상 석 선 설 성 세 소 솔 수 숙 순 승 시 식 신 아 안 애 연 영 예 오 옥 용 우 운 원 월 유 윤 율 은 의 이 인 일 임 자 재 정 제 종 주 준 중 지 진 찬 창 채 철 초 춘 태 필 하 한 해 향 헌 혁 현 형 혜 호 홍 화 환 효 후 훈 희".split()
HAN = "文明国志建春秋晓小玉红雪梅兰芳华英杰伟强军平刚勇毅峰辉鹏飞龙虎云海江河山川林森松柏竹菊莲花月星辰阳光亮清静雅婷娜莉丽美佳欣怡悦思念慧敏智博学德仁义礼信诚忠孝和安康宁福禄寿喜庆荣昌盛隆兴旺达通顺宇宙天地金银宝玲珑瑞祥凤凰燕鸿鹤凯浩泽润霖涛波洋".strip()


SHARE = {"ro": 0.4, "sv": 0.4, "pl": 0.5, "id": 0.5, "da": 0.8, "zh": 1.4, "ja": 1.4, "ko": 1.3, "ar": 1.2, "hi": 1.2, "he": 1.1, "tr": 1.2, "hu": 1.2}


UNCASED = ("zh", "ja", "ko", "ar", "he", "hi")


def is_held(text):
    return F.fnv(("held:" + text).encode()) % 10 == 0


class Generator:
    def __init__(self, sources, folder, seed, held=False):
        self.rng = random.Random(seed)
        self.held = held
        pools = json.load(open(sources + "/pools.json", encoding="utf-8"))
        keep = lambda items: [x for x in items if is_held(x) == held]
        self.pools, self.carriers = {}, {}
        for language, pool in pools.items():
            self.pools[language] = {k: keep(v) if isinstance(v, list) and k not in ("titles", "after", "middle", "common") else v for k, v in pool.items()}
            if "more" in pool:
                self.pools[language]["more"] = {k: keep(v) for k, v in pool["more"].items()}
        self.languages = list(lists.LANGUAGES)
        for language in self.languages:
            c = lists.carriers(folder, language)
            for k in ("text", "neutral"):
                c[k] = [x for i, x in enumerate(c[k]) if (i % 7 == 3) == held]
            self.carriers[language] = c
        self.ordinary, self.found = {}, {}

    def load(self, name, path):
        """Lines of other makers: ordinary.py and tatoeba.py; each twentieth is kept for measuring."""
        target = getattr(self, name)
        for k, line in enumerate(open(path, encoding="utf-8")):
            if (k % 20 == 7) == self.held:
                e = json.loads(line)
                target.setdefault(e["l"], []).append(e["t"])

    # --- names ---
    def pick(self, items, front=0.0):
        """One of a list; more often one of the first, which are the most usual."""
        if front and self.rng.random() < front:
            return items[int(len(items) * self.rng.random() ** 3)]
        return self.rng.choice(items)

    def person(self, l):
        r, pool = self.rng, self.pools[l]
        if l in EAST:
            return self.eastern(l, r.random())
        if r.random() < (0.08 if l in ("ar", "he", "hi", "el", "uk") else 0.12):
            return self.foreign(l)
        x = r.random()
        given, last = self.pick(pool["given"]), self.pick(pool["surname"])
        if l == "vi":
            middle = " ".join(r.sample(pool["middle"], 1 if r.random() < 0.85 else 2))
            return f"{last} {middle} {given}" if x < 0.7 else f"{last} {given}" if x < 0.85 else f"{middle} {given}" if x < 0.9 else given
        if l == "hu":
            given, last = last, given
        if l == "id" and x < 0.35:
            return given if x < 0.15 else f"{given} {self.pick(pool['given'])} {last}"
        if l == "ar" and x < 0.2:
            return f"{given} {self.pick(pool['given'])} {last}"
        if l == "hu" and x >= 0.78:
            given, last = last, given
        if x < 0.70:
            return f"{given} {last}"
        if x < 0.80:
            return last
        if x < 0.88:
            return given
        if x < 0.92 and l not in ("ar", "he", "hi"):
            return f"{given[0]}. {last}" if l != "hu" else f"{given} {last[0]}."
        if x < 0.95 and l not in ("ar", "he", "hi"):
            return f"{given} {self.pick(pool['given'])} {last}"
        if x < 0.97 and l not in ("ar", "he", "hi"):
            return f"{given} {last}-{self.pick(pool['surname'])}"
        if x < 0.985:
            return f"{last} {given}"
        return f"{given} {last}".upper()

    def foreign(self, l):
        w = self.pools["west"]
        x = self.rng.random()
        given, last = self.pick(w["given"]), self.pick(w["surname"])
        return f"{given} {last}" if x < 0.8 else last if x < 0.9 else given

    def given(self, l):
        if l == "ko":
            return self.korean_given()
        if l == "zh":
            return self.chinese_given()
        return self.pick(self.pools[l]["given"])

    def korean_given(self):
        r = self.rng
        if r.random() < 0.5:
            return self.pick(self.pools["ko"]["given"])
        return r.choice(SYLLABLES) + r.choice(SYLLABLES)

    def chinese_given(self):
        r = self.rng
        if r.random() < 0.5:
            return self.pick(self.pools["zh"]["given"])
        return r.choice(HAN) + (r.choice(HAN) if r.random() < 0.75 else "")

    def surname(self, l):
        more = self.pools[l].get("more", {})
        if l == "ja" and self.rng.random() < 0.4:
            return self.pick(more["surname"], 0.7)
        return self.pick(self.pools[l]["surname"], 0.6 if l in EAST else 0)

    def eastern(self, l, x):
        r, more = self.rng, self.pools[l]["more"]
        if x < 0.04:
            return self.foreign(l) if x < 0.025 else " ".join(r.sample(ROMAN[l], 2))
        last = self.surname(l)
        if l == "zh":
            if x < 0.10:
                return self.pick(more["translit"], 0.5)
            if x < 0.13:
                return self.pick(more["translit"]) + "·" + self.pick(more["translit"])
            if x < 0.25:
                return self.pick([w for w in r.sample(more["person"], 12) if len(w) > 1 and w[0] in self.first()] or more["translit"])
            return last + self.chinese_given()
        if l == "ko":
            if x < 0.10:
                return r.choice(HANGUL) + (" " + r.choice(HANGUL) if x < 0.08 else "")
            if x < 0.13:
                return last[0] + (" " if x < 0.11 else "") + r.choice(SYLLABLES)
            return last + self.korean_given()
        if x < 0.12:
            return r.choice(KATAKANA) + ("・" + r.choice(KATAKANA) if x < 0.10 else "")
        if x < 0.35:
            return last
        given = self.pick(more["given"], 0.5) if r.random() < 0.45 else self.pick(self.pools["ja"]["given"])
        return last + (" " if x < 0.44 else "\u3000" if x < 0.48 else "") + given

    def first(self):
        if not hasattr(self, "_first"):
            self._first = set(w[0] for w in self.pools["zh"]["surname"])
        return self._first

    def place(self, l):
        r, pool = self.rng, self.pools[l]
        x = r.random()
        if x < 0.15:
            return self.pick(pool["abroad"] or pool["places"])
        if x < 0.25:
            return self.pick(pool["countries"])
        if x < 0.29 and l not in EAST:
            return self.pick(self.pools["west"]["places"])
        if l in ("ja", "zh") and x < 0.6:
            return self.pick(pool["more"]["place"], 0.6)
        return self.pick(pool["places"], 0.5)

    def organization(self, l):
        c = self.carriers[l]
        word = self.rng.choice(c["orgwords"]) if self.rng.random() < 0.6 else self.pick(self.pools[l]["surname"])
        pattern = self.rng.choice(c["org"])
        text, _ = self.fill(pattern.replace("{w}", word), l)
        return text

    # --- carriers ---
    def fill(self, carrier, l):
        """Text and spans of a carrier; in those that are patterns of organisations the spans are of no use."""
        out, spans, at = "", [], 0
        for m in SLOT.finditer(carrier):
            out += carrier[at:m.start()]
            at = m.end()
            kind, case = m.group(1), m.group(2)
            value, label = self.value(kind, l)
            if l in UNCASED and kind in "pc" and self.rng.random() < 0.14:
                value, label = self.pick(self.pools[l]["common"]), None      # who says so has no capital: the word must tell
            if case:
                value = inflect.inflect(value, int(case), l, label)
            if label:
                spans.append([len(out), len(out) + len(value), label])
            out += value
        return out + carrier[at:], spans

    def value(self, kind, l):
        r = self.rng
        if kind == "p":
            return self.person(l), P
        if kind == "g":
            return self.given(l), P
        if kind == "s":
            return self.surname(l), P
        if kind == "c":
            return self.place(l), L
        if kind == "n":
            return self.pick(self.pools[l]["countries"]), L
        if kind == "o":
            return self.organization(l), O
        if kind == "m":
            return str(r.randint(1, 99)), None
        if kind == "y":
            return str(r.randint(1930, 2024)), None
        if kind == "e":
            return f"user{r.randint(1, 99)}@example.com", None
        if kind == "h":
            return f"0{r.randint(10, 99)}-{r.randint(100, 999)}-{r.randint(1000, 9999)}", None
        return f"{r.randint(1960, 2024)}-{r.randint(1, 12):02}-{r.randint(1, 28):02}", None

    def sentence(self, l):
        own = l not in self.found or self.rng.random() < (0.5 if len(self.found[l]) > 600 else 0.75)
        text, spans = self.fill(self.rng.choice(self.carriers[l]["text"] if own else self.found[l]), l)
        return self.respell(text, spans, l)

    def respell(self, text, spans, l):
        """Now and then: a title or a form of address in front of a name, none at the end, another full stop."""
        r, c = self.rng, self.carriers[l]
        if spans and r.random() < 0.08 and spans[0][2] == P and l not in EAST and c.get("titles"):
            t = r.choice(c["titles"]) + " "
            i = spans[0][0]
            return text[:i] + t + text[i:], [[a + len(t) * (a >= i), b + len(t) * (b > i), k] for a, b, k in spans]
        return text, spans

    def plain(self, l):
        if self.ordinary.get(l) and self.rng.random() < 0.8:
            return self.rng.choice(self.ordinary[l]), []
        return self.fill(self.rng.choice(self.carriers[l]["neutral"]), l)

    def prose(self, l):
        r = self.rng
        text, spans = "", []
        for k in range(r.choice((1, 1, 1, 2, 2, 3, 4))):
            t, s = self.sentence(l) if r.random() < 0.62 else self.plain(l)
            gap = "" if not text else "\n" if r.random() < 0.25 else "" if l in SPACELESS else " "
            spans += [[a + len(text + gap), b + len(text + gap), x] for a, b, x in s]
            text += gap + t
        return text, spans

    # --- records ---
    def record(self, l):
        r, c = self.rng, self.carriers[l]
        fields = [(r.choice(c["plabels"]), "p")] * (r.random() < 0.8) + [(r.choice(c["clabels"]), "c")] * (r.random() < 0.5)
        fields += [(x, None) for x in r.sample(c["labels"], r.randint(1, 3))]
        r.shuffle(fields)
        values = []
        for _, kind in fields:
            if kind:
                values.append(self.value(kind, l))
            else:
                x = r.random()
                values.append((r.choice(c["values"]), None) if x < 0.5 else self.value(r.choice("mydeh"), l) if x < 0.95 else (self.organization(l), O))
        form = r.randrange(8)
        parts = []
        for k, ((label, _), (value, kind)) in enumerate(zip(fields, values)):
            more = k + 1 < len(fields)
            if form == 0:
                parts += [label + r.choice((":", ": ", "：", " : ")), (value, kind), "\n" if more else ""]
            elif form == 1:
                parts += [("{" if not k else "") + f'"{r.choice((label, "name", "field", "value"))}": "', (value, kind), '", ' if more else '"}']
            elif form in (2, 3):
                parts += [(value, kind), r.choice((",", ";", "\t", ", ")) if more else ""]
            elif form == 4:
                parts += [("INSERT INTO users VALUES (" if not k else "") + "'", (value, kind), "', " if more else "');"]
            elif form == 5:
                parts += [("| " if not k else ""), (value, kind), " | " if more else " |"]
            elif form == 6:
                parts += [label + "=" + r.choice(("", '"', "'")), (value, kind), " " if more else ""]
            else:
                parts += [f"<{'td' if r.random() < 0.5 else 'field'}>", (value, kind), "</td>"]
        return self.joined(parts)

    def short(self, l):
        """A cell, a signature, a line of a chat, a head of a mail."""
        r, x = self.rng, self.rng.random()
        if x < 0.25:
            return self.joined([self.value(r.choice("pppcco"), l)])
        if x < 0.35:
            return self.joined([r.choice(self.carriers[l]["values"] + self.carriers[l]["labels"] + self.carriers[l]["plabels"])])
        if x < 0.5:
            return self.joined(["-- \n", (self.person(l), P), "\n", self.value("o", l), "\n", self.value("h", l)])
        if x < 0.65:
            return self.joined([f"[{r.randint(0, 23):02}:{r.randint(0, 59):02}] ", (self.person(l), P), ": ", self.plain(l)[0][:80]])
        if x < 0.75:
            return self.joined([r.choice(("From: ", "To: ", "Cc: ")), (self.person(l), P), " <", self.value("e", l), ">"])
        if x < 0.85:
            words = self.plain(l)[0]
            return self.joined([words.split(" ")[0] if l not in SPACELESS else words[:r.randint(1, 4)]])
        sep = r.choice((", ", "、" if l in EAST else ", ", "\n", " / "))
        parts = []
        for k in range(r.randint(2, 5)):
            parts += ([sep] if k else []) + [(self.person(l), P)]
        return self.joined(parts)

    @staticmethod
    def joined(parts):
        text, spans = "", []
        for part in parts:
            if isinstance(part, tuple):
                if part[1]:
                    spans.append([len(text), len(text) + len(part[0]), part[1]])
                part = part[0]
            text += part
        return text, spans

    def example(self, l=None):
        l = l or self.rng.choices(self.languages, [SHARE.get(x, 1.0) for x in self.languages])[0]
        x = self.rng.random()
        if x < 0.62:
            text, spans = self.prose(l)
        elif x < 0.78:
            text, spans = self.record(l)
        elif x < 0.88:
            text, spans = self.short(l)
        else:
            text, spans = self.plain(l)
        return {"l": l, "t": text, "s": spans, "open": []}


if __name__ == "__main__":
    # generator.py SOURCES CARRIERS COUNT [ordinary.jsonl tatoeba.jsonl]: so many texts of each language from what is kept for measuring
    import sys
    g = Generator(sys.argv[1], sys.argv[2], 1, held=True)
    for name, path in zip(("ordinary", "found"), sys.argv[4:]):
        g.load(name, path)
    for language in g.languages:
        for _ in range(int(sys.argv[3])):
            print(json.dumps(g.example(language), ensure_ascii=False))
