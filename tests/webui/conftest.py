"""A graph with two small minutes, the pages over it, and a browser that looks at them."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from graph import Store, load, read_settings
from tests.webui.minutes import both
from webui import create_app
from webui.templating import BUILT


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An engine of this folder's own, with the minutes loaded."""
    with Store(replace(read_settings(), home=tmp_path_factory.mktemp("pages"), idle_seconds=5)) as opened:
        assert [report.outcome for report in load(opened, both())] == ["added", "added"]
        yield opened


@pytest.fixture(scope="session")
def app(store: Store) -> Flask:
    """The application over it."""
    if not BUILT.exists():
        pytest.skip("the pages are not built; `python3 gangmu.py test` builds them")
    return create_app(store)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor whose browser asks for Chinese."""
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "zh-CN"
    return client


@pytest.fixture(scope="session")
def ids(store: Store) -> dict[str, str]:
    """The id of one thing of each type, and of the directives and bodies that tests speak of."""
    rows = store.read("MATCH (n) WHERE n.id CONTAINS '-' RETURN n.id AS id, coalesce(n.name, n.title, n.text) AS name ORDER BY id")
    by_type = {row["id"].rpartition("-")[0]: row["id"] for row in rows}
    return by_type | {row["name"][:12]: row["id"] for row in rows if row["name"] and row["id"].startswith(("organization", "directive"))}


@pytest.fixture(scope="session")
def address(app: Flask) -> Iterator[str]:
    """The pages served on a free port."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


def token_in(page: str) -> str:
    """The token of the forms on a page."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found
    return found[1]
