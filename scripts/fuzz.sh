#!/usr/bin/env bash
# Runs every fuzz target for a bounded time. Needs a nightly Rust, for the sanitizer's hooks, and a C++ compiler, for libFuzzer.
#
#   scripts/fuzz.sh [SECONDS]     for each target; 60 unless said
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"
cd "$C5_ROOT/fuzz"

seconds=${1:-60}
rustup run nightly rustc --version >/dev/null 2>&1 || die "a nightly Rust is missing: 'rustup toolchain install nightly --profile minimal', then again"
command -v "${CXX:-c++}" >/dev/null || die "a C++ compiler is missing: 'apt-get install g++' as root, then again"

# What cargo-fuzz sets, without compiling cargo-fuzz: coverage counters and comparisons for libFuzzer, checks
# of arithmetic. The host is named, so that build scripts are left as they are.
host=$(rustup run nightly rustc -vV | sed -n 's/^host: //p')
flags='-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters'
flags+=' -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 -Cdebug-assertions --cfg fuzzing'
# What a target writes is gone with the run.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for target in link date search texts; do
  echo "fuzz: $target, $seconds s"
  mkdir -p "corpus/$target" "artifacts/$target"
  TMPDIR=$work RUSTFLAGS=$flags CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$C5_ROOT/target}/fuzz \
    rustup run nightly cargo run --quiet --release --locked --target "$host" --bin "$target" -- \
    -max_total_time="$seconds" -max_len=5000 -artifact_prefix="artifacts/$target/" -print_final_stats=1 "corpus/$target"
done
