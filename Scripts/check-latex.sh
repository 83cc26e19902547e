#!/usr/bin/env bash
# Compiles every LaTeX table of the shipped scenario, of `run`, `ask`, `indispensable`, `frontier`, `progress` and
# `compare`, and of a scenario whose names try to break out, in both languages, with a real pdflatex; says so and ends well where there is none.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v pdflatex >/dev/null; then
  echo "latex: pdflatex is not installed; skipped"
  exit 0
fi
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
scenario=Scenarios/vancouver-2017.json
odd=Tests/Peers/odd_names.json
count=0
for language in en fr; do
  .build/release/simrun "$scenario" --language $language --out "$place/$language/run" --quiet
  for command in ask indispensable frontier progress; do
    .build/release/simrun $command "$scenario" --language $language --out "$place/$language/$command" --quiet
  done
  .build/release/simrun compare "$scenario" "$scenario" --other-with no-canada --language $language \
    --out "$place/$language/compare" --quiet
  .build/release/simrun "$odd" --language $language --out "$place/$language/odd" --quiet
done
for table in "$place"/*/*/*.tex; do
  folder=$(dirname "$table")
  name=$(basename "$table" .tex)
  if ! (cd "$folder" && pdflatex -interaction=nonstopmode -halt-on-error -no-shell-escape "$name.tex") \
    >"$place/log" </dev/null; then
    echo "latex: ${table#"$place/"} does not compile" >&2
    grep -A4 '^!' "$place/log" >&2 || true
    exit 1
  fi
  if grep -q 'Missing character' "$folder/$name.log"; then
    echo "latex: ${table#"$place/"} loses characters" >&2
    exit 1
  fi
  count=$((count + 1))
done
echo "latex: $count tables compile as they are"
