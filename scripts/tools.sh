# Sourced by the other scripts: where the tools are, and PATH with the tools first.
# `. scripts/tools.sh` in an interactive shell gives trunk, wasm-bindgen, wasm-opt and geckodriver.

C5_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$C5_ROOT/scripts/versions.env"

# One folder for all clones on this machine; each tool in a sub-folder that carries its version.
C5_TOOLS=${C5_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/c5-atlas/tools}

# The sum of the files a tool is made from: it changes when they do, and so does the folder's name.
sum_of() { cat "$@" | sha256sum | cut -c1-12; }

TRUNK_DIR=$C5_TOOLS/trunk-$TRUNK
GECKODRIVER_DIR=$C5_TOOLS/geckodriver-$GECKODRIVER
BINDGEN_DIR=$C5_TOOLS/wasm-bindgen-$WASM_BINDGEN-$(cd "$C5_ROOT/scripts/bindgen" && sum_of Cargo.toml Cargo.lock src/main.rs)
NODE_DIR=$C5_TOOLS/node-$(cd "$C5_ROOT" && sum_of package.json package-lock.json)

export PATH="$TRUNK_DIR/bin:$BINDGEN_DIR/bin:$GECKODRIVER_DIR/bin:$NODE_DIR/node_modules/.bin:$PATH"

# Panic messages name source files. Without this they would carry this machine's folders into the
# page, and two machines would not build the same bytes. Joined to what .cargo/config.toml says.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$C5_ROOT=."

# One line saying what is wrong and what to do, then the end.
die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}
