#!/bin/sh
# Makes the virtual environment of the checks in Tests/Peers and prints its Python.
#
#     Scripts/python-environment.sh [NAME]
#
# Without a name it is .build/venv with Tests/Peers/requirements.txt; with one, .build/venv-NAME with
# Tests/Peers/requirements-NAME.txt.
#
# Ends with status 77, after saying why, where this machine has no Python that can make one.
set -eu
cd "$(dirname "$0")/.."

skip() {
  printf 'Checks in Python: skipped, %s\n' "$*" >&2
  exit 77
}

command -v python3 >/dev/null 2>&1 || skip "there is no python3 here."
python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))' ||
  skip "python3 is older than 3.9."
python3 -c 'import ensurepip, venv' 2>/dev/null ||
  skip "python3 cannot make virtual environments here (Debian, Ubuntu: apt-get install python3-venv)."

suffix=${1:+-$1}
environment=.build/venv$suffix
wanted=Tests/Peers/requirements$suffix.txt
if ! cmp -s "$wanted" "$environment/installed.txt"; then
  rm -rf "$environment"
  mkdir -p .build
  python3 -m venv "$environment"
  "$environment/bin/python" -m pip install --quiet --disable-pip-version-check \
    --only-binary :all: --requirement "$wanted" 1>&2
  cp "$wanted" "$environment/installed.txt"
fi
echo "$environment/bin/python"
