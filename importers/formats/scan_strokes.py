"""The rulings of a scanned page: long runs of dark pixels, across and down."""

from __future__ import annotations

from typing import Any

from importers.formats.recognition import library, straightened
from importers.formats.ruled_tables import Stroke

SHORTEST = 1 / 25
"""Share of the page's width that a ruling measures at least: longer than the strokes of any character."""

THICKEST = 1 / 150
"""Share of the page's width from which a dark run is a picture or the edge of a copy."""

DARK = 15
"""By how much a pixel is darker than what surrounds it."""


def strokes_in(picture: Any, scale: float, skew: float) -> list[Stroke]:
    """The rulings of a picture, in points; `scale` is of points to a pixel, `skew` in radians."""
    cv2 = library("cv2")
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    width = grey.shape[1]
    window = max(3, width // 60) | 1
    dark = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, DARK)
    length, thickest = max(8, int(width * SHORTEST)), width * THICKEST
    found: list[Stroke] = []
    for size, across in (((length, 1), True), ((1, length), False)):
        runs = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, size))
        _, _, boxes, _ = cv2.connectedComponentsWithStats(runs)
        for x, y, w, h, _ in boxes[1:].tolist():
            if (h if across else w) > thickest + abs(skew) * (w if across else h):
                continue
            ends = ((x, y + h / 2), (x + w, y + h / 2)) if across else ((x + w / 2, y), (x + w / 2, y + h))
            (x0, y0), (x1, y1) = (straightened(end, skew) for end in ends)
            level = (y0 + y1) / 2, (x0 + x1) / 2
            found.append(Stroke(x0 * scale, level[0] * scale, x1 * scale, level[0] * scale) if across
                         else Stroke(level[1] * scale, y0 * scale, level[1] * scale, y1 * scale))
    return found
