#!/usr/bin/env bash
# Measures the page beside reference pages on the same synthetic data, in one run.
#
#   BENCH=folder scripts/bench/peers.sh             the reference pages and their harness lie in `folder`
#   FACTORS='1 10 100' RUNS=5 PEERS='d3 react' ...  what is measured; these are the defaults but for RUNS, 3
#
# Works in target/bench, which it may fill with some hundred megabytes. Prints one table a factor; the same
# tables and the raw figures stay in target/bench/results.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../tools.sh"
cd "$C5_ROOT"

bench=${BENCH:-../shared/bench}
if [ ! -f "$bench/harness.mjs" ]; then
  echo "bench: no reference pages in $bench; BENCH names their folder" >&2
  exit 0
fi
work=$C5_ROOT/target/bench
mkdir -p "$work"
cp -R "$bench/." "$work/"
pages=()
for factor in ${FACTORS:-1 10 100}; do
  [ -f "$work/data/f$factor/claims.json" ] || (cd "$work" && npm ci --no-audit --no-fund --silent && node gen.mjs && node build.mjs)
  data=$work/ours/data-f$factor
  node scripts/bench/synthetic.mjs "$work/data/f$factor/claims.json" "$data"
  ATLAS_DATA=$data trunk build --release --dist "$work/ours/f$factor"
done
for peer in ${PEERS:-d3 react}; do pages+=("$peer=dist/f{factor}/$peer"); done
cd "$work"
for factor in ${FACTORS:-1 10 100}; do
  node harness.mjs --runs "${RUNS:-3}" --factor "$factor" "${pages[@]}" ours='ours/f{factor}'
done
