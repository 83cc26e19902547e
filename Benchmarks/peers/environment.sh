#!/bin/sh
# Makes the virtual environment of the peers in .build/bench-venv and prints its Python (3.10 or later).
set -eu
cd "$(dirname "$0")/../.."

environment=.build/bench-venv
wanted=Benchmarks/peers/requirements.txt
if ! cmp -s "$wanted" "$environment/installed.txt"; then
  rm -rf "$environment"
  mkdir -p .build
  python3 -m venv "$environment"
  "$environment/bin/python" -m pip install --quiet --disable-pip-version-check \
    --only-binary :all: --requirement "$wanted" 1>&2
  cp "$wanted" "$environment/installed.txt"
fi
echo "$environment/bin/python"
