#!/bin/sh
# Runs what is done on several threads under the thread sanitizer, and fails on the first race that it sees.
#
#     GLPK_FLAGS=... Scripts/check-threads.sh
#
# Expects a release build, for the plan. Builds the command alone, for debugging, in .build-tsan: few replications of
# small scenarios are enough, since the sanitizer sees a race whether it does harm or not.
# `make test-threads` runs this, and all tests of the library so.
set -eu
cd "$(dirname "$0")/.."

# shellcheck disable=SC2086  # several flags, or none
"${SWIFT:-swift}" build --sanitize=thread --scratch-path .build-tsan --product simrun ${GLPK_FLAGS:-} 1>&2
simrun=.build-tsan/debug/simrun
export TSAN_OPTIONS="halt_on_error=1 exitcode=66 ${TSAN_OPTIONS:-}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

run() {
  status=0
  "$simrun" "$@" --threads 3 --quiet --json "$work/results.json" >"$work/log" 2>&1 </dev/null || status=$?
  [ "$status" -eq 0 ] && return
  cat "$work/log" >&2
  echo "Threads: simrun $* ended with status $status" >&2
  exit 1
}

shipped=Scenarios/vancouver-2017.json
small=Scenarios/small/two-missions.json
.build/release/simrun allocate "$shipped" --quiet --save-plan "$work/plan.json" >/dev/null
# Seven blocks for three threads, with queues, gates, seasons, risks, and what changes where each is removed.
run simulate "$shipped" --plan "$work/plan.json" --replications 1600
run simulate "$shipped" --plan "$work/plan.json" --replications 20000 --precision 0.02 --no-causes
run compare "$small" "$small" --replications 1600
run ask "$small"
run indispensable "$small"
run frontier "$small"
echo "Threads: no race in six runs on three threads."
