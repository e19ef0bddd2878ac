"""The properties of a thing as a page lists them: with the labels of their declarations, in the declared order."""

from __future__ import annotations

from collections.abc import Container

from graph import Row
from schema import Property, Value, node_type
from webui.languages import translated as _
from webui.wording import label, recurrence_label

NAMES = ("name", "title", "text", "due")
"""Properties that name a thing, the first that there is counts."""


def name_of(properties: Row) -> str:
    """What a thing is called: its name, its title, its words, or the day of an expected round."""
    return next((str(properties[key]) for key in NAMES if properties.get(key)), "")


def facts(kind: str, properties: Row, leave_out: Container[str] = ()) -> list[Row]:
    """The facts as `label` and `value`."""
    declared = node_type(kind)
    listed = [p for p in declared.properties if p.name not in leave_out] if declared else []
    return [{"label": label(p), "value": _worded(p, properties[p.name])} for p in listed if properties.get(p.name) not in (None, "", [])]


def _worded(declared: Property, value: Value) -> str:
    if declared.name == "recurrence":
        return recurrence_label(str(value))
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return " / ".join(value) if isinstance(value, list) else str(value)
