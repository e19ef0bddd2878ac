"""The formats that the graph can be written in. A new one is a module beside this and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from graph.exports.gexf import write_gexf
from graph.exports.graphml import write_graphml
from graph.exports.lists.office_list import OfficeList
from graph.exports.lists.registry import office_list
from graph.exports.node_link import write_node_link
from graph.exports.office.comma import write_csv
from graph.exports.office.letter import write_docx
from graph.exports.office.page import write_pdf
from graph.exports.office.plain_json import write_json
from graph.exports.office.sheet import write_xlsx
from graph.exports.records import write_graph_records
from graph.exports.scope import Scope
from graph.exports.turtle import write_turtle
from graph.store import Store

Write = Callable[[Store, Scope, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: what it is, in two languages, its media type, the function that writes it, and whether it writes a list of duties."""

    name: str
    zh: str
    en: str
    media_type: str
    write: Write
    of_duties: bool = False


def _listed(write: Callable[[OfficeList, BinaryIO], None]) -> Write:
    """Writes the list that the scope names."""
    return lambda store, scope, stream: write(office_list(store, scope), stream)


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat("jsonl", "记录", "records as JSON lines, which `graph load` reads again", "application/jsonl", write_graph_records),
    ExportFormat("graphml", "图", "the graph for Gephi and NetworkX", "application/graphml+xml", write_graphml),
    ExportFormat("gexf", "带时间的图", "the graph for Gephi's time line", "application/gexf+xml", write_gexf),
    ExportFormat("node-link", "图数据", "the graph as node-link JSON of NetworkX and D3", "application/json", write_node_link),
    ExportFormat("ttl", "关联数据", "RDF as Turtle with terms of ORG, PROV-O, SKOS and DCMI", "text/turtle", write_turtle),
    ExportFormat("xlsx", "清单（表格）", "a list of duties as a sheet",
                 "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _listed(write_xlsx), of_duties=True),
    ExportFormat("docx", "清单（公文）", "a list of duties as a letter in the layout of GB/T 9704",
                 "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _listed(write_docx), of_duties=True),
    ExportFormat("pdf", "清单（打印）", "a list of duties on A4, its font inside", "application/pdf", _listed(write_pdf), of_duties=True),
    ExportFormat("csv", "清单（文本）", "a list of duties as CSV", "text/csv", _listed(write_csv), of_duties=True),
    ExportFormat("json", "清单（数据）", "a list of duties as JSON", "application/json", _listed(write_json), of_duties=True),
)

BY_NAME: Mapping[str, ExportFormat] = {format_.name: format_ for format_ in FORMATS}
