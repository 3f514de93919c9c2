"""The Aral Sea as it stood in the 1950s, out of GSHHG (its intermediate resolution).

    aral.py SOURCE_FOLDER OUTPUT_GEOJSON

The table of rings has a line a ring: level, area (km2), number of points, south and north limit,
offset into the data file, length, id. Points are little-endian 32-bit floats, longitude first.
"""

import json
import struct
import sys
from pathlib import Path

# The ring of level 2 (lake) with this area in km2 is the Aral Sea.
AREA = (67000, 68000)


def main(sources, target):
    for line in (sources / "gshhsmeta_i.dat").read_text().splitlines():
        level, area, count, south, north, offset, length = line.split()[:7]
        if level == "2" and AREA[0] < float(area) < AREA[1] and 43 < float(south) < float(north) < 48:
            with open(sources / "gshhs_i.dat", "rb") as data:
                data.seek(int(offset))
                raw = struct.unpack(f"<{2 * int(count)}f", data.read(int(length)))
            ring = [[round(x, 5), round(y, 5)] for x, y in zip(raw[::2], raw[1::2])]
            if ring[0] != ring[-1]:
                ring.append(ring[0])
            feature = {
                "type": "Feature",
                "properties": {"name": "Aral Sea", "period": "1950s", "licence": "LGPL-3.0-or-later"},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
            target.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
            return
    sys.exit("aral: ring not found")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
