#!/bin/sh
# Holds the scenario's schema and the reader against each other, and the shipped CSV files against a foreign
# reader; see Tests/Peers/check_schema.py and check_tables.py.
#
#     Scripts/check-schema.sh [--all]
#
# Expects a release build. Skips, saying so, only where Python is missing.
set -eu
cd "$(dirname "$0")/.."

simrun=.build/release/simrun
schema=Scenarios/scenario.schema.json
python=$(Scripts/python-environment.sh) || {
  status=$?
  [ "$status" -eq 77 ] && exit 0
  exit "$status"
}
find Scenarios -name '*.json' ! -name '*.schema.json' -print0 | LC_ALL=C sort -z |
  xargs -0 "$python" Tests/Peers/check_schema.py "$@" "$simrun" "$schema" \
    Tests/SimulationTests/Scenario/WholeScenario.json
# Catalogues are read as parts of the scenarios that include them.
find Scenarios -name '*.json' ! -name '*.schema.json' ! -path '*/catalogue/*' -print0 | LC_ALL=C sort -z |
  xargs -0 "$python" Tests/Peers/check_tables.py "$simrun" "$schema"
