#!/usr/bin/env bash
# Runs this library and others over the same labelled texts, one after the other on one core, and puts their figures side by side.
#
#   benchmarks/comparison/compare.sh DATASET.jsonl [REPORT.html]
#
# Speeds are those of the fastest of ROUNDS rounds (20 when not set), so that all compilers are warm where the set is not tiny.
# Needs Node.js and npm besides the .NET SDK. Offsets in the data set count UTF-16 code units.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dataset=${1:?usage: compare.sh DATASET.jsonl [REPORT.html]}
report=${2:-comparison.html}
rounds=${ROUNDS:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm ci --prefix "$here" --silent
dotnet build -c Release "$here/../../src/Redaction.Cli" --nologo -v q >"$work/build.log" || { cat "$work/build.log"; exit 1; }
one_core=$(command -v taskset >/dev/null && echo 'taskset -c 0' || true)

for system in redact-pii openredaction; do
  $one_core node "$here/peers.mjs" "$system" "$dataset" "$work/$system.jsonl" "$rounds"
done
redact=("$here/../../artifacts/bin/Redaction.Cli/release/redact")
for detectors in patterns ''; do
  ${one_core} "${redact[@]}" eval "$dataset" ${detectors:+--detectors $detectors} --timings --rounds "$rounds" --format json >"$work/ours.json"
  node -e 'const t = JSON.parse(require("fs").readFileSync(process.argv[1])).timings; console.log(`this library, ${process.argv[2] || "everything"}: ${Math.round(t.charactersPerSecond)} characters a second`)' "$work/ours.json" "$detectors"
done
"${redact[@]}" eval "$dataset" --report "$report" --peer "redact-pii=$work/redact-pii.jsonl" --peer "openredaction=$work/openredaction.jsonl" 2>&1 | grep -A 7 "Side by side"
