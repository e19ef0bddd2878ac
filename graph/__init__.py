"""Keeps what minutes state as a graph and answers questions about it."""

from graph.entities import connection_counts, connections, evidence, thing
from graph.exports.office.comma import guarded
from graph.exports.registry import BY_NAME as EXPORTS
from graph.exports.scope import Scope
from graph.judgements.judging import STATUSES, VERDICTS, Judgement, judge
from graph.judgements.standing import SOON_DAYS, standing, statuses
from graph.loading.documents import StatedDocument
from graph.loading.layers import refresh_layers
from graph.loading.load import forget, load, preview
from graph.loading.originals import original
from graph.loading.reports import DocumentReport, Tally
from graph.loading.streams import Held, loaded_documents
from graph.page_questions import page_rows
from graph.reading import Cell, Limits, Table, read_query
from graph.searching import search_names, search_words
from graph.settings import Settings, read_settings
from graph.store import Row, Store

__all__ = [
    "EXPORTS",
    "SOON_DAYS",
    "STATUSES",
    "VERDICTS",
    "Cell",
    "DocumentReport",
    "Held",
    "Judgement",
    "Limits",
    "Row",
    "Scope",
    "Settings",
    "StatedDocument",
    "Store",
    "Table",
    "Tally",
    "connection_counts",
    "connections",
    "evidence",
    "forget",
    "guarded",
    "judge",
    "load",
    "loaded_documents",
    "original",
    "page_rows",
    "preview",
    "read_query",
    "read_settings",
    "refresh_layers",
    "search_names",
    "search_words",
    "standing",
    "statuses",
    "thing",
]
