"""What every template may use, beside the values of its page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask, url_for

from schema import SettingError
from webui import wording
from webui.addresses import evidence_url, thing_url
from webui.languages import LANGUAGES, choose_language
from webui.marking import around, marked
from webui.pages.preferences import chosen_theme
from webui.paging import address_with
from webui.shapes import shape
from webui.shown import shortened, shown
from webui.tables import cell_html

BUILT = Path(__file__).parent / "static" / "built"

WORDINGS = (
    wording.label, wording.type_label, wording.property_label, wording.edge_label, wording.role_label, wording.standing_label,
    wording.status_label, wording.relation_label, wording.recurrence_label, wording.connection_detail,
    wording.because_label, wording.proposed_label, wording.verdict_label,
)


def equip_templates(app: Flask) -> None:
    """Hands the templates their functions. `shown` goes over each value before it is escaped."""
    app.jinja_env.finalize = shown
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    functions = (*WORDINGS, address_with, around, built, cell_html, evidence_url, marked, shape, shortened, thing_url)
    app.jinja_env.globals.update({function.__name__: function for function in functions}, languages=LANGUAGES)
    app.context_processor(_of_the_visitor)


def _of_the_visitor() -> dict[str, Any]:
    return {"language": choose_language(), "theme": chosen_theme()}


def built(name: str) -> str:
    """The address of a file of the front-end build, other for every build."""
    return url_for("static", filename=f"built/{name}", v=int((BUILT / name).stat().st_mtime))


def require_built() -> None:
    """Raises SettingError when the front end was not built."""
    if not all((BUILT / name).is_file() for name in ("app.js", "app.css")):
        raise SettingError("the pages are not built", where=str(BUILT), remedy="start with `python3 gangmu.py serve`")
