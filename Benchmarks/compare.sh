#!/bin/sh
# Measures every phase with this version of the code and with BASE's in turn, and prints the ratios.
#
#     Benchmarks/compare.sh BASE [FLAGS OF SWIFT BUILD...]      MODELS="shipped 100" PHASES="relax" choose some
#
# Expects a release build of `measure`. BASE is built in .build/bench-base, once for each commit.
set -eu
cd "$(dirname "$0")/.."

base=$(git rev-parse --verify "$1^{commit}")
shift
tree=.build/bench-base/$base
if [ ! -x "$tree/.build/release/measure" ]; then
  git worktree prune
  [ -d "$tree" ] || git worktree add --detach "$tree" "$base" >/dev/null
  [ -d "$tree/Benchmarks/Measure" ] || {
    echo "compare: $base has no Benchmarks/Measure, so its phases cannot be measured" >&2
    exit 64
  }
  swift build --package-path "$tree" -c release --product measure "$@" 1>&2
fi
exec python3 Benchmarks/peers/bench_phases.py --compare "$tree/.build/release/measure"
