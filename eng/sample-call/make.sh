#!/usr/bin/env bash
# Makes the sample call with espeak-ng and sox: every phrase is spoken on its own, measured, and put in line, so that the times of the
# words in the transcript are those of the audio. All persons, numbers and addresses are invented.
set -euo pipefail
cd "$(dirname "$0")/../../samples/calls"
python3 - <<'PY'
import json, os, subprocess, tempfile

GAP = 0.06   # between the words of a sentence
TURN = 0.25  # between two sentences
VOICES = {"agent": ["-v", "en-us+f3", "-s", "225"], "caller": ["-v", "en-gb+m3", "-s", "220"]}

# Each sentence is a list of (written, spoken); a written form is what a transcriber puts for what it hears.
def words(text):
    return [(w, w) for w in text.split()]

CALL = [
    ("agent", words("Thank you for calling Northwind Support,") + words("how can I help?")),
    ("caller", words("My parcel never came.")),
    ("agent", words("I am sorry. What number can I reach you on?")),
    ("caller", words("It is") + [("+1", "plus one"), ("415", "four one five"), ("555", "five five five"), ("0132.", "zero one three two")]),
    ("agent", words("And your email?")),
    ("caller", [("jane.doe@example.com.", "jane dot doe at example dot com")]),
    ("agent", words("Which card did you pay with?")),
    ("caller", [("4111", "four one one one"), ("1111", "one one one one"), ("1111", "one one one one"), ("1111.", "one one one one")]),
    ("agent", words("Found it. The refund is on its way.")),
    ("caller", words("Great, thank you. Goodbye.")),
]

def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

def seconds(path):
    return float(subprocess.run(["soxi", "-D", path], check=True, capture_output=True, text=True).stdout)

with tempfile.TemporaryDirectory() as folder:
    parts, segments, now = [], [], 0.0
    def add(path):
        global now
        parts.append(path)
        now += seconds(path)
    def pause(length, name):
        path = os.path.join(folder, name + ".wav")
        run("sox", "-D", "-n", "-r", "16000", "-c", "1", "-b", "16", path, "trim", "0.0", str(length))
        add(path)
    pause(0.3, "start")
    for s, (voice, sentence) in enumerate(CALL):
        spoken = []
        for w, (written, said) in enumerate(sentence):
            raw, clean = (os.path.join(folder, f"{s}-{w}-{kind}.wav") for kind in ("raw", "clean"))
            run("espeak-ng", *VOICES[voice], "-w", raw, said)
            # Silence at both ends goes, so that a word's time is that of its sound.
            run("sox", "-D", raw, "-r", "16000", "-c", "1", "-b", "16", clean, "silence", "1", "0.01", "0.3%", "reverse",
                "silence", "1", "0.01", "0.3%", "reverse", "gain", "-n", "-6")
            start = now
            add(clean)
            spoken.append({"word": " " + written, "start": round(start, 3), "end": round(now, 3), "probability": 0.98})
            pause(GAP, f"{s}-{w}-gap")
        segments.append({"id": s, "start": spoken[0]["start"], "end": spoken[-1]["end"],
                         "text": "".join(w["word"] for w in spoken), "words": spoken})
        pause(TURN, f"{s}-turn")
    run("sox", "-D", *parts, "support-call.wav")

document = {"text": "".join(s["text"] for s in segments), "segments": segments, "language": "en"}
with open("support-call.json", "w", encoding="utf-8") as output:
    output.write(json.dumps(document, indent=1, ensure_ascii=False) + "\n")
PY
