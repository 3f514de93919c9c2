#!/usr/bin/env bash
# Called by Trunk after each build, before dist/ is replaced: writes the dataset's files for people
# into dist/data/, the packs that come after the first picture, the relief under its content's name,
# the first picture and the essentials into index.html. The native program that does it is built without
# optimisation: it runs for a moment, and its compilation is shared with the tests.
set -euo pipefail
cd "${TRUNK_SOURCE_DIR:?is set by trunk}"
exec cargo run --quiet --locked --bin press -- write "${TRUNK_STAGING_DIR:?is set by trunk}"
