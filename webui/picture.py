"""Where the dots of a neighbourhood stand: the centre in the middle, its neighbours on rings around it, types side by side."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

RING = 190.0
"""Radius of the first ring in pixels."""
RING_STEP = 150.0
ROOM = 24.0
"""Least distance of neighbours along a ring in pixels, so that a name fits between two others."""
ONE_RING = 48
"""Neighbours for which one ring is enough; more stand on two or three."""
MOST_RINGS = 3
NAME = 190
"""Pixels that a name may take beside its dot."""
MARGIN = 30
LABEL_GAP = 11
TURNED = 24
"""Neighbours from which on names are turned along their rays; fewer have room to stand upright."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A node of the picture: where it is, and how its name is set beside it (turned along the ray from the centre)."""

    id: str
    kind: str
    name: str
    x: float
    y: float
    text_x: float = 0
    text_y: float = 4
    anchor: str = "start"
    turn: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """An edge of the picture."""

    x1: float
    y1: float
    x2: float
    y2: float
    inferred: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Dots and lines with the part of the plane that they fill; the centre is the first dot."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    half_width: int
    half_height: int

    @property
    def box(self) -> str:
        """The viewBox of the drawing."""
        return f"{-self.half_width} {-self.half_height} {2 * self.half_width} {2 * self.half_height}"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A thing to be drawn around the centre."""

    id: str
    kind: str
    name: str
    inferred: bool = False


def draw(centre: Neighbour, neighbours: list[Neighbour]) -> Picture:
    """The picture of a thing and its neighbours, the same for the same input. Types (lower case) keep together."""
    ordered = sorted(neighbours, key=lambda n: (n.kind, n.name, n.id))
    turned = len(ordered) >= TURNED
    dots = [_dot(neighbour, *place, turned) for neighbour, place in zip(ordered, _places(len(ordered)), strict=True)]
    lines = [Line(0, 0, dot.x, dot.y, neighbour.inferred) for neighbour, dot in zip(ordered, dots, strict=True)]
    reach = max((math.hypot(dot.x, dot.y) for dot in dots), default=0.0)
    middle = Dot(centre.id, centre.kind, centre.name, 0, 0, 0, -16, "middle")
    width = round(reach) + NAME
    return Picture((middle, *dots), tuple(lines), width, width if turned else round(reach) + MARGIN)


def _places(count: int) -> Iterator[tuple[float, float]]:
    """Radius and angle of each dot: neighbours in order around the circle, on one ring or in turn on as many as ONE_RING asks for."""
    rings = max(1, min(MOST_RINGS, -(-count // ONE_RING)))
    on_each = -(-count // rings)
    inner = max(RING, on_each * ROOM / (2 * math.pi))
    for place in range(count):
        yield inner + RING_STEP * (place % rings), 2 * math.pi * (place + 0.5) / (on_each * rings) - math.pi / 2


def _dot(neighbour: Neighbour, radius: float, angle: float, turned: bool) -> Dot:
    x, y = round(radius * math.cos(angle), 1), round(radius * math.sin(angle), 1)
    leftwards = math.cos(angle) < -1e-9
    turn = round(math.degrees(angle) + (180 if leftwards else 0), 1) if turned else 0
    side = -LABEL_GAP if leftwards else LABEL_GAP
    return Dot(neighbour.id, neighbour.kind, neighbour.name, x, y, side, 4, "end" if leftwards else "start", turn)
