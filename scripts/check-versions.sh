#!/usr/bin/env bash
# The pinned versions of versions.env against the files that have to repeat them.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"
cd "$C5_ROOT"

wrong=0
# expect FILE PATTERN: the file must have a line that matches the extended regular expression.
expect() {
  grep -Eq -- "$2" "$1" && return
  printf 'versions: %s has no line like  %s\n' "$1" "${2//\\/}" >&2
  wrong=1
}

# A version as a regular expression: its dots are dots.
dots() { printf '%s' "${1//./\\.}"; }

expect Cargo.toml "^wasm-bindgen *= *(\{ *version *= *)?\"=$(dots "$WASM_BINDGEN")\""
expect scripts/bindgen/Cargo.toml "^version = \"$(dots "$WASM_BINDGEN")\""
expect scripts/bindgen/Cargo.toml "^wasm-bindgen-cli-support = \"=$(dots "$WASM_BINDGEN")\""
expect package.json "\"@expo-google-fonts/source-sans-3\": \"$(dots "$SOURCE_SANS")\""
expect package.json "\"axe-core\": \"$(dots "$AXE_CORE")\""
expect package.json "\"binaryen\": \"$(dots "$BINARYEN")\""
expect package.json "\"selenium-webdriver\": \"$(dots "$SELENIUM_WEBDRIVER")\""
expect Trunk.toml "^trunk-version = \"\\^?$(dots "$TRUNK")\""

# Lock files are the same for everybody, whatever registry or mirror each machine uses.
if grep -q '"resolved"' package-lock.json; then
  printf 'versions: package-lock.json names a registry; run npm with the .npmrc of this folder\n' >&2
  wrong=1
fi
[ "$wrong" = 0 ] || die "mend the files above, or scripts/versions.env"
printf 'versions agree: wasm-bindgen %s, trunk %s, binaryen %s, selenium-webdriver %s, geckodriver %s\n' \
  "$WASM_BINDGEN" "$TRUNK" "$BINARYEN" "$SELENIUM_WEBDRIVER" "$GECKODRIVER"
