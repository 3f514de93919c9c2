"""Finish `base.topojson`: classify the borders, sort the waters, keep only what the atlas draws.

    base.py WORK_FOLDER OUTPUT_FILE

The polygons come simplified and with shared arcs from mapshaper; every line drawn here is made of
those same arcs, so fills and borders can never part.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

import topology as topo
from names import SEAS
from shapely.geometry import Point, Polygon

FIVE = {"KZ", "KG", "TJ", "TM", "UZ"}

# Why a line is dashed, by the pair of units it parts.
REASONS = {
    ("IN", "PK"): "Line of Control in Kashmir: a ceasefire line, not an agreed border",
    ("CN", "IN"): "India and China have not agreed where this stretch of their border runs",
    ("CN", "PK"): "Settled between China and Pakistan in 1963; India does not accept it",
    ("CN", "XS"): "No agreed line on the Siachen Glacier",
    ("IN", "XS"): "No agreed line on the Siachen Glacier",
    ("PK", "XS"): "No agreed line on the Siachen Glacier",
    ("BT", "CN"): "Bhutan and China are still negotiating this stretch",
    ("CN", "NP"): "Stretch not settled between China and Nepal",
    ("IN", "NP"): "Stretch not settled between India and Nepal",
    ("IL", "PS"): "Armistice line of 1949; no agreed border",
    ("IL", "SY"): "Ceasefire line of 1974; the Golan Heights are occupied Syrian ground to the United Nations",
    ("IL", "LB"): "Line of withdrawal of 2000; no agreed border",
    ("LB", "SY"): "Border not surveyed",
    ("UA", "UA:crimea"): "Edge of Crimea: Ukraine to the United Nations General Assembly (resolution 68/262), "
                         "held by Russia since 2014",
    ("CY", "CY:north"): "Line across Cyprus since 1974",
    ("CY:buffer", "CY:north"): "Line across Cyprus since 1974",
    ("CY", "CY:buffer"): "Line across Cyprus since 1974",
}


# Natural Earth marks only stretches of these, though no stretch of them is accepted by all.
WHOLLY_DISPUTED = {("CN", "PK"), ("CN", "XS"), ("IN", "XS"), ("PK", "XS")}


def country(part):
    return part.split(":")[0]


def border_class(pair, disputed):
    """Class and reason of the line between two parts, or None where no line is drawn."""
    first, second = pair
    if "KZ:lease" in pair:
        return None
    if disputed or country(first) == country(second) or pair in WHOLLY_DISPUTED:
        if pair not in REASONS:
            sys.exit(f"base: say in REASONS why the line between {first} and {second} is disputed")
        return "disputed", REASONS[pair]
    touches = country(first) in FIVE or country(second) in FIVE
    return ("state" if touches else "other"), None


def borders(objects, positions):
    disputed = {arc for arc in topo.arc_numbers(objects["lines"])}
    groups = defaultdict(list)
    for arc, parts in topo.users(objects["parts"], "part").items():
        if len(parts) != 2:
            continue
        pair = tuple(sorted(parts))
        kind = border_class(pair, arc in disputed)
        if kind:
            between = "-".join(sorted({country(part) for part in pair}))
            groups[(kind[0], between, kind[1])].append(arc)
    order = {"other": 0, "state": 1, "disputed": 2}
    features = []
    for (kind, between, reason), arcs in sorted(groups.items(), key=lambda g: (order[g[0][0]], g[0][1])):
        properties = {"class": kind, "between": between}
        if reason:
            properties["reason"] = reason
        features.append(topo.line_feature(arcs, positions, properties))
    return features


# Largest quantised coordinate: the far edges of the box.
FAR = 99999


def coast(objects, positions):
    """Lines where land meets the sea: arcs of one part only, the edges of the box left out."""
    def on_edge(arc):
        xs, ys = {x for x, _ in positions[arc]}, {y for _, y in positions[arc]}
        return len(xs) == 1 and xs <= {0, FAR} or len(ys) == 1 and ys <= {0, FAR}

    land = topo.users(objects["parts"], "part")
    wet = {arc for arc in topo.arc_numbers(objects["sea"])}
    arcs = [arc for arc, parts in land.items() if len(parts) == 1 and arc in wet and not on_edge(arc)]
    return [topo.line_feature(arcs, positions, {})]


def regions(objects, positions):
    """Lines between two regions of one and the same state."""
    national = topo.users(objects["countries"], "id")
    groups = defaultdict(list)
    for arc, codes in topo.users(objects["regions"], "region").items():
        states = {code[:2] for code in codes}
        if len(codes) == 2 and len(states) == 1 and arc not in national:
            groups[states.pop()].append(arc)
    if set(groups) != FIVE:
        sys.exit(f"base: inner lines only of {sorted(groups)}")
    return [topo.line_feature(arcs, positions, {"id": code}) for code, arcs in sorted(groups.items())]


def ring(walks, arcs):
    points = []
    for walk in walks:
        line = arcs[walk] if walk >= 0 else arcs[~walk][::-1]
        points += line[1:] if points else line
    return points


def polygons(geometry):
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]


def seas(objects, arcs):
    """The seas by name; a sliver that holds none of the named points is dropped and reported."""
    found = defaultdict(list)
    for geometry in objects["sea"]["geometries"]:
        for polygon in polygons(geometry):
            shape = Polygon(ring(polygon[0], arcs))
            names = [name for name, at in SEAS.items() if shape.contains(Point(at))]
            if not names:
                print(f"base: water without a name near {shape.representative_point().coords[0]}, "
                      f"{shape.area:.5f} square degrees: dropped")
                continue
            # The Black Sea and the Sea of Azov are one polygon: the first name that matches stands.
            found[names[0]].append(polygon)
    return {
        name: {"type": "MultiPolygon", "arcs": parts, "properties": {"name": name}}
        for name, parts in found.items()
    }


def by(layer, key, wanted):
    return [geometry for geometry in layer["geometries"] if geometry["properties"][key] == wanted]


def collection(features):
    return {"type": "GeometryCollection", "geometries": features}


def strip(layer, keep):
    """Features with some geometry, sorted by their properties, with the kept properties only."""
    features = [
        {**geometry, "properties": {key: geometry["properties"][key] for key in keep}}
        for geometry in layer["geometries"] if geometry["type"] is not None
    ]
    return sorted(features, key=lambda feature: [str(feature["properties"][key]) for key in keep])


def main(work, output):
    topology = json.loads((work / "base-arcs.json").read_text())
    objects, positions, arcs = topology["objects"], topo.quantised(topology), topo.degrees(topology)

    own_name = {p["properties"]["part"]: p["properties"]["name"] for p in objects["parts"]["geometries"]}
    for feature in objects["countries"]["geometries"]:
        feature["properties"]["name"] = own_name[feature["properties"]["id"]]

    water = seas(objects, arcs)
    crimea, lease = by(objects["parts"], "part", "UA:crimea"), by(objects["parts"], "part", "KZ:lease")
    if not (crimea and lease and "Caspian Sea" in water):
        sys.exit("base: Crimea, the lease or the Caspian Sea is missing")

    topology["objects"] = {
        "countries": collection(strip(objects["countries"], ["id", "name"])),
        "borders": collection(borders(objects, positions)),
        "coast": collection(coast(objects, positions)),
        "regions": collection(regions(objects, positions)),
        "occupied": collection([{**crimea[0], "properties": {"id": "UA", "name": "Crimea"}}]),
        "lease": collection([{**lease[0], "properties": {"id": "KZ", "name": "Baikonur"}}]),
        "caspian": collection([water.pop("Caspian Sea")]),
        "sea": collection([water[name] for name in sorted(water)]),
        "lakes": collection(strip(objects["lakes"], ["rank", "name"])),
        "rivers": collection(strip(objects["rivers"], ["rank", "name"])),
    }
    topo.prune(topology)
    topo.save(topology, output)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
