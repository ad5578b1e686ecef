"""Lines of manuals in which nobody is named, one JSON a line: {"l", "t"}.

usage: ordinary.py MIRRORS OUT.jsonl    reads tldr-pages/tldr (CC-BY 4.0), reactjs/he.react.dev and reactjs/ar.react.dev (CC-BY 4.0)
"""
import json
import random
import re
import subprocess
import sys

PAGES = {"zh": "zh", "zh_TW": "zh", "ja": "ja", "ko": "ko", "ar": "ar", "hi": "hi", "el": "el", "uk": "uk", "tr": "tr", "pl": "pl", "cs": "cs", "ro": "ro",
         "sv": "sv", "da": "da", "id": "id", "no": "da"}


def lines(folder, paths):
    for path in paths:
        text = subprocess.run(["git", "--git-dir", folder, "show", "HEAD:" + path], capture_output=True).stdout.decode("utf-8", "replace")
        yield from text.split("\n")


def names(folder, prefix):
    out = subprocess.run(["git", "--git-dir", folder, "ls-tree", "-r", "--name-only", "HEAD"], capture_output=True).stdout.decode().split("\n")
    return [p for p in out if p.startswith(prefix) and p.endswith(".md")]


def main(mirrors, path):
    rng, seen = random.Random(1), set()
    with open(path, "w", encoding="utf-8") as out:
        def write(l, text):
            text = re.sub(r"[*#>]+ ?|</?\w+/?>", "", text).replace("`", "").strip(" -")
            if 12 < len(text) < 300 and (l, text) not in seen:
                seen.add((l, text))
                out.write(json.dumps({"l": l, "t": text}, ensure_ascii=False) + "\n")
        folder = f"{mirrors}/tldr-pages+tldr/repo"
        for pages, l in PAGES.items():
            paths = names(folder, f"pages.{pages}/")
            for line in lines(folder, rng.sample(paths, min(250, len(paths)))):
                if line[:2] in ("> ", "- ") and "<http" not in line:
                    write(l, line[2:])
        for l in ("he", "ar"):
            folder = f"{mirrors}/reactjs+{l}.react.dev/repo"
            paths = names(folder, "src/content/")
            low, high = (0x590, 0x5FF) if l == "he" else (0x600, 0x6FF)
            for line in lines(folder, rng.sample(paths, min(120, len(paths)))):
                if sum(low <= ord(c) <= high for c in line) > len(line) * 0.35:
                    write(l, re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line))


if __name__ == "__main__":
    main(*sys.argv[1:])
