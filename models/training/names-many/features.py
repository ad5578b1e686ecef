"""The reference of the C# front end: tokens, n-grams, bits (FORMAT.md)."""
import struct
import unicodedata

import numpy as np

ROWS, DIM = 1 << 17, 32
BITS = 45
LABELS = ["person", "location", "organization"]
TAGS = ["O"] + [f"{p}-{x}" for x in ("PER", "LOC", "ORG") for p in "BI"]
GIVEN, SURNAME, PLACE, ORG, TITLE, COMMON = 1, 2, 4, 8, 16, 32
MAX_BLOCK, LONGEST = 192, 24
BASIS, PRIME, MASK = 0xCBF29CE484222325, 0x100000001B3, (1 << 64) - 1
SCRIPTS = ["latin", "cyrillic", "greek", "arabic", "hebrew", "devanagari", "han", "hiragana", "katakana", "hangul"]
RANGES = [(0x41, 0x24F, 0), (0x1E00, 0x1EFF, 0), (0x370, 0x3FF, 2), (0x1F00, 0x1FFF, 2), (0x400, 0x52F, 1), (0x590, 0x5FF, 4), (0x600, 0x6FF, 3),
          (0x750, 0x77F, 3), (0x900, 0x97F, 5), (0x3005, 0x3007, 6), (0x3040, 0x309F, 7), (0x30A0, 0x30FF, 8), (0x3400, 0x4DBF, 6), (0x4E00, 0x9FFF, 6),
          (0xAC00, 0xD7A3, 9), (0xF900, 0xFAFF, 6), (0xFB1D, 0xFB4F, 4), (0xFB50, 0xFDFF, 3), (0xFE70, 0xFEFF, 3)]
ENDS = ".!?。！？؟।\n"


def lower(text):
    """Letter by letter, so that lengths stay; final sigma is a sigma."""
    out = []
    for c in text:
        if c == "\u0130":
            out.append("i")
        elif c == "\u03c2":
            out.append("\u03c3")
        else:
            x = c.lower()
            out.append(x if len(x) == 1 else c)
    return "".join(out)


def script(c):
    """Number of the script of a letter, -1 for others."""
    p = ord(c)
    for low, high, s in RANGES:
        if low <= p <= high:
            return s
    return -1


def is_mark(c):
    return unicodedata.category(c) in ("Mn", "Mc") or c in "\u200c\u200d\u00ad"


def is_word(c):
    return c.isalpha() and ord(c) < 0x10000


def is_single(c):
    """Of a script in which each letter is a token."""
    p = ord(c)
    return 0x3005 <= p <= 0x3007 or 0x3040 <= p <= 0x30FF or 0x3400 <= p <= 0x9FFF or 0xAC00 <= p <= 0xD7A3 or 0xF900 <= p <= 0xFAFF


def is_space(c):
    return c.isspace() or unicodedata.category(c) in ("Cc", "Cf") and c not in "\u200c\u200d\u00ad"


def tokenize(text):
    """(start, end) of each token: a word, a run of digits, or a single sign, syllable or ideograph."""
    out, i, n = [], 0, len(text)
    while i < n:
        c = text[i]
        if is_space(c):
            i += 1
            continue
        j = i + 1
        if is_word(c) and not is_single(c):
            while j < n and (is_word(text[j]) and not is_single(text[j]) or is_mark(text[j]) or text[j].isdecimal()):
                j += 1
        elif c.isdecimal():
            while j < n and text[j].isdecimal():
                j += 1
        out.append((i, j))
        i = j
    return out


def fnv(data, value=BASIS):
    for b in data:
        value = ((value ^ b) * PRIME) & MASK
    return value


def bucket(h):
    return ((h ^ (h >> 32)) & 0xFFFFFFFF) & (ROWS - 1)


_cache = {}


def word_grams(word):
    """Rows of a word in small letters."""
    got = _cache.get(word)
    if got is None:
        w = "<" + word[:LONGEST] + ">"
        got = [bucket(fnv(b"\x01" + w.encode()))]
        for n in (3, 4, 5):
            got += [bucket(fnv(w[i:i + n].encode())) for i in range(len(w) - n + 1)]
        if len(_cache) > 400000:
            _cache.clear()
        _cache[word] = got
    return got


def salted(salt, text):
    key = (salt, text)
    got = _cache.get(key)
    if got is None:
        got = _cache[key] = bucket(fnv(bytes([salt]) + text.encode()))
    return got


def grams(text, low, tokens, t):
    i, j = tokens[t]
    c = text[i]
    if is_word(c) and not is_single(c):
        return word_grams(low[i:j])
    if c.isdecimal():
        return [salted(8, "0" * min(j - i, 5))]

    def at(k):
        return low[k] if 0 <= k < len(low) and not is_space(low[k]) and ord(low[k]) < 0x10000 else "_"

    c, p, n = low[i], at(i - 1), at(j)
    if not is_single(c):
        return [salted(2, c)]
    pp, nn = at(i - 2), at(j + 1)
    return [salted(2, c), salted(3, p + c), salted(4, c + n), salted(5, p + c + n), salted(6, pp + p + c), salted(7, c + n + nn)]


class Gazetteer:
    """Hashes of names in small letters (several words with one space between), and what they are names of."""

    def __init__(self, masks):
        self.masks = masks

    @staticmethod
    def of(names):
        """names: {text: mask}"""
        out = {}
        for name, mask in names.items():
            h = fnv(lower(name).encode())
            out[h] = out.get(h, 0) | mask
        return Gazetteer(out)

    def write(self, path):
        keys = sorted(self.masks)
        with open(path, "wb") as f:
            f.write(b"RNMG" + struct.pack("<2I", 1, len(keys)) + np.array(keys, np.uint64).tobytes() + bytes(self.masks[k] for k in keys))

    @staticmethod
    def read(path):
        data = open(path, "rb").read()
        n = struct.unpack("<I", data[8:12])[0]
        keys = np.frombuffer(data, np.uint64, n, 12)
        return Gazetteer(dict(zip(keys.tolist(), data[12 + 8 * n:])))

    def find(self, text):
        return self.masks.get(fnv(text.encode()), 0)


WORDS, CHARS = 3, 6


def gazetteer_masks(text, low, tokens, gaz, hidden=None):
    """Per token: what begins here, what goes on here, what it may be inflected from."""
    begin, inside, stem = ([0] * len(tokens) for _ in range(3))
    get = gaz.masks.get
    for t, (i, j) in enumerate(tokens):
        c = low[i]
        if not is_word(c):
            continue
        single = is_single(c)
        h, k, end = BASIS, t, i
        while k < len(tokens) and k - t < (CHARS if single else WORDS):
            a, b = tokens[k]
            if k > t:
                if not is_word(low[a]) or is_single(low[a]) != single:
                    break
                if a > end:
                    if single or a - end > 1 or low[end] != " ":
                        break
                    h = fnv(b" ", h)
                elif not single:
                    break
            h = fnv(low[a:b].encode(), h)
            m = get(h, 0)
            if m and not (hidden and h % 1000 in hidden):
                begin[t] |= m
                for x in range(t + 1, k + 1):
                    inside[x] |= m
            end = b
            k += 1
        if not single and not begin[t] and j - i >= 4:
            stem[t] = stems(low[i:j], get, hidden)
    return begin, inside, stem


def stems(word, get, hidden):
    s = script(word[0])
    out = 0
    if s in (3, 4):
        for k in (1, 2, 3):
            if len(word) - k >= 2:
                h = fnv(word[k:].encode())
                out |= 0 if hidden and h % 1000 in hidden else get(h, 0)
        return out
    if len(word) < 5 and s != 5:
        return 0
    a = ("a", "\u0430", "\u03b1")[s] if s < 3 else ""
    for k in (1, 2, 3):
        if len(word) - k < 3:
            break
        for h in (fnv(word[:-k].encode()), fnv((word[:-k] + a).encode())):
            out |= 0 if hidden and h % 1000 in hidden else get(h, 0)
    return out


def bits(text, low, tokens, gaz, hidden=None):
    """[T, BITS] of zeros and ones."""
    x = np.zeros((len(tokens), BITS), np.float32)
    begin, inside, stem = gazetteer_masks(text, low, tokens, gaz, hidden)
    last = 0
    for t, (i, j) in enumerate(tokens):
        c, row = text[i], x[t]
        if is_word(c):
            s = script(c)
            row[s if s >= 0 else 12] = 1
            kinds = [unicodedata.category(ch) for ch in text[i:j]]
            up = [k for k in kinds if k == "Lu"]
            cased = [k for k in kinds if k in ("Lu", "Ll")]
            if cased:
                if not up:
                    row[13] = 1
                elif len(up) == len(cased) and j - i > 1:
                    row[14] = 1
                elif len(up) == 1 and kinds[0] == "Lu":
                    row[15] = 1
                else:
                    row[16] = 1
        else:
            row[10 if c.isdecimal() else 11] = 1
        length = j - i
        row[17 + (0 if length == 1 else 1 if length == 2 else 2 if length == 3 else 3 if length < 6 else 4 if length < 9 else 5)] = 1
        between = text[last:i]
        if t and i > last:
            row[23] = 1
        if t == 0 or "\n" in between:
            row[24] = 1
        if t == 0 or "\n" in between or text[tokens[t - 1][0]] in ENDS:
            row[25] = 1
        if j < len(text) and not is_space(text[j]):
            row[26] = 1
        for k in range(6):
            row[27 + k] = begin[t] >> k & 1
            row[33 + k] = inside[t] >> k & 1
            row[39 + k] = stem[t] >> k & 1
        last = j
    return x


def blocks(text, tokens):
    """Cuts at most MAX_BLOCK tokens, behind a line or a sentence in the second half where there is one."""
    out, first = [], 0
    while len(tokens) - first > MAX_BLOCK:
        cut = first + MAX_BLOCK
        for stage in range(2):
            p = next((p for p in range(first + MAX_BLOCK, first + MAX_BLOCK // 2, -1)
                      if ("\n" in text[tokens[p - 1][1]:tokens[p][0]] if stage == 0 else text[tokens[p - 1][0]] in ENDS)), None)
            if p:
                cut = p
                break
        out.append((first, cut))
        first = cut
    out.append((first, len(tokens)))
    return out


def decode(logits, bias):
    """Best tags: every I-x follows B-x or I-x; bias is taken from O."""
    scores = logits.copy()
    scores[:, 0] -= bias
    n, k = scores.shape
    best, back = scores[0].copy(), np.zeros((n, k), np.int64)
    best[2::2] = -np.inf
    for t in range(1, n):
        top = int(best.argmax())
        new = np.empty(k, np.float32)
        for y in range(k):
            f = top if y == 0 or y % 2 else (y - 1 if best[y - 1] >= best[y] else y)
            back[t, y], new[y] = f, best[f] + scores[t, y]
        best = new
    path = [int(best.argmax())]
    for t in range(n - 1, 0, -1):
        path.append(int(back[t, path[-1]]))
    return path[::-1]


def spans(path):
    """(label, first, last) of tags."""
    out = []
    for t, y in enumerate(path):
        if y % 2:
            out.append([(y - 1) // 2, t, t])
        elif y and out and out[-1][2] == t - 1 and out[-1][0] == (y - 1) // 2:
            out[-1][2] = t
    return [tuple(s) for s in out]
