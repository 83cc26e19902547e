#!/bin/sh
# Builds the library's documentation into .build/documentation; any warning is an error.
#
# Expects a release build. Skips, saying so, only where the toolchain has no docc.
set -eu
cd "$(dirname "$0")/.."

# Of a toolchain that is reached through a link or a shim, the other programs lie beside the real compiler.
tools=$(dirname "$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath" *: *"\(.*\)\/lib\/swift".*/\1\/bin\/swift/p')")
docc=$tools/docc
[ -x "$docc" ] || docc=$(command -v docc || true)
if [ -z "$docc" ]; then
  echo "Documentation: skipped, this toolchain has no docc." >&2
  exit 0
fi

work=.build/documentation-symbols
rm -rf "$work" .build/documentation
mkdir -p "$work"
target=$(swift -print-target-info | sed -n 's/.*"triple" *: *"\(.*\)".*/\1/p' | head -1)
sdk=
[ "$(uname -s)" = Darwin ] && sdk="-sdk $(xcrun --show-sdk-path)"
# shellcheck disable=SC2086 # the option is two words, or none
"$tools/swift-symbolgraph-extract" -module-name Simulation -target "$target" $sdk \
  -I .build/release/Modules -I Sources/CGLPK -minimum-access-level public -skip-synthesized-members \
  -output-dir "$work"
"$docc" convert Sources/Simulation/Simulation.docc --additional-symbol-graph-dir "$work" \
  --fallback-display-name Simulation --fallback-bundle-identifier simrun.Simulation \
  --warnings-as-errors --output-path .build/documentation
echo "Documentation: $(find .build/documentation/data -name '*.json' | wc -l | tr -d ' ') pages without a warning, in .build/documentation."
