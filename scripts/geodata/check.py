"""Ask the finished files what a reader of the map will look for first.

    check.py GEO_FOLDER
"""

import json
import sys
from pathlib import Path

import topology as topo
from base import polygons, ring
from shapely.geometry import Point, Polygon

# place, longitude, latitude, country that the base map must show there
POINTS = [
    ("Sokh", 71.10, 39.98, "UZ"), ("Shakhimardan", 71.74, 39.96, "UZ"), ("Vorukh", 70.57, 39.83, "TJ"),
    ("Sarvan", 70.58, 40.98, "TJ"), ("Baikonur", 63.3, 45.9, "KZ"), ("Simferopol", 34.1, 44.95, "UA"),
    ("Kerch", 36.3, 45.3, "UA"), ("Tashkent", 69.28, 41.31, "UZ"), ("Krasnodar", 38.97, 45.04, "RU"),
    ("Siachen", 77.1, 35.4, "XS"), ("Aktau", 51.3, 43.65, "KZ"), ("Osh", 72.8, 40.52, "KG"),
]

ENCLAVES = {"Sokh", "Shakhimardan", "Chong-Qara", "Jangail", "Vorukh", "Sarvan", "Barak"}
OBJECTS = {
    "countries", "borders", "coast", "regions", "occupied", "lease", "caspian", "sea", "lakes", "rivers",
}
LIMIT_BYTES = 1_050_000


def shapes(feature, arcs):
    for polygon in polygons(feature):
        outer, *holes = [ring(walks, arcs) for walks in polygon]
        yield Polygon(outer, holes)


def holders(layer, arcs, lon, lat):
    point = Point(lon, lat)
    return [
        feature["properties"] for feature in layer["geometries"]
        if any(shape.contains(point) for shape in shapes(feature, arcs))
    ]


def problems(folder):
    base = json.loads((folder / "base.topojson").read_text())
    arcs, objects = topo.degrees(base), base["objects"]
    if set(objects) != OBJECTS:
        yield f"base.topojson holds {sorted(objects)}"
    for place, lon, lat, wanted in POINTS:
        found = [properties["id"] for properties in holders(objects["countries"], arcs, lon, lat)]
        if found != [wanted]:
            yield f"{place} lies in {found}, wanted {wanted}"
    for layer, lon, lat in [("caspian", 51.0, 42.0), ("caspian", 53.4, 41.3), ("occupied", 34.1, 44.95), ("lease", 63.3, 45.9)]:
        if len(holders(objects[layer], arcs, lon, lat)) != 1:
            yield f"{layer} does not hold {lon}, {lat}"
    sides = topo.users(objects["countries"], "id")
    crowded = [arc for arc, ids in sides.items() if len(ids) > 2]
    if crowded:
        yield f"{len(crowded)} arcs belong to three countries"
    for feature in objects["borders"]["geometries"]:
        properties = feature["properties"]
        if (properties["class"] == "disputed") != ("reason" in properties):
            yield f"border {properties}: a reason belongs to disputed lines, and to them alone"
    fergana = json.loads((folder / "fergana.topojson").read_text())
    if {g["properties"]["name"] for g in fergana["objects"]["enclaves"]["geometries"]} != ENCLAVES:
        yield "fergana.topojson lacks an enclave"
    world = json.loads((folder / "world.topojson").read_text())
    at_simferopol = holders(world["objects"]["countries"], topo.degrees(world), 34.3, 45.2)
    if [properties["id"] for properties in at_simferopol] != ["UA"]:
        yield f"Crimea on the world map is {at_simferopol}"
    size = sum(file.stat().st_size for file in folder.iterdir())
    if size > LIMIT_BYTES:
        yield f"data/geo is {size} bytes, more than {LIMIT_BYTES}"


def main(folder):
    found = list(problems(folder))
    for problem in found:
        print(f"check: {problem}", file=sys.stderr)
    if found:
        sys.exit(1)
    print(f"check: {len(POINTS)} places, borders, waters, {len(ENCLAVES)} enclaves as they should be")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
