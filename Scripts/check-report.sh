#!/bin/sh
# Opens the report in a real browser and renders the figures; see Tests/Peers/check_report.py.
#
#     Scripts/check-report.sh [--all]
#
# Expects a release build. Skips, saying so, where there is no Chromium or no Python.
set -eu
cd "$(dirname "$0")/.."

simrun=.build/release/simrun
for name in chromium chromium-browser google-chrome; do
  browser=$(command -v "$name" 2>/dev/null) && break
done
[ -n "${browser:-}" ] || {
  printf 'Report in a browser: skipped, there is no chromium here.\n' >&2
  exit 0
}
python=$(Scripts/python-environment.sh browser) || {
  status=$?
  [ "$status" -eq 77 ] && exit 0
  exit "$status"
}
"$python" Tests/Peers/check_report.py "$@" "$simrun" "$browser"
