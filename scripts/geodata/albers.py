"""The projection of the atlas: Albers, parallels 37 and 53 N, origin 45 N 67 E, on a sphere.

Kilometres; x to the east, y to the north.
"""

import numpy as np

RADIUS_KM = 6371.0088
PARALLELS = np.radians([37.0, 53.0])
ORIGIN = np.radians([67.0, 45.0])

N = np.sin(PARALLELS).mean()
C = np.cos(PARALLELS[0]) ** 2 + 2 * N * np.sin(PARALLELS[0])
RHO_0 = np.sqrt(C - 2 * N * np.sin(ORIGIN[1])) / N


def project(lon, lat):
    """Degrees to kilometres."""
    rho = np.sqrt(C - 2 * N * np.sin(np.radians(lat))) / N
    theta = N * (np.radians(lon) - ORIGIN[0])
    return RADIUS_KM * rho * np.sin(theta), RADIUS_KM * (RHO_0 - rho * np.cos(theta))


def unproject(x, y):
    """Kilometres to degrees."""
    east, south = np.asarray(x) / RADIUS_KM, RHO_0 - np.asarray(y) / RADIUS_KM
    rho, theta = np.hypot(east, south), np.arctan2(east, south)
    lat = np.arcsin((C - (rho * N) ** 2) / (2 * N))
    return np.degrees(ORIGIN[0] + theta / N), np.degrees(lat)
