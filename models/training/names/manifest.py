"""Writes model.json of a names model. usage: manifest.py FOLDER VERSION O_BIAS FIGURES.json"""
import hashlib
import json
import sys

import features as F

FILES = ["model.onnx", "words.bin", "tables.bin", "gazetteer.bin"]


def main(folder, version, o_bias, figures):
    with open(figures, encoding="utf-8") as f:
        fig = json.load(f)
    data = {
        "id": "names-fast",
        "description": "Persons, places, organizations, addresses, spelled-out dates, job titles, nationalities and ages in text.",
        "version": version,
        "format": 1,
        "file": "model.onnx",
        "files": {n: hashlib.sha256(open(f"{folder}/{n}", "rb").read()).hexdigest() for n in FILES},
        "sha256": hashlib.sha256(open(f"{folder}/model.onnx", "rb").read()).hexdigest(),
        "licence": "MIT",
        "source": "trained by this project, models/training/names",
        "input": f"x [1,T,{F.FEATURES}], 1 <= T <= {F.MAX_BLOCK}; features as in models/training/names/FORMAT.md",
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
