#!/bin/sh
# Throws broken scenarios at the reader for some time: libFuzzer with the address sanitizer.
#
#     Scripts/fuzz.sh [SECONDS]        60 unless given
#
# Begins from Fuzz/Seeds, the small shipped scenarios, and what earlier runs have found worth keeping. An
# input that makes the reader crash, hang or use over 1 GB is left in .build-fuzz/found, and the status is not 0.
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
most=5000
mkdir -p "$work/corpus" "$work/found"
rm -rf "$work/shipped"
mkdir "$work/shipped"
# shellcheck disable=SC2086  # GLPK_FLAGS are separate words
swift build -c release --package-path Fuzz --scratch-path "$work" --product FuzzScenario ${GLPK_FLAGS:-} \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld 1>&2
find Scenarios -name '*.json' -size "-${most}c" -exec cp {} "$work/shipped" \;
# The words of the format, for the fuzzer to put in.
grep -o '"[A-Za-z$-]*"' Scenarios/scenario.schema.json | LC_ALL=C sort -u |
  sed 's/"\(.*\)"/"\"\1\""/' >"$work/words.dict"
printf '%s\n' '"\x0a---\x0a"' '"\x0d\x0a"' '"\xef\xbb\xbf"' '"\"\""' '"//"' '"/*"' '"*/"' '"\\u"' \
  '"{\"csv\":\"first.csv\"}"' '"[\"more.json\"]"' >>"$work/words.dict"
# Memory is given back sooner and traced less deeply than the sanitizer would: several times as many tries.
export ASAN_OPTIONS="detect_leaks=0:quarantine_size_mb=4:malloc_context_size=3${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
exec "$work/release/FuzzScenario" -max_total_time="$seconds" -max_len="$most" -timeout=10 -rss_limit_mb=1024 \
  -dict="$work/words.dict" -artifact_prefix="$work/found/" -print_final_stats=1 -close_fd_mask=1 -reload=0 \
  "$work/corpus" Fuzz/Seeds "$work/shipped"
