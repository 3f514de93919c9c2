#!/usr/bin/env bash
# The whole measurement: steps natively, the release and synthetic claims in Chromium, and, where reference pages are at
# hand, those beside it on the same claims in the same run. Prints the tables and puts them into docs/speed.md.
#
#   scripts/bench/run.sh                            all of it; half an hour on a machine that does nothing else
#   RUNS=1 FACTORS=1 scripts/bench/run.sh           a glance: one run, one size
#   BENCH=folder PEERS='d3 react floor' ...         where the reference pages lie, and which are measured
#   OUT=some.md ...                                 another file than docs/speed.md; `-` for none
#
# Works in target/bench, which it may fill with some hundred megabytes.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../tools.sh"
cd "$C5_ROOT"

bench=${BENCH:-../shared/bench}
export RUNS=${RUNS:-3}
factors=${FACTORS:-1 10 100}
peers=${PEERS:-d3 react floor}
work=$C5_ROOT/target/bench
mkdir -p "$work/ours" "$work/results"
# Nothing of an older run stands in the report.
rm -f "$work"/results/*.json

say() { printf 'bench: %s\n' "$*" >&2; }

# A build is quiet unless it fails.
build() {
  local dist=$1 log=$work/build.log
  trunk build --release --dist "$dist" >"$log" 2>&1 || { tail -n 20 "$log" >&2; die "the build failed"; }
}

say "steps, natively"
CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target} cargo bench --quiet --locked >"$work/native.log" 2>&1 ||
  { tail -n 20 "$work/native.log" >&2; die "the native steps failed"; }

if [ -f "$bench/harness.mjs" ]; then
  cp -R "$bench/." "$work/"
  chmod -R u+w "$work"
  [ -d "$work/node_modules" ] || (cd "$work" && npm ci --no-audit --no-fund --silent)
  [ -f "$work/dist/f100/d3/index.html" ] || (cd "$work" && node gen.mjs && node build.mjs) >/dev/null
else
  say "no reference pages in $bench (BENCH names their folder): the atlas alone"
  peers=
fi

say "builds: the release, and $factors times the synthetic claims"
build "$work/ours/release"
for factor in $factors; do
  claims=$work/data/f$factor/claims.json
  [ -f "$claims" ] || node scripts/bench/claims.mjs "$factor" "$claims"
  node scripts/bench/synthetic.mjs "$claims" "$work/ours/data-f$factor" >/dev/null
  # A page for each of many thousand claims is not measured.
  ATLAS_PAGES=none ATLAS_DATA=$work/ours/data-f$factor build "$work/ours/f$factor"
done

for site in release $(printf 'f%s ' $factors); do
  say "the atlas in Chromium: $site"
  C5_DIST=$work/ours/$site node scripts/bench/page.mjs "$work/results/page-$site.json"
done

if [ -n "$peers" ]; then
  pages=()
  for peer in $peers; do pages+=("$peer=dist/f{factor}/$peer"); done
  for factor in $factors; do
    say "beside $peers: $factor times the claims"
    (cd "$work" && node harness.mjs --runs "$RUNS" --factor "$factor" "${pages[@]}" ours='ours/f{factor}') >&2
  done
fi

node scripts/bench/report.mjs "$work/results" "${OUT:-docs/speed.md}"
