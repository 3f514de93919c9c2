"""The Fergana Valley from OpenStreetMap: its enclaves and the three states about them, as GeoJSON.

    enclaves.py OSM_GEOJSON WORK_FOLDER

Writes `enclaves.geojson` (a polygon an enclave) and `valley.geojson` (the states, clipped).
"""

import json
import sys
from pathlib import Path

from shapely.geometry import MultiPolygon, Point, Polygon, box, mapping, shape

# Window of the close-up: west, south, east, north in degrees.
WINDOW = (69.2, 39.4, 73.6, 41.8)

STATES = {"KGZ": ("KG", "Kyrgyzstan"), "TJK": ("TJ", "Tajikistan"), "UZB": ("UZ", "Uzbekistan")}

# name, owner, surrounding state, a point within
ENCLAVES = [
    ("Sokh", "UZ", "KG", (71.13, 39.95)),
    ("Shakhimardan", "UZ", "KG", (71.80, 39.98)),
    ("Chong-Qara", "UZ", "KG", (71.036, 40.244)),
    ("Jangail", "UZ", "KG", (71.664, 40.203)),
    ("Vorukh", "TJ", "KG", (70.63, 39.845)),
    ("Sarvan", "TJ", "UZ", (70.61, 40.965)),
    ("Barak", "KG", "UZ", (72.767, 40.670)),
]

# A point of the list may stand this far (degrees) from the polygon's edge: the sources differ.
REACH = 0.08


def load(path):
    """The three states' polygons, cut into their parts."""
    states = {}
    for feature in json.loads(path.read_text())["features"]:
        code = feature["properties"]["A3"]
        if code in STATES:
            states[STATES[code][0]] = shape(feature["geometry"])
    if len(states) != 3:
        sys.exit("enclaves: the three states are not all in the source")
    return states


def dry(states, code):
    """A state with its lakes filled in: only holes that hold another state's ground stay.

    The source leaves inland water out of the land.
    """
    others = [part for other, state in states.items() if other != code for part in state.geoms]
    parts = []
    for part in states[code].geoms:
        holes = [hole for hole in part.interiors
                 if any(Polygon(hole).contains(other.representative_point()) for other in others)]
        parts.append(Polygon(part.exterior, holes))
    return MultiPolygon(parts)


def find(states, name, owner, around, at):
    """The owner's detached part nearest to the point."""
    parts = sorted(states[owner].geoms, key=lambda part: part.area)[:-1]
    nearest = min(parts, key=lambda part: part.distance(Point(at)))
    if nearest.distance(Point(at)) > REACH:
        sys.exit(f"enclaves: {name} ({owner} in {around}) not found")
    return nearest


def write(path, features):
    text = json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": properties, "geometry": mapping(geometry)}
        for properties, geometry in features
    ]}, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text)


def main(source, work):
    states = load(source)
    window = box(*WINDOW)
    names = {code: name for code, name in STATES.values()}
    write(work / "valley.geojson", [
        ({"id": code, "name": names[code]}, dry(states, code).intersection(window)) for code in sorted(states)
    ])
    write(work / "enclaves.geojson", [
        ({"name": name, "id": owner, "within": around}, find(states, name, owner, around, at))
        for name, owner, around, at in ENCLAVES
    ])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
