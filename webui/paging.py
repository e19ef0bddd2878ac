"""Long lists in pages: `?page=`, from 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import abort, request, url_for

from webui.languages import translated as _

SIZE = 50


@dataclass(frozen=True, slots=True)
class Paging:
    """Which stretch of a list of `total` rows is shown."""

    number: int
    total: int

    @property
    def count(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // SIZE))

    @property
    def skip(self) -> int:
        """Rows before this page."""
        return (self.number - 1) * SIZE


def page_number() -> int:
    """The page that the address asks for. Ends with 400 for what is no number."""
    raw = request.args.get("page", "1")
    if not raw.isascii() or not raw.isdigit() or len(raw) > 6 or int(raw) < 1:
        abort(400, _("“%(page)s”不是页码。", page=raw[:20]))
    return int(raw)


def page_of(total: int) -> Paging:
    """That page of a list of `total` rows. Ends with 404 beyond the last page."""
    paging = Paging(page_number(), total)
    if paging.number > paging.count:
        abort(404, _("这个列表只有 %(count)s 页。", count=paging.count))
    return paging


def address_with(**changes: Any) -> str:
    """The address of this very page with other arguments."""
    arguments = {**request.args.to_dict(), **(request.view_args or {}), **changes}
    return url_for(request.endpoint or "start.show", **arguments)
