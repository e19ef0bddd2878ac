"""The formats that the graph can be written in. A new one is a module beside this and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from graph.exports.graphml import write_graphml
from graph.exports.records import write_graph_records
from graph.exports.responsibility_csv import write_csv
from graph.exports.responsibility_sheet import write_xlsx
from graph.exports.scope import Scope
from graph.exports.turtle import write_turtle
from graph.store import Store


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: what it is, in two languages, its media type, the function that writes it, and whether a scope narrows what it holds."""

    name: str
    zh: str
    en: str
    media_type: str
    write: Callable[[Store, Scope, BinaryIO], None]
    of_duties: bool = False


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat("jsonl", "记录", "records as JSON lines, which `graph load` reads again", "application/jsonl", write_graph_records),
    ExportFormat("graphml", "图", "the graph for Gephi and NetworkX", "application/graphml+xml", write_graphml),
    ExportFormat("ttl", "关联数据", "RDF as Turtle with terms of ORG, PROV-O, SKOS and DCMI", "text/turtle", write_turtle),
    ExportFormat("xlsx", "责任清单", "responsibility list as a sheet",
                 "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx, of_duties=True),
    ExportFormat("csv", "责任清单", "responsibility list as CSV", "text/csv", write_csv, of_duties=True),
)

BY_NAME: Mapping[str, ExportFormat] = {format_.name: format_ for format_ in FORMATS}
