#!/usr/bin/env bash
# Every check, one after the other; the first that fails ends it.
#
#   scripts/test.sh               all steps
#   scripts/test.sh fmt clippy    the named steps only
#
# SKIP_BROWSERS=1 leaves the browsers out, and says so; with CI=true it is refused.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"
cd "$C5_ROOT"

WASM_TARGET=wasm32-unknown-unknown
ALL_STEPS=(versions fmt clippy clippy_wasm unit data doc licences build budget instructions browsers)

step_versions() { scripts/check-versions.sh; }
step_fmt() { cargo fmt --check; }
step_clippy() { cargo clippy --locked --all-targets -- -D warnings; }
step_clippy_wasm() { cargo clippy --locked --target "$WASM_TARGET" --lib --bin c5-atlas --bin study --bin counted -- -D warnings; }
step_unit() { cargo test --locked; }
# Counts, coverage and how many citations were found in the documents' texts, for whoever reads the log.
step_data() { cargo run --quiet --locked --bin press -- report; }
# Both builds are documented: what only the page has is only seen for its own target. The one of the page
# goes to a folder of its own and is there for its warnings.
step_doc() {
  export RUSTDOCFLAGS='-D warnings -D rustdoc::broken_intra_doc_links'
  cargo doc --locked --no-deps --document-private-items
  cargo doc --locked --no-deps --document-private-items --lib --target "$WASM_TARGET"
}
step_licences() { node scripts/licences.mjs; }
step_build() { trunk build --release; }
step_budget() { node scripts/budget.mjs dist; }
# The page's own compilation is shared: only the program that is counted is linked anew. UPDATE_LIMITS=1 writes what was counted.
step_instructions() {
  cargo build --quiet --locked --release --target "$WASM_TARGET" --bin counted
  cargo test --quiet --locked --test instructions -- --nocapture
}
# A browser on a busy machine loses a press now and then: a file that failed is tried once more, alone and
# told of. What is wrong fails twice.
step_browsers() {
  local file failed=()
  for file in tests/web/*.test.mjs; do
    node --test --test-concurrency=1 --test-reporter=spec "$file" || failed+=("$file")
  done
  for file in "${failed[@]}"; do
    printf '\n== once more: %s\n' "$file"
    node --test --test-concurrency=1 --test-reporter=spec "$file"
  done
  [ "${#failed[@]}" = 0 ] || printf '\n!! good only at the second try: %s\n' "${failed[*]}"
}

title() {
  case $1 in
  versions) echo "pinned versions agree" ;;
  fmt) echo "cargo fmt --check" ;;
  clippy) echo "clippy, native" ;;
  clippy_wasm) echo "clippy, the page ($WASM_TARGET)" ;;
  unit) echo "cargo test" ;;
  data) echo "what the dataset holds" ;;
  doc) echo "documentation without warnings" ;;
  licences) echo "licences, sources and duplicates of the dependencies" ;;
  build) echo "optimised build into dist/" ;;
  budget) echo "size of the first view" ;;
  instructions) echo "instructions of each step" ;;
  browsers) echo "the page in ${ENGINES:-chromium firefox webkit}" ;;
  esac
}

skip_browsers=${SKIP_BROWSERS:-}
if [ "${CI:-}" = true ] && [ -n "$skip_browsers" ]; then die "SKIP_BROWSERS does not go with CI=true: the browsers are part of the check"; fi

steps=("$@")
[ "$#" -gt 0 ] || steps=("${ALL_STEPS[@]}")
for step in "${steps[@]}"; do
  declare -F "step_$step" >/dev/null || die "unknown step '$step': ${ALL_STEPS[*]}"
done

began=$SECONDS
table=''
for step in "${steps[@]}"; do
  if [ "$step" = browsers ] && [ -n "$skip_browsers" ]; then continue; fi
  printf '\n== %s\n' "$(title "$step")"
  start=$SECONDS
  # In a process of its own: a failure inside a step must end it there, which bash does not do below `if`.
  set +e
  (
    set -e
    "step_$step"
  )
  result=$?
  set -e
  took=$((SECONDS - start))
  if [ "$result" != 0 ]; then
    printf '\n== %s: FAILED after %s s; alone again: scripts/test.sh %s\n' "$(title "$step")" "$took" "$step" >&2
    exit 1
  fi
  printf '== %s: good, %s s\n' "$(title "$step")" "$took"
  table+=$(printf '%5s s  %s' "$took" "$(title "$step")")$'\n'
done
printf '\n== all steps good\n%s%5s s  in all\n' "$table" $((SECONDS - began))
if [ -n "$skip_browsers" ]; then
  printf '\n!! SKIP_BROWSERS is set: NOTHING WAS TESTED IN A BROWSER.\n'
fi
