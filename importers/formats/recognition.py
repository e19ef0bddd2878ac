"""Text recognition, an extra (rapidocr on onnxruntime): the lines of a picture with their boxes and how sure each is.

The models lie in rapidocr's own package; nothing is fetched. `gangmu.py set-up --with scan` installs the extra.
"""

from __future__ import annotations

import importlib
import importlib.util
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from importers.formats.pdf_layout import Glyph
from schema import InputError

LIBRARIES = ("rapidocr", "onnxruntime", "cv2", "PIL", "numpy")
REMEDY = "install the extra that reads scans: python3 gangmu.py set-up --with scan"

MODELS = {"Det.model_path": "PP-OCRv6_det_small.onnx", "Rec.model_path": "PP-OCRv6_rec_small.onnx", "Cls.model_path": "ch_ppocr_mobile_v2.0_cls_mobile.onnx"}
"""The files of rapidocr's package by the setting that names them: named, they are never looked for elsewhere."""

LONGEST_SIDE = 2_000
"""Pixels to which a picture is brought down: 170 to the inch on A4, at which the models work; more gains nothing."""

MOST_SKEWED = math.radians(10)

Point = tuple[float, float]

_WESTERN = re.compile(r"(?<=[㐀-鿿）》”])[,:;?!()]|[,:;?!()](?=[㐀-鿿（《“])")
_SPACE = re.compile(r"(?<=[㐀-鿿]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=[㐀-鿿])|(?<=[，。、；：！？）》”]) ")
"""The small distance that print keeps between Chinese and figures or behind marks."""

_OPENING, _CLOSING = "（《“‘【〔「", "，。、；：！？）》”’】〕」"
"""Marks of which half the place is empty: a box ends at their ink."""

_CHINESE = str.maketrans(",:;?!()", "，：；？！（）")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A line of a picture: its words, the corners of its box in pixels from the top left one clockwise, and how sure it is (0 to 1)."""

    words: str
    corners: tuple[Point, Point, Point, Point]
    confidence: float


@cache
def is_installed() -> bool:
    """Whether the extra is there."""
    return all(importlib.util.find_spec(name) for name in LIBRARIES)


def library(name: str) -> Any:
    """A library of the extra. Raises InputError when it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise InputError("is a picture without text", remedy=REMEDY) from None


def recognise(picture: Any) -> list[Recognised]:
    """The lines of a picture, an array of rows of pixels of three colours."""
    result = _engine()(picture)
    if result.boxes is None:
        return []
    found = zip(result.boxes, result.txts, result.scores, strict=True)
    return [Recognised(_plain(str(words)), _corners(box), round(float(score), 3)) for box, words, score in found]


@cache
def _engine() -> Any:
    """The recogniser, on one core: files are read in as many processes as there are cores."""
    rapidocr = library("rapidocr")
    folder = Path(str(rapidocr.__file__)).parent / "models"
    cores = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    settings = {"Global.log_level": "error", **cores}
    return rapidocr.RapidOCR(params=settings | {setting: str(folder / name) for setting, name in MODELS.items()})


def _corners(box: Any) -> tuple[Point, Point, Point, Point]:
    (a, b), (c, d), (e, f), (g, h) = box.tolist()
    return (a, b), (c, d), (e, f), (g, h)


def _plain(words: str) -> str:
    """With Chinese marks in Chinese words, where recognition takes them for Western ones, and without small distances as spaces."""
    return _SPACE.sub("", _WESTERN.sub(lambda mark: mark[0].translate(_CHINESE), words))


def skew_of(lines: list[Recognised]) -> float:
    """By how much the page lies turned, in radians: the middle of what its long lines say."""
    turns = [math.atan2(b[1] - a[1], b[0] - a[0]) for line in lines for a, b, _, d in [line.corners] if b[0] - a[0] > 5 * abs(d[1] - a[1])]
    found = median(turns) if turns else 0.0
    return found if abs(found) < MOST_SKEWED else 0.0


def straightened(point: Point, skew: float) -> Point:
    """Where the point would lie on a page that is not turned."""
    x, y = point
    return x * math.cos(skew) + y * math.sin(skew), y * math.cos(skew) - x * math.sin(skew)


def glyphs_of(lines: list[Recognised], scale: float, skew: float) -> Iterator[Glyph]:
    """The characters of the lines, spread evenly over their boxes; `scale` is of points to a pixel."""
    for line in lines:
        corners = [straightened(corner, skew) for corner in line.corners]
        left, right = (f(x for x, _ in corners) * scale for f in (min, max))
        (_, a), (_, b), (_, c), (_, d) = corners
        top, bottom = (a + b) / 2 * scale, (c + d) / 2 * scale
        before, behind = 0.5 * (line.words[:1] in _OPENING), 0.5 * (line.words[-1:] in _CLOSING)
        unit = (right - left) / max(sum(map(_units, line.words)) - before - behind, 0.5)
        at = left - before * unit
        for character in line.words:
            end = at + _units(character) * unit
            yield Glyph(character, at, top, end, bottom, line.confidence)
            at = end


def _units(character: str) -> float:
    return 1.0 if ord(character) > 0x2E7F else 0.5
