#!/usr/bin/env python3
"""Writes src/Redaction.Documents/Dicom/Tables from the JSON files of innolitics/dicom-standard.

Usage: make.py FOLDER-WITH-JSON TARGET
"""
import json
import sys
from pathlib import Path

EDITION = "DICOM PS3 2024b, by way of innolitics/dicom-standard (MIT)"
OPTIONS = ["rtnUIDsOpt", "rtnDevIdOpt", "rtnInstIdOpt", "rtnPatCharsOpt", "rtnLongFullDatesOpt", "rtnLongModifDatesOpt",
           "cleanDescOpt", "cleanStructContOpt", "cleanGraphOpt", "rtnSafePrivOpt"]


def tag(text):
    """(0008,0050) becomes 00080050; digits that stand for any digit become x."""
    return text.strip("()").replace(",", "").replace("X", "x")


def attributes(source):
    for row in json.loads((source / "attributes.json").read_text()):
        vr = row["valueRepresentation"].split(" or ")
        vr = "OW" if "OW" in vr else vr[0]
        if len(vr) == 2 and len(tag(row["tag"])) == 8 and not row["tag"].startswith("(FFFE"):
            keyword = row["keyword"].replace("\u200b", "") or "-"
            yield f"{tag(row['tag']).lower()} {vr} {keyword}"


def profile(source):
    for row in json.loads((source / "confidentiality_profile_attributes.json").read_text()):
        name = tag(row["tag"]).lower()
        if len(name) == 8:
            yield f"{name} {row['basicProfile']} " + " ".join(row.get(o) or "-" for o in OPTIONS)


def write(path, header, lines):
    path.write_text("".join(f"# {h}\n" for h in header) + "\n".join(sorted(set(lines))) + "\n")


def main():
    source, target = map(Path, sys.argv[1:3])
    write(target / "attributes.txt", [f"PS3.6, data dictionary. {EDITION}.", "tag VR keyword"], attributes(source))
    write(target / "profile.txt", [f"PS3.15, table E.1-1. {EDITION}.", "tag basic " + " ".join(OPTIONS)], profile(source))


main()
