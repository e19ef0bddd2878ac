"""The analysts' door: runs a query that only reads, under bounds, and gives a table."""

from graph.reading.limits import Limits
from graph.reading.query import read_query
from graph.reading.rendering import write_csv, write_json, written
from graph.reading.table import Cell, Table

__all__ = ["Cell", "Limits", "Table", "read_query", "write_csv", "write_json", "written"]
