#!/usr/bin/env bash
# Builds the site twice from nothing, from two copies of the project in folders of different names, and compares every
# byte: neither the folder nor what was compiled before may show. Takes twice a clean build.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"
cd "$C5_ROOT"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
began=$SECONDS
for build in one another/place; do
  mkdir -p "$work/$build"
  # What belongs to the project, as it stands here now, and the packages that setup.sh has checked.
  git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$work/$build"
  ln -s "$NODE_DIR/node_modules" "$work/$build/node_modules"
done
for build in one another/place; do
  echo "reproduce: a build in $build"
  (
    cd "$work/$build"
    unset CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS
    . scripts/tools.sh
    CARGO_TARGET_DIR=$work/$build/target trunk build --release >build.log 2>&1 || { tail -n 20 build.log >&2; die "the build failed"; }
  )
  rm -rf "$work/$build/target"
done
diff -rq "$work/one/dist" "$work/another/place/dist" || die "two builds differ in the files above"
sum=$(cd "$work/one/dist" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16)
result="release $(cat data/VERSION), $(date -u +%F), $(rustc --version | cut -d' ' -f1-2), $(uname -m): $(find "$work/one/dist" -type f | wc -l) files, every byte the same; sum of their sums $sum; $((SECONDS - began)) s."
echo "reproduce: $result"
sed -i "s/^Last result: .*/Last result: $result/" docs/reproducible.md
