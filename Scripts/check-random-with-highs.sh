#!/bin/sh
# Compares the optima of random scenarios with what the HiGHS solver finds; see Tests/Peers.
#
#     Scripts/check-random-with-highs.sh [--count N] [--first SEED]
#
# Expects a release build. Skips, saying so, only where Python is missing.
set -eu
cd "$(dirname "$0")/.."

python=$(Scripts/python-environment.sh) || {
  status=$?
  [ "$status" -eq 77 ] && exit 0
  exit "$status"
}
exec "$python" Tests/Peers/check_random_with_highs.py .build/release/simrun "$@"
