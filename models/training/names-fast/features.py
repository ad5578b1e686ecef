"""Tokeniser, normalisation, hashing and features of the names model.

FORMAT.md describes the same rules in words; the two must agree, and golden.jsonl is made from this file.
"""
import os
import struct
import unicodedata
from functools import lru_cache

import numpy as np

LABELS = ["person", "location", "organization", "address", "date", "job-title", "nationality", "age"]
TAGS = ["O"] + [p + l for l in LABELS for p in ("B-", "I-")]

# ---------------------------------------------------------------- tokeniser
APOSTROPHES = "'\u2019"
ELISIONS = frozenset(
    "l d j m t s n c qu jusqu lorsqu puisqu quoiqu quelqu dell all dall nell sull un gl quell quest sant bell".split())
SPACE, WORD, FORMAT, OTHER = range(4)


@lru_cache(maxsize=None)
def char_class(c):
    cat = unicodedata.category(c)
    if cat[0] in "LMN":
        return WORD
    if cat == "Cf":
        return FORMAT
    if cat[0] == "Z" or cat == "Cc":
        return SPACE
    return OTHER


@lru_cache(maxsize=None)
def is_letter(c):
    return unicodedata.category(c)[0] == "L"


def tokenize(text):
    """Returns [(start, end, breaks)] in code points; breaks is the layout before the token (see FORMAT.md, 2.4)."""
    tokens = []
    n = len(text)
    i = 0
    newlines, gap = 1, 0            # the start of the text counts as a new line
    while i < n:
        c = text[i]
        k = char_class(c)
        if k == SPACE or k == FORMAT:
            if c == "\n":
                newlines += 1
            if k == SPACE:
                gap += 4 if c == "\t" else 1
            i += 1
            continue
        start = i
        if k == WORD:
            end = i = _word(text, i, n)
        elif c in APOSTROPHES and i + 1 < n and text[i + 1] in "sS" and (
                i + 2 >= n or char_class(text[i + 2]) not in (WORD, FORMAT)):
            end = i = i + 2          # the possessive 's is one token
        else:
            i += 1
            while i < n and text[i] == c:
                i += 1
            end = i
        tokens.append((start, end, (newlines, gap)))
        newlines = gap = 0
    return tokens


def _word(text, start, n):
    """The end of the word that starts at start: a run of word characters, with the apostrophe rules."""
    i = start + 1
    end = i                          # end after the last word character: trailing format characters are not part of it
    while i < n:
        c = text[i]
        k = char_class(c)
        if k == WORD:
            i += 1
            end = i
        elif k == FORMAT:
            i += 1
        elif c in APOSTROPHES and end == i and is_letter(text[i - 1]) and i + 1 < n and is_letter(text[i + 1]):
            if i - start <= 7 and lower_text(text[start:i]) in ELISIONS:
                return i + 1         # l' | avocat
            if text[i + 1] in "sS" and (i + 2 >= n or char_class(text[i + 2]) not in (WORD, FORMAT)):
                return end           # Anna | 's
            i += 2
            end = i
        else:
            break
    return end


# ---------------------------------------------------------------- normalisation
def lower_char(c):
    if c == "\u0130":
        return "i"
    l = c.lower()
    return l if len(l) == 1 else c


def lower_text(s):
    return "".join(map(lower_char, s))


def _make_fold():
    special = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i",
               "ŋ": "n", "ŧ": "t", "ĸ": "k", "ə": "e", "ƒ": "f", "\u2019": "'", "\u02bc": "'", "ſ": "s"}
    fold = dict(special)
    for r in (range(0xC0, 0x250), range(0x1E00, 0x1F00), range(0xFF10, 0xFF5B)):
        for cp in r:
            c = lower_char(chr(cp))
            if c in fold:
                continue
            d = "".join(x for x in unicodedata.normalize("NFKD", c) if unicodedata.category(x) != "Mn")
            d = "".join(special.get(lower_char(x), lower_char(x)) for x in d)
            if d and d != c and len(d) <= 2 and all(ord(x) < 128 for x in d):
                fold[c] = d
    return fold


FOLD = _make_fold()
MAX_BYTES = 64


@lru_cache(maxsize=None)
def _key_char(c):
    """The bytes that one code point adds to the key."""
    cat = unicodedata.category(c)
    if cat in ("Cf", "Mn"):
        return b""
    if cat == "Nd":
        return b"0"
    l = lower_char(c)
    return FOLD.get(l, l).encode("utf-8", "replace")


def normalize(word):
    """The key of a token: lower-cased, folded UTF-8 with digits as 0, at most 64 bytes."""
    key = bytearray()
    for c in word:
        b = _key_char(c)
        if len(key) + len(b) > MAX_BYTES:
            break
        key += b
    return bytes(key)


# ---------------------------------------------------------------- hashes
FNV_BASIS = 0xCBF29CE484222325
FNV_PRIME = 0x100000001B3
MASK64 = (1 << 64) - 1


def fnv(data, h=FNV_BASIS):
    for b in data:
        h = ((h ^ b) * FNV_PRIME) & MASK64
    return h


def bucket(h, size):
    return ((h ^ (h >> 32)) & 0xFFFFFFFF) & (size - 1)


# ---------------------------------------------------------------- tables
NGRAM_ROWS, NGRAM_DIM = 32768, 32
SHAPE_ROWS, SHAPE_DIM = 2048, 24
PREFIX_ROWS, PREFIX_DIM = 4096, 24
SUFFIX_ROWS, SUFFIX_DIM = 4096, 24
WORD_ROWS, WORD_DIM = 8192, 48
VEC_DIM = 100
NGRAM_BYTES = 16                     # bytes of the key that n-grams see

TABLES = [("ngram", NGRAM_ROWS, NGRAM_DIM), ("shape", SHAPE_ROWS, SHAPE_DIM), ("prefix", PREFIX_ROWS, PREFIX_DIM),
          ("suffix", SUFFIX_ROWS, SUFFIX_DIM), ("word", WORD_ROWS, WORD_DIM)]

OFF_VEC = 0
OFF_NGRAM = OFF_VEC + VEC_DIM        # 100
OFF_SHAPE = OFF_NGRAM + NGRAM_DIM    # 132
OFF_PREFIX = OFF_SHAPE + SHAPE_DIM   # 156
OFF_SUFFIX = OFF_PREFIX + PREFIX_DIM  # 180
OFF_WORD = OFF_SUFFIX + SUFFIX_DIM   # 204
OFF_BITS = OFF_WORD + WORD_DIM       # 252
BITS = 40
FEATURES = OFF_BITS + BITS           # 292

# single-token gazetteer mask (bits 0..14 are features 252..266; bit 15 only says that a phrase may start here)
(G_FIRST, G_LAST, G_CITY, G_REGION, G_NATIONALITY, G_JOB, G_TITLE, G_ORG, G_STREET, G_DATE, G_NUMBER, G_COMMON,
 G_FIRST_COMMON, G_LAST_COMMON, G_UNIT, G_PHRASE) = [1 << k for k in range(16)]
BIT_PHRASE_CITY, BIT_PHRASE_REGION, BIT_PHRASE_JOB = 15, 16, 17
BIT_RANK = 18                        # 18..23: row bucket 0..4, 23: no row
(BIT_FIRST_UPPER, BIT_ALL_UPPER, BIT_ALL_LOWER, BIT_MIXED, BIT_HAS_DIGIT, BIT_ALL_DIGITS, BIT_NON_ASCII, BIT_SINGLE,
 BIT_PUNCT, BIT_APOSTROPHE) = range(24, 34)
BIT_SPACE, BIT_NEWLINE, BIT_BLANK, BIT_WIDE = range(34, 38)
BIT_BLOCK_CAPS, BIT_BLOCK_UPPER = 38, 39
MAX_PHRASE = 6


PIECE_DIM = 256
PIECE_CHARS = 32                     # code points of a token that pieces see
UNKNOWN_COST = -20.0


class Pieces:
    """pieces.bin: a vocabulary of word pieces with their scores, and one row for each (FORMAT.md, 9)."""

    def __init__(self, pieces, scores):
        self.pieces, self.scores = pieces, scores
        self.index = {p: k for k, p in enumerate(pieces) if k}
        self.longest = max(map(len, self.index))
        self.cache = {}

    def of(self, word, spaced):
        """Ids of the best segmentation of a token; 0 is a code point that no piece has."""
        ids = self.cache.get((word, spaced))
        if ids is None:
            text = "".join("'" if c == "\u2019" else c for c in word if unicodedata.category(c) != "Cf")[:PIECE_CHARS]
            ids = self.cache[word, spaced] = self._best((" " if spaced else "") + text)
        return ids

    def _best(self, s):
        n = len(s)
        best, back = [0.0] + [-1e9] * n, [None] * (n + 1)
        for i in range(n):
            for j in range(i + 1, min(n, i + self.longest) + 1):
                k = self.index.get(s[i:j])
                if k is not None and (score := np.float32(best[i] + self.scores[k])) > best[j]:
                    best[j], back[j] = score, (i, k)
            if (score := np.float32(best[i] + UNKNOWN_COST)) > best[i + 1]:
                best[i + 1], back[i + 1] = score, (i, 0)
        out = []
        while n:
            n, k = back[n]
            out.append(k)
        return out[::-1]

    def write(self, path, rows):
        with open(path, "wb") as f:
            f.write(struct.pack("<4sIII", b"RNP1", 1, len(self.pieces), PIECE_DIM))
            scale = np.maximum(np.abs(rows).max(1) / 127.0, 1e-9).astype("<f4")
            f.write(np.asarray(self.scores, "<f4").tobytes() + scale.tobytes())
            f.write(np.clip(np.round(rows / scale[:, None]), -127, 127).astype("i1").tobytes())
            for p in self.pieces:
                b = p.encode("utf-8")
                f.write(struct.pack("<B", len(b)) + b)

    @staticmethod
    def read(path):
        """The vocabulary and its rows."""
        with open(path, "rb") as f:
            d = f.read()
        magic, version, count, dim = struct.unpack_from("<4sIII", d, 0)
        assert magic == b"RNP1" and version == 1 and dim == PIECE_DIM
        p = 16
        scores = np.frombuffer(d, "<f4", count, p); p += 4 * count
        scale = np.frombuffer(d, "<f4", count, p); p += 4 * count
        rows = np.frombuffer(d, "i1", count * dim, p).reshape(count, dim) * scale[:, None]; p += count * dim
        pieces = []
        for _ in range(count):
            pieces.append(d[p + 1:p + 1 + d[p]].decode("utf-8"))
            p += 1 + d[p]
        assert p == len(d)
        return Pieces(pieces, scores), rows.astype(np.float32)


def piece_features(pieces, rows, words, layout):
    """[T, 256]: for each token (its text) the sum of the rows of its pieces / sqrt(number of pieces)."""
    x = np.zeros((len(words), PIECE_DIM), np.float32)
    for t, (w, (newlines, gap)) in enumerate(zip(words, layout)):
        ids = pieces.of(w, gap > 0 or newlines > 0)
        if ids:
            x[t] = rows[ids].sum(0) / np.sqrt(np.float32(len(ids)))
    return x


def ngrams(key):
    """Buckets of the 3-grams and 4-grams of '<' + key[:16] + '>', position by position, 3 before 4."""
    b = b"<" + key[:NGRAM_BYTES] + b">"
    out = []
    n = len(b)
    for i in range(n - 2):
        h = FNV_BASIS
        h = ((h ^ b[i]) * FNV_PRIME) & MASK64
        h = ((h ^ b[i + 1]) * FNV_PRIME) & MASK64
        h = ((h ^ b[i + 2]) * FNV_PRIME) & MASK64
        out.append(bucket(h, NGRAM_ROWS))
        if i + 3 < n:
            h = ((h ^ b[i + 3]) * FNV_PRIME) & MASK64
            out.append(bucket(h, NGRAM_ROWS))
    return out


def shape(word):
    out = []
    last = ""
    run = 0
    for c in word:
        cat = unicodedata.category(c)
        if cat == "Cf" or cat[0] == "M":
            continue
        if cat in ("Lu", "Lt"):
            k = "X"
        elif cat == "Ll":
            k = "x"
        elif cat[0] == "L":
            k = "a"
        elif cat[0] == "N":
            k = "d"
        else:
            k = "'" if c == "\u2019" else c
        run = run + 1 if k == last else 1
        last = k
        if run <= 3:
            out.append(k)
            if len(out) == 12:
                break
    return "".join(out)


def case_bits(word):
    """Bits 24..33 as a list of ten 0/1."""
    letters = upper = lower = digits = others = 0
    first_upper = non_ascii = apostrophe = 0
    for c in word:
        cat = unicodedata.category(c)
        if cat == "Cf" or cat[0] == "M":
            continue
        if ord(c) > 127:
            non_ascii = 1
        if cat[0] == "L":
            if letters == 0 and digits == 0 and cat in ("Lu", "Lt"):
                first_upper = 1
            letters += 1
            if cat in ("Lu", "Lt"):
                upper += 1
            elif cat == "Ll":
                lower += 1
        elif cat[0] == "N":
            digits += 1
        else:
            others += 1
            if c in APOSTROPHES:
                apostrophe = 1
    return [first_upper, int(letters >= 2 and upper == letters), int(letters > 0 and lower == letters),
            int(upper > 0 and lower > 0 and (upper > 1 or not first_upper)), int(digits > 0),
            int(digits > 0 and letters == 0), non_ascii if letters else 0, int(letters == 1 and digits == 0),
            int(letters == 0 and digits == 0), apostrophe]


def path_of(folder, name):
    """A file of a model, or that of names-fast beside it, whose features the accurate tier shares."""
    own = os.path.join(folder, name)
    return own if os.path.exists(own) else os.path.join(folder, os.pardir, "names-fast", name)


class Assets:
    """words.bin and gazetteer.bin, which do not change with training."""

    def __init__(self, folder):
        with open(path_of(folder, "words.bin"), "rb") as f:
            d = f.read()
        magic, version, count, dim = struct.unpack_from("<4sIII", d, 0)
        assert magic == b"RNW1" and version == 1 and dim == VEC_DIM
        p = 16
        self.hashes = np.frombuffer(d, "<u8", count, p); p += 8 * count
        self.scales = np.frombuffer(d, "<f4", count, p); p += 4 * count
        self.rows = np.frombuffer(d, "i1", count * dim, p).reshape(count, dim); p += count * dim
        self.ranks = np.frombuffer(d, "u1", count, p); p += count
        assert p == len(d)
        self.index = {int(h): i for i, h in enumerate(self.hashes)}
        with open(path_of(folder, "gazetteer.bin"), "rb") as f:
            d = f.read()
        magic, version, count, folds = struct.unpack_from("<4sIII", d, 0)
        assert magic == b"RNG1" and version == 1
        p = 16
        gh = np.frombuffer(d, "<u8", count, p); p += 8 * count
        gm = np.frombuffer(d, "<u2", count, p); p += 2 * count
        assert p + 8 * folds == len(d)
        self.gaz = dict(zip(map(int, gh), map(int, gm)))
        self.cache = {}

    def word(self, w):
        """Everything that depends on the token text alone."""
        r = self.cache.get(w)
        if r is None:
            key = normalize(w)
            h = fnv(key)
            row = self.index.get(fnv(key.replace(b"'", b"")) if b"'" in key else h, -1)
            mask = self.gaz.get(h, 0)
            static = [0.0] * BITS
            for k in range(15):
                if mask >> k & 1:
                    static[k] = 1.0
            static[BIT_RANK + (5 if row < 0 else int(self.ranks[row]))] = 1.0
            case = case_bits(w)
            static[BIT_FIRST_UPPER:BIT_FIRST_UPPER + 10] = map(float, case)
            ids = [row, bucket(fnv(shape(w).encode("utf-8", "replace")), SHAPE_ROWS),
                   bucket(fnv(b"p" + key[:3]), PREFIX_ROWS), bucket(fnv(b"x" + key[-3:]), SUFFIX_ROWS),
                   bucket(h, WORD_ROWS)]
            alpha = case[5] == 0 and case[8] == 0
            r = (ids, ngrams(key), np.array(static, np.float32), mask, key,
                 (int(alpha), int(alpha and case[0]), int(alpha and case[1])))
            self.cache[w] = r
        return r

    def phrases(self, words):
        """The mask of the longest gazetteer phrase over each token (0: none), matches do not overlap."""
        out = [0] * len(words)
        i = 0
        n = len(words)
        while i < n:
            if words[i][3] & G_PHRASE:
                h = fnv(words[i][4])
                best = 0
                for j in range(i + 1, min(n, i + MAX_PHRASE)):
                    h = fnv(words[j][4], fnv(b" ", h))
                    m = self.gaz.get(h, 0) & (G_CITY | G_REGION | G_JOB)
                    if m:
                        best, mask = j, m
                if best:
                    for j in range(i, best + 1):
                        out[j] = mask
                    i = best + 1
                    continue
            i += 1
        return out

    def bits(self, words, layout):
        """[T, 40] for one block: words as from word(), layout as from tokenize()."""
        x = np.stack([w[2] for w in words])
        ph = self.phrases(words)
        alpha = sum(w[5][0] for w in words)
        if alpha:
            x[:, BIT_BLOCK_CAPS] = np.float32(sum(w[5][1] for w in words)) / np.float32(alpha)
            x[:, BIT_BLOCK_UPPER] = np.float32(sum(w[5][2] for w in words)) / np.float32(alpha)
        for t, (m, (newlines, gap)) in enumerate(zip(ph, layout)):
            if m:
                x[t, BIT_PHRASE_CITY] = float(bool(m & G_CITY))
                x[t, BIT_PHRASE_REGION] = float(bool(m & G_REGION))
                x[t, BIT_PHRASE_JOB] = float(bool(m & G_JOB))
            if gap or newlines:
                x[t, BIT_SPACE] = 1
            if newlines:
                x[t, BIT_NEWLINE] = 1
                if newlines >= 2:
                    x[t, BIT_BLANK] = 1
            elif gap >= 3:
                x[t, BIT_WIDE] = 1
        return x


class Tables:
    """tables.bin: the trained rows, dequantised."""

    def __init__(self, path):
        with open(path, "rb") as f:
            d = f.read()
        magic, version, dim, count = struct.unpack_from("<4sIII", d, 0)
        assert magic == b"RNT1" and version == 1 and dim == VEC_DIM and count == len(TABLES)
        p = 16
        self.missing = np.frombuffer(d, "<f4", dim, p); p += 4 * dim
        self.t = {}
        for name, rows, width in TABLES:
            r, w = struct.unpack_from("<II", d, p); p += 8
            assert (r, w) == (rows, width)
            s = np.frombuffer(d, "<f4", rows, p); p += 4 * rows
            q = np.frombuffer(d, "i1", rows * width, p).reshape(rows, width); p += rows * width
            self.t[name] = q.astype(np.float32) * s[:, None]
        assert p == len(d)


class FrontEnd:
    """All that stands before the network: tokens to its input."""

    def __init__(self, folder, with_pieces):
        self.assets = Assets(folder)
        self.tables = Tables(path_of(folder, "tables.bin"))
        self.pieces, self.rows = Pieces.read(folder + "/pieces.bin") if with_pieces else (None, None)

    def block(self, text, tokens):
        """The words of one block, and the input of the network: [T, 292], with pieces [T, 292 + 256]."""
        words = [self.assets.word(text[s:e]) for s, e, _ in tokens]
        layout = [t[2] for t in tokens]
        x = block_features(self.assets, self.tables, words, layout)
        if self.pieces:
            x = np.concatenate([x, piece_features(self.pieces, self.rows, [text[s:e] for s, e, _ in tokens], layout)], -1)
        return words, x


def write_tables(path, missing, tables):
    with open(path, "wb") as f:
        f.write(struct.pack("<4sIII", b"RNT1", 1, VEC_DIM, len(TABLES)))
        f.write(np.asarray(missing, "<f4").tobytes())
        for name, rows, width in TABLES:
            w = np.asarray(tables[name], np.float32)
            assert w.shape == (rows, width)
            s = np.maximum(np.abs(w).max(1) / 127.0, 1e-9).astype("<f4")
            q = np.clip(np.round(w / s[:, None]), -127, 127).astype("i1")
            f.write(struct.pack("<II", rows, width))
            f.write(s.tobytes())
            f.write(q.tobytes())


def block_features(assets, tables, words, layout):
    """The [T, 292] input of the network for one block."""
    x = np.zeros((len(words), FEATURES), np.float32)
    for t, w in enumerate(words):
        row = w[0][0]
        if row < 0:
            x[t, :VEC_DIM] = tables.missing
        else:
            x[t, :VEC_DIM] = assets.rows[row].astype(np.float32) * assets.scales[row]
        g = w[1]
        if g:
            x[t, OFF_NGRAM:OFF_SHAPE] = tables.t["ngram"][g].sum(0) / np.sqrt(np.float32(len(g)))
        for k, (name, off, width) in enumerate((("shape", OFF_SHAPE, SHAPE_DIM), ("prefix", OFF_PREFIX, PREFIX_DIM),
                                                ("suffix", OFF_SUFFIX, SUFFIX_DIM), ("word", OFF_WORD, WORD_DIM))):
            x[t, off:off + width] = tables.t[name][w[0][1 + k]]
    x[:, OFF_BITS:] = assets.bits(words, layout)
    return x


# ---------------------------------------------------------------- blocks
MAX_BLOCK = 256
MIN_BLOCK = 128


def blocks(text, tokens):
    """[(first, last+1)] over tokens: at most 256 tokens, cut at the last blank line, else line, else sentence end."""
    out = []
    start = 0
    n = len(tokens)
    while n - start > MAX_BLOCK:
        cut = 0
        for want in (2, 1):
            for p in range(start + MAX_BLOCK, start + MIN_BLOCK - 1, -1):
                if tokens[p][2][0] >= want:
                    cut = p
                    break
            if cut:
                break
        if not cut:
            for p in range(start + MAX_BLOCK, start + MIN_BLOCK - 1, -1):
                if text[tokens[p - 1][0]] in ".?!":
                    cut = p
                    break
        out.append((start, cut or start + MAX_BLOCK))
        start = out[-1][1]
    if start < n:
        out.append((start, n))
    return out


# ---------------------------------------------------------------- decoding
NEG = -1e4
TRANSITION = np.zeros((len(TAGS), len(TAGS)), np.float32)
for _i, _p in enumerate(TAGS):
    for _j, _q in enumerate(TAGS):
        if _q[0] == "I" and not (_p != "O" and _p[2:] == _q[2:]):
            TRANSITION[_i, _j] = NEG
START = np.array([NEG if q[0] == "I" else 0 for q in TAGS], np.float32)


def viterbi(logits, o_bias=0.0):
    """Tag indices; logits [T, 17]; o_bias is subtracted from the logit of O."""
    l = np.array(logits, np.float32)
    l[:, 0] -= o_bias
    s = l[0] + START
    back = []
    for t in range(1, len(l)):
        c = s[:, None] + TRANSITION
        b = c.argmax(0)
        s = c.max(0) + l[t]
        back.append(b)
    p = [int(s.argmax())]
    for b in reversed(back):
        p.append(int(b[p[-1]]))
    return p[::-1]


def spans(path):
    """[(first, last+1, label)] of a tag path."""
    out = []
    for t, k in enumerate(path):
        if k == 0:
            continue
        if TAGS[k][0] == "B" or not out or out[-1][1] != t:
            out.append([t, t + 1, TAGS[k][2:]])
        else:
            out[-1][1] = t + 1
    return [tuple(s) for s in out]
