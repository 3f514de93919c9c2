"""Give the layers the few properties that the atlas carries, before the topology is built.

    prepare.py WORK_FOLDER ADMIN1_JSON

Reads what mapshaper clipped (`raw-*.geojson`), writes `countries`, `lines`, `lakes`, `rivers` and
`regions` as GeoJSON. A country may come in several parts (`UA:crimea`): borders are computed
between parts, fills after merging them.
"""

import json
import sys
from pathlib import Path

from names import COUNTRIES, GONE_LAKES, LAKES, REGION_RIVERS, RIVERS
from shapely.geometry import shape

# Natural Earth's units without an ISO code of their own.
PARTS = {
    "KAB": "KZ:lease",    # Baikonur, Kazakh ground leased to Russia
    "CYN": "CY:north",    # north of the buffer zone on Cyprus
    "CNM": "CY:buffer",   # United Nations buffer zone on Cyprus
    "KAS": "XS",          # Siachen Glacier; XS is a user-assigned code of ISO 3166-1
}

# Box (west, south, east, north) in degrees that holds every ring of Crimea and none of Russia's.
CRIMEA = (32.0, 44.2, 36.66, 46.25)

# Box about the five states, where small waters are kept: elsewhere only the large ones.
NEAR = (46.0, 34.0, 90.0, 57.0)

FIVE = {"KAZ", "KGZ", "TJK", "TKM", "UZB", "KAB"}

# Cities with the rank of a region, joined to the region around them (their rings would hide
# under the city's symbol), and the lease, which is a layer of its own.
REGION_MERGE = {
    "KG-GB": "KG-C", "TJ-DU": "TJ-X01~", "UZ-TK": "UZ-TO", "KZ-AST": "KZ-AKM",
    "-99-X05~": "KZ-KZY",
}


def inside(bounds, box):
    return bounds[0] >= box[0] and bounds[1] >= box[1] and bounds[2] <= box[2] and bounds[3] <= box[3]


def country_part(feature):
    code = feature["properties"]["ADM0_A3"]
    if code == "RUS" and inside(shape(feature["geometry"]).bounds, CRIMEA):
        return "UA:crimea"
    return PARTS.get(code, feature["properties"]["ISO_A2_EH"])


def countries(features):
    for feature in features:
        name = feature["properties"]["NAME"]
        part = country_part(feature)
        # Parts of one country share its name, so that merging by name and code is safe.
        yield feature, {"part": part, "id": part.split(":")[0], "name": COUNTRIES.get(name, name)}


def lines(features):
    for feature in features:
        kind = feature["properties"]["FEATURECLA"]
        if kind.startswith(("Disputed", "Line of control", "Indefinite", "Indeterminant")):
            yield feature, {"kind": kind.split(" (")[0]}


def near(feature):
    """Whether some of the feature lies in or about the five states."""
    west, south, east, north = shape(feature["geometry"]).bounds
    return east > NEAR[0] and north > NEAR[1] and west < NEAR[2] and south < NEAR[3]


def lakes(features):
    for feature in features:
        name, km2 = feature["properties"]["name"], feature["properties"]["km2"]
        if name in GONE_LAKES or km2 < (100 if near(feature) else 400):
            continue
        rank = 1 if km2 >= 3000 else 2 if km2 >= 600 else 3
        # Natural Earth transliterates small lakes with lost letters ("Kli"): better no name.
        label = LAKES.get(name, "" if rank == 3 else name or "")
        yield feature, {"name": label, "rank": rank}


def rivers(features):
    for feature in features:
        raw, scale = feature["properties"]["name"] or "", feature["properties"]["scalerank"]
        name = RIVERS.get(raw, raw)
        if name in REGION_RIVERS:
            rank = 1 if scale <= 5 else 2
        elif name and scale <= (8 if near(feature) else 6):
            rank = 1 if scale <= 3 else 2 if scale <= 6 else 3
        else:
            continue
        yield feature, {"name": name, "rank": rank}


def regions(features):
    for feature in features:
        properties = feature["properties"]
        if properties["adm0_a3"] not in FIVE:
            continue
        code = properties["iso_3166_2"]
        yield feature, {"region": REGION_MERGE.get(code, code)}


def write(folder, layer, source, convert):
    features = json.loads(source.read_text())["features"]
    kept = [
        {"type": "Feature", "properties": properties, "geometry": feature["geometry"]}
        for feature, properties in convert(features)
    ]
    if not kept:
        sys.exit(f"prepare: nothing left in {layer}; has the source changed?")
    text = json.dumps({"type": "FeatureCollection", "features": kept}, separators=(",", ":"))
    (folder / f"{layer}.geojson").write_text(text)


def main(folder, admin1):
    for layer, convert in [("countries", countries), ("lines", lines), ("lakes", lakes), ("rivers", rivers)]:
        write(folder, layer, folder / f"raw-{layer}.geojson", convert)
    write(folder, "regions", admin1, regions)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
