"""Writes golden.jsonl: invented texts with tokens, features and int8 logits, for the tests of the C# front end.

usage: golden.py MODEL_FOLDER CHECKPOINT(or -) OUT
"""
import json
import sys

import features as F
import network

TEXTS = [
    "Dear Ms Okonkwo, my name is Brendan O'Malley-Vance and I live at 14 Larkspur Close, Wrexley.",
    "dr. anna-lena vogt's patient was seen last tuesday at st brigid hospital",
    "Name: QUENTIN ABARA\nAddress:\n  Flat 3\n  221 Harbour Rd\n  Portsea\n\nOccupation: truck driver",
    "2024-03-01 12:44:09 ERROR [worker-7] connection_pool: timeout after 3000ms (retry=2)",
    "L’avocat de Mme Élodie Fauré habite à Saint-Étienne, 12 rue de l'Église.",
    "Herr Müller-Strauß wohnt in der Gößweinstraße 7a, 8010 Graz; İlkay kommt aus İzmir.",
    "La señora Núñez, de nacionalidad española, nació el tres de mayo.",
    "Jos\u00e9\u200bphine van der Meulen's  \t 'rock 'n' roll' --- 50%!!! d'Angelo",
    "ＦＵＬＬ ｗｉｄｔｈ, Ωμέγα, Иван Петров, 山田太郎, naïve cafe\u0301 \U0001F600 x\u0301y",
    "a", "?", "New York and San Francisco, Costa Rica",
]
TEXTS.append(" ".join(f"Line {i}: Tamsin Greer paid {i}.50 to Orvell Ltd." + ("\n" if i % 7 == 3 else "") for i in range(60)))


def utf16(text, i):
    return len(text[:i].encode("utf-16-le", "surrogatepass")) // 2


def main(folder, checkpoint, out):
    model = network.load(checkpoint).eval()
    front, net = F.FrontEnd(folder, model.encoder is not None), network.Int8(model)
    with open(out, "w", encoding="utf-8") as f:
        for text in TEXTS:
            tokens = F.tokenize(text)
            parts = F.blocks(text, tokens)
            rows = []
            for a, b in parts:
                words, x = front.block(text, tokens[a:b])
                y = net(x)
                for t, w in enumerate(words):
                    s, e, _ = tokens[a + t]
                    logits = {"logits": [round(float(v), 3) for v in y[t]]} if len(tokens) < 60 else {}
                    if front.pieces:                    # the rest is that of the fast tier
                        rows.append({"pieces": front.pieces.of(text[s:e], sum(tokens[a + t][2]) > 0),
                                     "sum": round(float(x[t, F.FEATURES:].sum()), 4), **logits})
                        continue
                    r = {"start": utf16(text, s), "end": utf16(text, e), "key": w[4].decode("utf-8", "replace"),
                         "shape": F.shape(text[s:e]), "row": w[0][0], "ids": w[0][1:], "ngrams": w[1],
                         "bits": [k for k in range(F.BIT_BLOCK_CAPS) if x[t, F.OFF_BITS + k]],
                         "sums": [round(float(x[t, p:q].sum()), 4) for p, q in (
                             (0, 100), (100, 132), (132, 156), (156, 180), (180, 204), (204, 252), (252, 292))]}
                    rows.append({**r, **logits})
            if len(tokens) >= 60 and not front.pieces:
                rows = [{"start": r["start"], "end": r["end"], "sums": r["sums"]} for r in rows]
            f.write(json.dumps({"text": text, "blocks": parts, "tokens": rows}, ensure_ascii=True) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:4])
