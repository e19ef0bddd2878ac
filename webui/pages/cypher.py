"""Cypher: a question in the analyst's own words, read-only, as a table and as a file."""

from __future__ import annotations

from flask import Blueprint, g, render_template, request
from werkzeug import Response

from graph import Limits, Table, read_query
from schema import EDGE_TYPES, NODE_TYPES, QueryError
from webui.asking import store
from webui.downloads import TYPES, attachment
from webui.languages import translated as _
from webui.tables import as_csv, as_json

ON_THE_PAGE = Limits(rows=1000)
IN_A_FILE = Limits(rows=100_000, seconds=30)

blueprint = Blueprint("cypher", __name__, url_prefix="/cypher")


@blueprint.get("/")
def show() -> str | tuple[str, int]:
    """The query's field and, once there is a query, its table."""
    query = request.args.get("query", "").strip()
    if not query:
        return _page("")
    try:
        return _page(query, table=_answer(query, ON_THE_PAGE))
    except QueryError as error:
        return _page(query, problem=str(error)), 400


@blueprint.get("/table.<any(csv, json):format>")
def table(format: str) -> Response | tuple[str, int]:
    """The table of the query as a file; a query that fails gets its page."""
    query = request.args.get("query", "").strip()
    try:
        answer = _answer(query, IN_A_FILE)
    except QueryError as error:
        return _page(query, problem=str(error)), 400
    return attachment(as_csv(answer) if format == "csv" else as_json(answer), f"gangmu.{format}", TYPES[format])


def _answer(query: str, limits: Limits) -> Table:
    return read_query(store(), query, {"as_of": g.as_of}, limits)


def _page(query: str, problem: str = "", table: Table | None = None) -> str:
    return render_template(
        "cypher.html", query=query, problem=problem, table=table, limits=ON_THE_PAGE, file_limits=IN_A_FILE,
        examples=_examples(), node_types=NODE_TYPES, edge_types=EDGE_TYPES,
    )


def _examples() -> list[tuple[str, str]]:
    return [
        (_("还没到期的牵头任务"), "MATCH (o:Organization)-[:LEADS]->(d:Directive) WHERE d.due >= $as_of "
                                    "RETURN o.name, d, d.due ORDER BY d.due"),
        (_("每次会议提出多少任务"), "MATCH (d:Directive)-[:MENTIONED_IN]->(:Document)-[:RECORDS]->(m:Meeting) "
                                    "RETURN m.date, m, count(DISTINCT d) AS directives ORDER BY m.date DESC"),
        (_("谁在什么时候担任什么职务"), "MATCH (p:Person)-[h:HOLDS]->(post:Post) "
                                        "RETURN p, post.title, min(h.from) AS first, max(h.to) AS last ORDER BY post.title, first"),
        (_("哪些政策文件被引用得最多"), "MATCH (x)-[:CITES]->(p:PolicyDocument) RETURN p, count(x) AS cited ORDER BY cited DESC LIMIT 20"),
    ]
