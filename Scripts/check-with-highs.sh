#!/bin/sh
# Compares the optimum of scenarios, with whole units and without, with what the HiGHS solver finds.
#
#     Scripts/check-with-highs.sh [SCENARIO.json ...]        all of Scenarios/ where none is named
#
# Expects a release build. Skips, saying so, only where Python is missing.
set -eu
cd "$(dirname "$0")/.."

simrun=.build/release/simrun
python=$(Scripts/python-environment.sh) || {
  status=$?
  [ "$status" -eq 77 ] && exit 0
  exit "$status"
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One scenario, one line: `$1` the file, `$2` nothing or --fractional.
check() {
  rm -f "$work/model.mps" "$work/results.json"
  # shellcheck disable=SC2086  # no option is no word
  "$simrun" allocate "$1" $2 --allow-outside --export-model "$work/model.mps" --json "$work/results.json" \
    --quiet </dev/null || {
    echo "  simrun ended with status $?"
    return 1
  }
  [ -s "$work/model.mps" ] && [ -s "$work/results.json" ] || {
    echo "  simrun wrote no model or no results"
    return 1
  }
  # shellcheck disable=SC2086
  "$python" Tests/Peers/check_with_highs.py $2 "$work/model.mps" "$work/results.json"
}

if [ $# -eq 0 ]; then
  # What is included by scenarios is not one: the schema, catalogues.
  find Scenarios -name '*.json' ! -name '*.schema.json' ! -path '*catalogue*' | LC_ALL=C sort >"$work/list"
else
  printf '%s\n' "$@" >"$work/list"
fi
[ -s "$work/list" ] || {
  echo "HiGHS: no scenario found in Scenarios/" >&2
  exit 1
}

failed=0
while IFS= read -r scenario; do
  for option in "" --fractional; do
    printf '%s%s: ' "$scenario" "${option:+ $option}"
    check "$scenario" "$option" || failed=$((failed + 1))
  done
done <"$work/list"
[ "$failed" -eq 0 ] || {
  echo "HiGHS: $failed of the plans above are not confirmed" >&2
  exit 1
}
