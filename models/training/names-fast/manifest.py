"""Writes model.json of a names model. usage: manifest.py FOLDER VERSION O_BIAS FIGURES.json"""
import hashlib
import json
import os
import sys

import features as F

SHARED = ["words.bin", "tables.bin", "gazetteer.bin"]


def main(folder, version, o_bias, figures):
    with open(figures, encoding="utf-8") as f:
        fig = json.load(f)
    own = ["model.onnx"] + [n for n in SHARED + ["pieces.bin"] if os.path.exists(f"{folder}/{n}")]
    files = own + [f"names-fast/{n}" for n in SHARED if n not in own]      # those of another model stand under its folder
    accurate = "pieces.bin" in own
    data = {
        "id": os.path.basename(os.path.normpath(folder)),
        "description": "Persons, places, organizations, addresses, spelled-out dates, job titles, nationalities and ages in text.",
        "version": version,
        "format": 1,
        "file": "model.onnx",
        "files": {n: hashlib.sha256(open(f"{folder}/{'../' * (n not in own)}{n}", "rb").read()).hexdigest() for n in files},
        "sha256": hashlib.sha256(open(f"{folder}/model.onnx", "rb").read()).hexdigest(),
        "licence": "MIT AND Apache-2.0" if accurate else "MIT",
        "source": "trained by this project, models/training/names-fast" + (", started from Universal Sentence Encoder Lite" if accurate else ""),
        "input": f"x [1,T,{F.FEATURES}]{f', pieces [1,T,{F.PIECE_DIM}]' if accurate else ''}, 1 <= T <= {F.MAX_BLOCK};"
                 " features as in models/training/names-fast/FORMAT.md",
        "output": f"logits [1,T,{len(F.TAGS)}]",
        "labels": F.LABELS,
        "languages": ["en", "es", "de", "fr", "nl", "pt", "it"],
        "oBias": float(o_bias),
        "leastConfidence": fig.pop("leastConfidence", {l: 0.0 for l in F.LABELS}),
        "figures": fig,
    }
    with open(f"{folder}/model.json", "w", encoding="utf-8") as f:
        f.write(json.dumps(data, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:5])
