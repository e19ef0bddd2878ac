"""Files to take away: their type, their name, and the responsibility list that the graph writes."""

from __future__ import annotations

import io
import re
from urllib.parse import quote

from flask import g
from werkzeug import Response

from graph import EXPORTS, Scope
from webui.asking import store
from webui.languages import translated as _
from webui.shown import VISIBLE

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
}
FORBIDDEN = re.compile(r'[\\/:*?"<>|\s\u2400-\u2421\ufffd]+')


def file_name(title: str, extension: str) -> str:
    """A name that every file system takes: no separators, controls or marks of direction, at most 80 characters."""
    plain = FORBIDDEN.sub("_", title.translate(VISIBLE)).strip("._")
    return f"{plain[:80] or 'gangmu'}.{extension}"


def attachment(body: bytes, name: str, media_type: str) -> Response:
    """An answer that the browser keeps as a file."""
    response = Response(body, content_type=media_type)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


def responsibility_file(department: str, name: str, extension: str) -> Response:
    """The responsibility list of a body as of the day of the request, as `xlsx` or `csv`."""
    body = io.BytesIO()
    EXPORTS[extension].write(store(), Scope(g.as_of, department), body)
    return attachment(body.getvalue(), file_name(f"{name}_{_('责任清单')}_{g.as_of}", extension), TYPES[extension])
