"""Tables as JSON and CSV."""

from __future__ import annotations

import csv
import io
import json

import pytest

from graph.reading import Table, write_csv, write_json

TABLE = Table(["名称", "=x"], [["水利局", -5], ["=1+1", ["a", None]], ["-", {"a": 1}], ["@x", ["甲处", "乙处"]], ["＋1", 1.5], ["a,\"b\"\nc", True]])


def written(write: object) -> bytes:
    stream = io.BytesIO()
    assert callable(write)
    write(TABLE, stream)
    return stream.getvalue()


def test_csv_opens_in_excel() -> None:
    raw = written(write_csv)
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert rows == [["名称", "'=x"], ["水利局", "-5"], ["'=1+1", '["a", null]'], ["'-", '{"a": 1}'], ["'@x", "甲处、乙处"], ["'＋1", "1.5"], ['a,"b"\nc', "true"]]


@pytest.mark.parametrize("row", range(len(TABLE.rows)))
def test_json_holds_the_values(row: int) -> None:
    told = json.loads(written(write_json))
    assert told["columns"] == TABLE.columns
    assert told["rows"][row] == dict(zip(TABLE.columns, TABLE.rows[row], strict=True))
    assert told["truncated"] is False
