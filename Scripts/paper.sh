#!/usr/bin/env bash
# Computes the tables of the shipped scenario and typesets the example paper: .build/paper/paper.pdf.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
place=.build/paper

command -v pdflatex >/dev/null || { echo "paper: pdflatex is not installed; not typeset" >&2; exit 1; }
mkdir -p "$place"
.build/release/simrun "${SCENARIO:-Scenarios/vancouver-2017.json}" --out "$place/results" --quiet
cd "$place"
cp "$root/Documentation/example-paper/paper.tex" .
# Twice, for the numbers of the tables.
for _ in 1 2; do
  TEXINPUTS=".:results:" pdflatex -interaction=nonstopmode -halt-on-error -no-shell-escape paper.tex >paper.out ||
    { grep -A4 '^!' paper.out >&2; exit 1; }
done
echo "paper: $place/paper.pdf"
