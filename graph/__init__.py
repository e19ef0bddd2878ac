"""Keeps what minutes state as a graph and answers questions about it."""

from graph.entities import connection_counts, connections, evidence, thing
from graph.documents import StatedDocument
from graph.judgements import STATUSES, Judgement, judge
from graph.layers import refresh_layers
from graph.loading import forget, load, preview
from graph.originals import original
from graph.page_questions import page_rows
from graph.reports import DocumentReport, Tally
from graph.searching import search_names, search_words
from graph.settings import Settings, read_settings
from graph.store import Row, Store
from graph.streams import Held, loaded_documents

__all__ = [
    "DocumentReport", "Held", "Judgement", "Row", "STATUSES", "Settings", "StatedDocument", "Store", "Tally", "connection_counts",
    "connections", "evidence", "forget", "judge", "load", "loaded_documents", "original", "page_rows", "preview", "read_settings",
    "refresh_layers", "search_names", "search_words", "thing",
]
