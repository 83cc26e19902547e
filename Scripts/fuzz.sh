#!/bin/sh
# Throws broken scenarios at the reader for some time: libFuzzer with the address sanitizer.
#
#     Scripts/fuzz.sh [SECONDS]        60 unless given
#
# Begins from the shipped scenarios and from what earlier runs have found worth keeping. An input that makes
# the reader crash, hang or use over 1 GB is left in .build-fuzz/found, and the status is not 0.
set -eu
cd "$(dirname "$0")/.."

seconds=${1:-60}
case $seconds in
'' | *[!0-9]*)
  echo "fuzz: give a whole number of seconds" >&2
  exit 64
  ;;
esac
[ "$(uname -s)" = Linux ] || {
  echo "fuzz: skipped; the Swift toolchain of this system brings no libFuzzer" >&2
  exit 0
}

work=.build-fuzz
mkdir -p "$work/corpus" "$work/seeds" "$work/found"
# shellcheck disable=SC2086  # GLPK_FLAGS are separate words
swift build -c release --package-path Fuzz --scratch-path "$work" --product FuzzScenario ${GLPK_FLAGS:-} \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld 1>&2
cp Scenarios/*.json Scenarios/*/*.json Tests/SimulationTests/Scenario/WholeScenario.json "$work/seeds"
rm -f "$work"/seeds/*.schema.json
# The words of the format, for the fuzzer to put in.
grep -o '"[A-Za-z$-]*"' Scenarios/scenario.schema.json | LC_ALL=C sort -u |
  sed 's/"\(.*\)"/"\\"\1\\""/' >"$work/words.dict"
exec "$work/release/FuzzScenario" -max_total_time="$seconds" -max_len=30000 -timeout=10 -rss_limit_mb=1024 \
  -dict="$work/words.dict" -artifact_prefix="$work/found/" -print_final_stats=1 -close_fd_mask=1 \
  "$work/corpus" "$work/seeds"
