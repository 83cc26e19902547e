#!/bin/sh
# Checks that a Swift toolchain is there, and installs GLPK, the solver, where it is missing.
#
# Says what it installs before it does so. Where it can't, it says what to do and ends with status 1.
set -eu

wanted_major=6
wanted_minor=2

fail() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

check_swift() {
  command -v swift >/dev/null 2>&1 ||
    fail "no Swift toolchain found. Install Swift $wanted_major.$wanted_minor or later" \
      "from https://www.swift.org/install and run this again."
  # The word before "version" differs: "Swift version 6.2", "Apple Swift version 6.2".
  version=$(swift --version 2>/dev/null |
    sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
  [ -n "$version" ] || fail "\`swift --version\` does not say which Swift this is."
  major=${version%%.*}
  minor=${version#*.}
  if [ "$major" -lt "$wanted_major" ] ||
    { [ "$major" -eq "$wanted_major" ] && [ "$minor" -lt "$wanted_minor" ]; }; then
    fail "this is Swift $version; simrun needs $wanted_major.$wanted_minor or later" \
      "(https://www.swift.org/install)."
  fi
}

# Prints the compiler that comes with the toolchain, or any other C compiler.
compiler() {
  for candidate in clang cc gcc; do
    if command -v "$candidate" >/dev/null 2>&1; then
      printf '%s\n' "$candidate"
      return
    fi
  done
}

# Compiles and links three lines against GLPK; Debian's package has no file for pkg-config.
has_glpk() {
  probe=$(mktemp -d)
  printf '#include <glpk.h>\nint main(void) { return glp_version()[0] < 52; }\n' >"$probe/probe.c"
  flags=
  if [ "$(uname -s)" = Darwin ] && command -v brew >/dev/null 2>&1; then
    prefix=$(brew --prefix glpk 2>/dev/null || true)
    flags="-I$prefix/include -L$prefix/lib"
  fi
  status=0
  # shellcheck disable=SC2086  # the flags are separate words
  "$(compiler)" "$probe/probe.c" $flags -lglpk -o "$probe/probe" >/dev/null 2>&1 || status=1
  rm -rf "$probe"
  return "$status"
}

# Prints what to put before a command that needs to be root; nothing for root.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    return
  fi
  command -v sudo >/dev/null 2>&1 ||
    fail "GLPK is missing and only root can install it. Run as root:" \
      "apt-get install libglpk-dev"
  # Without a terminal nobody can type a password: fail instead of waiting for one.
  if [ -t 0 ]; then printf 'sudo'; else printf 'sudo -n'; fi
}

install_with_apt() {
  root=$(as_root)
  echo "setup: GLPK is missing; installing libglpk-dev with ${root:+$root }apt-get"
  # A stale list is often good enough, so a failing update is not the end.
  $root apt-get update -qq || echo "setup: apt-get update failed; trying with the lists at hand"
  $root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends libglpk-dev </dev/null ||
    fail "apt-get could not install libglpk-dev (its message is above)."
}

install_with_brew() {
  echo "setup: GLPK is missing; installing glpk with brew"
  brew install glpk </dev/null || fail "brew could not install glpk (its message is above)."
}

check_swift
[ -n "$(compiler)" ] || fail "no C compiler found (clang comes with the Swift toolchain)."
has_glpk && exit 0
if command -v apt-get >/dev/null 2>&1; then
  install_with_apt
elif command -v brew >/dev/null 2>&1; then
  install_with_brew
else
  fail "GLPK is missing and neither apt-get nor brew is here to install it." \
    "Install GLPK 4.65 or later with its header glpk.h" \
    "(Fedora, openSUSE: glpk-devel; Arch: glpk; source: https://www.gnu.org/software/glpk)" \
    "and run this again."
fi
has_glpk || fail "GLPK was installed, but a program that includes glpk.h still does not link."
