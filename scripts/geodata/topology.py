"""Small tools over the arcs of a TopoJSON file: who uses an arc, chains of arcs, pruning, decoding.

In TopoJSON a negative arc number `~n` is arc `n` walked backwards.
"""

import json
from collections import defaultdict


def arc_numbers(geometry):
    """Every arc number of a geometry, signs dropped, in order."""
    def walk(item):
        if isinstance(item, int):
            yield item if item >= 0 else ~item
        else:
            for inner in item:
                yield from walk(inner)

    if geometry["type"] == "GeometryCollection":
        for inner in geometry["geometries"]:
            yield from arc_numbers(inner)
    elif geometry["type"] is not None:
        yield from walk(geometry["arcs"])


def users(layer, key):
    """Arc number -> set of the `key` property of the layer's features that use it."""
    found = defaultdict(set)
    for geometry in layer["geometries"]:
        for arc in arc_numbers(geometry):
            found[arc].add(geometry["properties"][key])
    return found


def quantised(topology):
    """Absolute integer positions of every arc."""
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x, y))
        arcs.append(points)
    return arcs


def degrees(topology):
    """Longitude and latitude of every arc."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [[(x * kx + tx, y * ky + ty) for x, y in arc] for arc in quantised(topology)]


def chains(arcs, positions):
    """Join arcs end to end into lines as long as can be, so that dashes run on without a jolt.

    Lines break where three or more of the given arcs meet.
    """
    ends = defaultdict(list)
    for arc in sorted(arcs):
        ends[positions[arc][0]].append(arc)
        ends[positions[arc][-1]].append(~arc)
    left = set(arcs)

    def last_point(walk):
        return positions[walk][-1] if walk >= 0 else positions[~walk][0]

    def grow(line):
        while True:
            here = last_point(line[-1])
            onward = [walk for walk in ends[here] if (walk if walk >= 0 else ~walk) in left]
            if len(ends[here]) != 2 or len(onward) != 1:
                return
            line.append(onward[0])
            left.discard(onward[0] if onward[0] >= 0 else ~onward[0])

    lines = []
    for arc in sorted(arcs):
        if arc in left:
            left.discard(arc)
            line = [arc]
            grow(line)
            line = [~walk for walk in reversed(line)]
            grow(line)
            lines.append([~walk for walk in reversed(line)])
    return lines


def line_feature(arcs, positions, properties):
    return {"type": "MultiLineString", "arcs": chains(arcs, positions), "properties": properties}


def prune(topology):
    """Drop arcs that no object uses, and number the rest anew in order of use."""
    order = {}
    for layer in topology["objects"].values():
        for arc in arc_numbers(layer):
            order.setdefault(arc, len(order))

    def renumber(item):
        if isinstance(item, int):
            return order[item] if item >= 0 else ~order[~item]
        return [renumber(inner) for inner in item]

    for layer in topology["objects"].values():
        for geometry in layer["geometries"]:
            if geometry["type"] is not None:
                geometry["arcs"] = renumber(geometry["arcs"])
    topology["arcs"] = [topology["arcs"][old] for old in order]


def save(topology, path):
    path.write_text(json.dumps(topology, ensure_ascii=False, separators=(",", ":")) + "\n")
