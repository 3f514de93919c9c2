#!/usr/bin/env bash
# Builds the site twice from nothing, in two folders, and compares every byte. Takes twice a clean build.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"
cd "$C5_ROOT"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for build in one two; do
  echo "reproduce: build $build"
  # A target folder of its own each time: nothing is taken over, and its path must not show.
  CARGO_TARGET_DIR=$work/target-$build trunk build --release --dist "$work/$build" >"$work/$build.log" 2>&1 ||
    { tail -n 20 "$work/$build.log" >&2; die "the build failed"; }
  rm -rf "$work/target-$build"
done
diff -rq "$work/one" "$work/two" || die "two builds differ in the files above"
echo "reproduce: $(find "$work/one" -type f | wc -l) files, the same bytes twice; sum $(cd "$work/one" && find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c1-16)"
