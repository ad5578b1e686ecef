"""Writes the model: model.onnx, rows.bin, names.bin, model.json with the SHA-256 of each, and golden.jsonl.

usage: export.py MODEL.pt SOURCES FOLDER GOLDEN.jsonl VERSION [FIGURES.json]
"""
import hashlib
import json
import shutil
import sys

import numpy as np
import onnx
import torch

import features as F
import network
from evaluate import find

GOLDEN = ["张伟昨天去了上海。", "山田太郎さんは大阪に住んでいます。", "김민준 씨는 부산에서 왔다.", "يعيش محمد حسن في مدينة القاهرة.", "דני כהן גר בחיפה.",
          "Ο Γιώργος Παπαδόπουλος μένει στην Πάτρα.", "Олена Шевченко працює в місті Львів.", "Zeynep Yılmaz İzmir'de yaşıyor.", "Anna Kowalska mieszka w Krakowie.",
          "Petr Novák bydlí v Brně.", "Szabó Katalin Debrecenben él.", "Ion Popescu locuiește în Cluj-Napoca.", "Eva Lindqvist bor i Malmö.",
          "Mette Sørensen bor i Aarhus.", "Ông Nguyễn Văn Nam sống ở Đà Nẵng.", "Budi Santoso tinggal di Bandung.", "प्रिया शर्मा मुंबई में रहती हैं।",
          "Lütfen parolanızı girin (en az 12 karakter).\nTOPLAM: 1.204,50", "ＩＤ：４２、備考：なし\n担当　佐藤", "Im\u0307 2024 İŞ\u200bLEM ΟΔΟΣ ς𝒳"]


def main(model_path, sources, folder, golden, version, figures=None):
    model = network.Tagger()
    model.load_state_dict(torch.load(model_path))
    model.eval()
    onnx.save(network.to_onnx(model), folder + "/model.onnx")
    network.write_rows(model, folder + "/rows.bin")
    shutil.copy(sources + "/gazetteer.bin", folder + "/names.bin")
    files = {n: hashlib.sha256(open(f"{folder}/{n}", "rb").read()).hexdigest() for n in ("model.onnx", "names.bin", "rows.bin")}
    manifest = {
        "id": "names-many", "description": "Persons, places and organisations in seventeen languages.", "version": version, "format": 1,
        "file": "model.onnx", "files": files, "sha256": files["model.onnx"], "licence": "MIT",
        "source": "trained by models/training/names-many", "input": f"x [1,T,{network.INPUT}], 1 <= T <= {F.MAX_BLOCK}: {F.DIM} numbers of the letters, {F.BITS} bits",
        "output": "logits [1,T,7]: O, B and I of person, location, organization", "labels": F.LABELS,
        "languages": ["zh", "ja", "ko", "ar", "he", "el", "uk", "tr", "pl", "cs", "hu", "ro", "sv", "da", "vi", "id", "hi"],
        "figures": json.load(open(figures)) if figures else {}}
    with open(folder + "/model.json", "w", encoding="utf-8") as out:
        json.dump(manifest, out, ensure_ascii=False, indent=2)
    rows, scale = network.quantised_rows(model)
    gaz = F.Gazetteer.read(folder + "/names.bin")
    with open(golden, "w", encoding="utf-8") as out:
        for text in GOLDEN:
            low, tokens = F.lower(text), F.tokenize(text)
            x = network.inputs(text, tokens, low, rows, scale, gaz)
            _, z = find(model, text, rows, scale, gaz)
            at = np.cumsum([0] + [1 + (ord(c) > 0xFFFF) for c in text])          # offsets in UTF-16
            out.write(json.dumps({"text": text, "tokens": [[int(at[a]), int(at[b])] for a, b in tokens],
                                  "rows": [[round(float(v), 4) for v in x[0, :F.DIM]], [round(float(v), 4) for v in x[-1, :F.DIM]]],
                                  "bits": [[int(k) for k in np.nonzero(r)[0]] for r in x[:, F.DIM:]], "tags": F.decode(z, 0.0)}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
