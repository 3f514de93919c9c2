"""Codes and names of the countries of the small world map, Crimea moved to Ukraine.

    world.py RAW_GEOJSON WORK_FOLDER

Writes `world.geojson` (the countries) and `occupied.geojson` (Crimea once more, to be hatched).
"""

import json
import sys
from pathlib import Path

from names import COUNTRIES
from prepare import CRIMEA, inside
from shapely.geometry import shape

# Units without an ISO code of their own, shown as the United Nations counts them.
JOINED = {"CYN": ("CY", "Cyprus"), "SOL": ("SO", "Somalia"), "KOS": ("XK", "Kosovo")}


def properties(feature):
    raw = feature["properties"]
    if raw["ADM0_A3"] == "RUS" and inside(shape(feature["geometry"]).bounds, CRIMEA):
        return {"id": "UA", "name": "Ukraine"}
    code, name = JOINED.get(raw["ADM0_A3"], (raw["ISO_A2_EH"], COUNTRIES.get(raw["NAME"], raw["NAME"])))
    if len(code) != 2 or not code.isalpha():
        sys.exit(f"world: no code for {raw}")
    return {"id": code, "name": name}


def main(source, work):
    features = json.loads(source.read_text())["features"]
    occupied = []
    for feature in features:
        russian = feature["properties"]["ADM0_A3"] == "RUS"
        feature["properties"] = properties(feature)
        if russian and feature["properties"]["id"] == "UA":
            occupied.append({**feature, "properties": {"id": "UA", "name": "Crimea"}})
    for name, own in (("world", features), ("occupied", occupied)):
        text = json.dumps({"type": "FeatureCollection", "features": own}, separators=(",", ":"))
        (work / f"{name}.geojson").write_text(text)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
