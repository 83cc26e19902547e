#!/bin/sh
# Compares the optima of random scenarios with what the HiGHS solver finds, and recounts their plans; see
# Tests/Peers and Tests/PlanChecker.
#
#     Scripts/differential.sh [--count N] [--first SEED]
#     Scripts/differential.sh --relaxations [--count N] [--first SEED]
#
# With --relaxations the linear programs of hard scenarios are solved by every means, and compared with HiGHS.
# Expects a release build. Skips, saying so, only where Python is missing.
set -eu
cd "$(dirname "$0")/.."

python=$(Scripts/python-environment.sh) || {
  status=$?
  [ "$status" -eq 77 ] && exit 0
  exit "$status"
}
if [ "${1-}" = --relaxations ]; then
  shift
  exec "$python" Tests/Peers/relaxations.py .build/release/measure "$@"
fi
exec "$python" Tests/Peers/differential.py .build/release/simrun .build/release/check-plans "$@"
