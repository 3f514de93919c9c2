"""Relief as a picture to lay over flat tints: black pixels, opaque where slopes lie in shadow.

    hillshade.py RELIEF_JPEG WATER_GEOJSON OUTPUT_WEBP OUTPUT_JSON

The source is a painted relief of the whole world in degrees. Its slow changes (deserts, forests)
are taken off by subtracting a blurred copy, water left out of the blur: what remains is slope.
White for lit slopes was tried: it triples the file and adds little to a map on pale tints.
"""

import hashlib
import json
import sys
from pathlib import Path

import albers
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

# Frame of the picture in kilometres, y to the north, and the length of a pixel's side.
WEST, EAST, SOUTH, NORTH = -2600.0, 2600.0, -1750.0, 1950.0
PIXEL_KM = 2.5

BLUR_PX = 14          # radius of what counts as slow change, 35 km
FLAT = 0.18           # slopes weaker than this share of the scale leave no trace
SCALE = 52.0          # grey levels of the source that make full strength
SMOOTH_PX = 1.0       # blur that takes off the noise of the source, which transparency packs badly
LEVELS = 8            # steps of transparency: WebP packs it without loss, so few make a small file
SHORE_PX = 1.2        # width over which the relief fades out towards water

WATER_SUPERSAMPLE = 2

# Beyond this box (degrees) the atlas draws land in less detail. Towards its edges and the picture's the relief
# fades out over so many kilometres: a picture that ends at a line looks like a mountain wall.
BOX = (34.0, 28.0, 102.0, 62.0)
EDGE_KM = 320.0
KM_PER_DEGREE = 111.2


def grid():
    """Longitude and latitude of every pixel's centre."""
    x = np.arange(WEST + PIXEL_KM / 2, EAST, PIXEL_KM)
    y = np.arange(NORTH - PIXEL_KM / 2, SOUTH, -PIXEL_KM)
    return albers.unproject(*np.meshgrid(x, y))


def edge_fade(lon, lat):
    """1 well inside box and picture, 0 on their edges."""
    x = np.arange(WEST + PIXEL_KM / 2, EAST, PIXEL_KM)
    y = np.arange(NORTH - PIXEL_KM / 2, SOUTH, -PIXEL_KM)
    x, y = np.meshgrid(x, y)
    along_parallel = KM_PER_DEGREE * np.cos(np.radians(lat))
    inside = np.minimum.reduce([
        x - WEST, EAST - x, y - SOUTH, NORTH - y,
        (lon - BOX[0]) * along_parallel, (BOX[2] - lon) * along_parallel,
        (lat - BOX[1]) * KM_PER_DEGREE, (BOX[3] - lat) * KM_PER_DEGREE,
    ])
    share = np.clip(inside / EDGE_KM, 0, 1)
    return share * share * (3 - 2 * share)


def sample(relief, lon, lat):
    """Bilinear reading of a picture of the whole world."""
    height, width = relief.shape
    column = (lon + 180) / 360 * width - 0.5
    row = (90 - lat) / 180 * height - 0.5
    left, top = np.floor(column).astype(int), np.floor(row).astype(int)
    right_share, low_share = column - left, row - top
    rows = [np.clip(top + step, 0, height - 1) for step in (0, 1)]
    columns = [(left + step) % width for step in (0, 1)]
    upper = relief[rows[0], columns[0]] * (1 - right_share) + relief[rows[0], columns[1]] * right_share
    lower = relief[rows[1], columns[0]] * (1 - right_share) + relief[rows[1], columns[1]] * right_share
    return upper * (1 - low_share) + lower * low_share


def land_mask(water, shape):
    """1 on land, 0 on seas and lakes."""
    scale = WATER_SUPERSAMPLE
    height, width = shape
    picture = Image.new("L", (width * scale, height * scale), 255)
    draw = ImageDraw.Draw(picture)
    for feature in json.loads(water.read_text())["features"]:
        geometry = feature["geometry"]
        parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        for part in parts:
            for number, ring in enumerate(part):
                lon, lat = np.array(ring)[:, :2].T
                x, y = albers.project(lon, lat)
                points = np.stack([(x - WEST), (NORTH - y)], axis=1) / PIXEL_KM * scale
                draw.polygon([tuple(point) for point in points], fill=0 if number == 0 else 255)
    return picture.resize((width, height), Image.BOX)


def blur(values, radius):
    """Close to a Gaussian blur: three box means, by running sums."""
    array = values
    for _ in range(3):
        for axis in (0, 1):
            array = running_mean(array, radius, axis)
    return array


def running_mean(array, radius, axis):
    padded = np.pad(array, [(radius + 1, radius) if a == axis else (0, 0) for a in (0, 1)], mode="edge")
    sums = np.cumsum(padded, axis=axis)
    width = 2 * radius + 1
    if axis == 0:
        return (sums[width:] - sums[:-width]) / width
    return (sums[:, width:] - sums[:, :-width]) / width


def shadows(grey, land):
    """How far the source is darker than its blur over land, in shares of full strength."""
    inner = (land > 0.99).astype(float)
    mean = blur(grey * inner, BLUR_PX) / np.maximum(blur(inner, BLUR_PX), 1e-3)
    strength = (mean - grey) / SCALE
    kept = np.clip((strength - FLAT) / (1 - FLAT), 0, 1)
    picture = Image.fromarray(np.round(kept * 255).astype(np.uint8))
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(SMOOTH_PX)), dtype=np.float64) / 255


def main(source, water, picture, facts):
    Image.MAX_IMAGE_PIXELS = None
    # The brightest of the three channels: forest differs least from desert in it.
    relief = np.asarray(Image.open(source).convert("RGB")).max(axis=2).astype(np.float64)
    lon, lat = grid()
    grey = sample(relief, lon, lat)
    mask = land_mask(water, grey.shape)
    fade = mask.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.GaussianBlur(SHORE_PX))
    land = np.minimum(np.asarray(fade, dtype=np.float64), np.asarray(mask, dtype=np.float64)) / 255
    strength = shadows(grey, np.asarray(mask, dtype=np.float64) / 255) * land * edge_fade(lon, lat)
    alpha = np.round(np.round(strength * LEVELS) / LEVELS * 255).astype(np.uint8)
    black = np.zeros_like(alpha)
    Image.fromarray(np.dstack([black, black, black, alpha]), "RGBA").save(
        picture, "WEBP", quality=20, alpha_quality=100, method=6
    )
    height, width = alpha.shape
    facts.write_text(json.dumps({
        "x0": WEST, "y0": -NORTH, "x1": EAST, "y1": -SOUTH, "width": width, "height": height,
        "sha256": hashlib.sha256(picture.read_bytes()).hexdigest(),
    }) + "\n")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:5]))
