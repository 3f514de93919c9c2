#!/usr/bin/env bash
# Installs what the build and the tests need and this machine lacks; says what and why first, and
# does nothing a second time.
#
#   scripts/setup.sh build      to build and serve the page
#   scripts/setup.sh browsers   to test it in Chromium, Firefox and WebKit (Debian packages: root or sudo)
#   scripts/setup.sh all        both
#
# Tools go to $C5_TOOLS (default ~/.cache/c5-atlas/tools), where other clones find them.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

WASM_TARGET=wasm32-unknown-unknown
DEBIAN_PACKAGES=(chromium chromium-driver firefox-esr webkit2gtk-driver xvfb fonts-dejavu fonts-noto-core)

# --- What is there already -----------------------------------------------------------------------

# What nobody can install for the reader here: the toolchains themselves.
check_ground() {
  command -v cargo >/dev/null || die "Rust is missing: install it with rustup (https://rustup.rs), then again"
  command -v cc >/dev/null || die "a C linker is missing: 'apt-get install gcc libc6-dev' as root, then again"
  command -v node >/dev/null && command -v npm >/dev/null ||
    die "Node $NODE_MIN or later with npm is missing: 'apt-get install nodejs npm' as root, or from https://nodejs.org, then again"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge "$NODE_MIN" ] || die "Node $major is too old: $NODE_MIN or later is needed"
}

has_wasm_target() { [ -d "$(rustc --print target-libdir --target "$WASM_TARGET" 2>/dev/null)" ]; }
missing_packages() {
  local package
  for package in "${DEBIAN_PACKAGES[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s ' "$package"
  done
}

# --- Each thing's installation ------------------------------------------------------------------

# cargo_install FOLDER ARGS...: compiles a program into FOLDER. Quick to compile is wanted here, not
# quick to run: without optimisation it takes half the time, and these tools' own work is short. Nothing
# is taken over from the settings of the caller's own build.
cargo_install() {
  local folder=$1 work
  shift
  work=$(mktemp -d "$C5_TOOLS/.build.XXXXXX")
  if env -u RUSTFLAGS -u CARGO_BUILD_TARGET CARGO_TARGET_DIR="$work/target" CARGO_TERM_COLOR=never \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=false \
    cargo install --locked --no-track --root "$work/out" "$@"; then
    # Moved into place whole, so that an interrupted set-up leaves no half tool.
    rm -rf "$folder"
    mv "$work/out" "$folder"
    rm -rf "$work"
  else
    rm -rf "$work"
    return 1
  fi
}

install_wasm_target() { rustup target add "$WASM_TARGET"; }

# Without its default features Trunk has no TLS and no update check: it never needs the network here.
install_trunk() {
  cargo_install "$TRUNK_DIR" trunk --version "$TRUNK" --no-default-features
}
install_wasm_bindgen() { cargo_install "$BINDGEN_DIR" --path "$C5_ROOT/scripts/bindgen"; }
install_geckodriver() {
  cargo_install "$GECKODRIVER_DIR" geckodriver --version "$GECKODRIVER"
}
install_node_packages() {
  local work
  work=$(mktemp -d "$C5_TOOLS/.build.XXXXXX")
  cp "$C5_ROOT"/{package.json,package-lock.json,.npmrc} "$work/"
  (cd "$work" && npm ci --ignore-scripts --no-progress) || { rm -rf "$work"; return 1; }
  rm -rf "$NODE_DIR"
  mv "$work" "$NODE_DIR"
}
install_debian_packages() {
  local as_root=() packages
  [ "$(id -u)" = 0 ] || as_root=(sudo -n)
  read -ra packages <<<"$(missing_packages)"
  "${as_root[@]}" apt-get update -q &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}"
}

# Before anything starts: may this user install Debian packages at all?
check_right_to_apt() {
  local line="apt-get update && apt-get install -y --no-install-recommends $1"
  command -v apt-get >/dev/null || die "no apt-get here: install by your system's means what Debian calls $1"
  [ "$(id -u)" = 0 ] && return
  command -v sudo >/dev/null || die "no right to install Debian packages; as root: $line"
  # Asks for the password now, at a terminal, rather than later in the midst of the compilers.
  sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; } || die "no right to install Debian packages; as root: $line"
}

# --- Running them side by side -------------------------------------------------------------------

JOBS=()
declare -A PID=() WHY=()

# need NAME "why": announces an installation that start_all will run.
need() {
  JOBS+=("$1")
  WHY[$1]=$2
}

# Why a log says that an installation failed, in one line with the remedy.
remedy() {
  if grep -Eqi 'could not resolve|failed to download|network|timed out|connection (refused|reset)|unable to connect|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|temporary failure|Unable to locate package|Unable to fetch' "$1"; then
    echo "the network or its package registry was not reached: check the connection (or the proxy settings), then run it again; what is done stays done"
  elif grep -Eqi 'no space left' "$1"; then
    echo "the disk is full: free about 3 GB, or set C5_TOOLS to a folder elsewhere, then run it again"
  elif grep -Eqi 'permission denied|are you root|a password is required' "$1"; then
    echo "it lacks the right to write there: run as root or with sudo for Debian packages, or set C5_TOOLS to a folder of yours"
  else
    echo "its last lines stand above; the whole is in $1"
  fi
}

run_all() {
  local logs=$C5_TOOLS/log job failed='' started=$SECONDS shown=$SECONDS
  mkdir -p "$logs"
  for job in "${JOBS[@]}"; do
    (
      start=$SECONDS
      "install_$job"
      echo "took $((SECONDS - start)) s"
    ) >"$logs/$job.log" 2>&1 </dev/null &
    PID[$job]=$!
  done
  # Compilers of a set-up that was broken off would go on alone.
  trap 'kill "${PID[@]}" 2>/dev/null || true; echo >&2; die "broken off; what is done stays done"' INT TERM
  while [ "${#PID[@]}" -gt 0 ]; do
    sleep 0.5
    for job in "${!PID[@]}"; do
      kill -0 "${PID[$job]}" 2>/dev/null && continue
      if wait "${PID[$job]}" && tail -n1 "$logs/$job.log" | grep -q '^took '; then
        printf 'setup: %s: done, %s\n' "$job" "$(tail -n1 "$logs/$job.log")"
      else
        tail -n 8 "$logs/$job.log" | sed 's/^/    /' >&2
        printf 'setup: %s could not be installed: %s\n' "$job" "$(remedy "$logs/$job.log")" >&2
        failed="$failed $job"
      fi
      unset "PID[$job]"
    done
    if [ $((SECONDS - shown)) -ge 30 ] && [ "${#PID[@]}" -gt 0 ]; then
      shown=$SECONDS
      printf 'setup: %s s:' $((SECONDS - started))
      for job in "${!PID[@]}"; do printf '  %s (%s)' "$job" "$(tail -n1 "$logs/$job.log" | tr -s ' ' | cut -c1-40)"; done
      echo
    fi
  done
  trap - INT TERM
  [ -z "$failed" ] || die "not installed:$failed"
}

# --- The parts -----------------------------------------------------------------------------------

part=${1:-all}
case $part in build | browsers | all) ;; *) die "unknown part '$part': build, browsers or all" ;; esac
# Here, so that rustup and cargo see the same toolchain as the build.
cd "$C5_ROOT"
check_ground
mkdir -p "$C5_TOOLS" 2>/dev/null || die "cannot write to $C5_TOOLS: set C5_TOOLS to a folder of yours"
[ -w "$C5_TOOLS" ] || die "cannot write to $C5_TOOLS: set C5_TOOLS to a folder of yours"
# Two clones setting up at once: the second waits, then finds everything there.
exec 9>"$C5_TOOLS/.lock"
if command -v flock >/dev/null && ! flock -n 9; then
  echo "setup: another set-up is running on this machine; waiting for it"
  flock 9
fi
# What set-ups killed before their end have left behind.
rm -rf "$C5_TOOLS"/.build.*

if [ "$part" != browsers ]; then
  has_wasm_target || {
    command -v rustup >/dev/null || die "Rust's $WASM_TARGET target is missing and so is rustup, which would add it: install it with your Rust"
    need wasm_target "Rust's standard library for $WASM_TARGET, by rustup: the page is WebAssembly"
  }
  [ -x "$TRUNK_DIR/bin/trunk" ] || need trunk "trunk $TRUNK, compiled from crates.io: builds and serves the page"
  [ -x "$BINDGEN_DIR/bin/wasm-bindgen" ] || need wasm_bindgen "wasm-bindgen $WASM_BINDGEN, compiled: writes the JavaScript around the WebAssembly"
fi
[ -d "$NODE_DIR/node_modules" ] || need node_packages "binaryen $BINARYEN (wasm-opt: makes the WebAssembly small), Source Sans 3 $SOURCE_SANS (letters of the preview pictures), selenium-webdriver $SELENIUM_WEBDRIVER (drives browsers) and axe-core $AXE_CORE (its checks of accessibility), by npm"
if [ "$part" != build ]; then
  [ -x "$GECKODRIVER_DIR/bin/geckodriver" ] || need geckodriver "geckodriver $GECKODRIVER, compiled from crates.io: lets the tests drive Firefox"
  packages=$(missing_packages)
  if [ -n "$packages" ]; then
    check_right_to_apt "$packages"
    need debian_packages "Debian's ${packages% }: real browsers and fonts for the tests, system-wide by apt-get"
  fi
fi

if [ "${#JOBS[@]}" -gt 0 ]; then
  echo "setup: installing, side by side; tools go to $C5_TOOLS"
  for job in "${JOBS[@]}"; do echo "  $job: ${WHY[$job]}"; done
  started=$SECONDS
  run_all 9>&-
  echo "setup: ready after $((SECONDS - started)) s"
else
  echo "setup: everything for '$part' is there"
fi

# Node looks for packages beside the files that use them.
if [ "$(readlink "$C5_ROOT/node_modules" 2>/dev/null)" != "$NODE_DIR/node_modules" ]; then
  if [ -d "$C5_ROOT/node_modules" ] && [ ! -L "$C5_ROOT/node_modules" ]; then
    echo "setup: the folder node_modules is left as it is; remove it to use the shared one"
  else
    ln -sfn "$NODE_DIR/node_modules" "$C5_ROOT/node_modules"
  fi
fi
