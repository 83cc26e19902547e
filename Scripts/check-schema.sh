#!/bin/sh
# Holds the scenario's schema and the reader against each other; see Tests/Peers/check_schema.py.
#
#     Scripts/check-schema.sh [--all]
#
# Expects a release build. Skips, saying so, only where Python is missing.
set -eu
cd "$(dirname "$0")/.."

python=$(Scripts/python-environment.sh) || {
  status=$?
  [ "$status" -eq 77 ] && exit 0
  exit "$status"
}
find Scenarios -name '*.json' ! -name '*.schema.json' -print0 | LC_ALL=C sort -z |
  xargs -0 "$python" Tests/Peers/check_schema.py "$@" .build/release/simrun \
    Scenarios/scenario.schema.json Tests/SimulationTests/Scenario/WholeScenario.json
