"""A small OpenAI-compatible server for tests: it answers each question as it is told to, rightly, wrongly, slowly or not at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Asked = list[dict[str, Any]]
"""The stretches of a question as the model sees them: number, wants, text, directive."""


class ModelServer:
    """`answer` gives the body for the stretches of a question, or the words of the model as text; every request is kept."""

    def __init__(self, answer: Callable[[Asked], object]) -> None:
        self.answer = answer
        self.requests: list[dict[str, Any]] = []
        self.headers: list[Mapping[str, str]] = []
        self.status = 200
        self.going = threading.Event()
        self.pause = 0.0
        self.piece = 0
        self.location = ""

    def body(self, request: dict[str, Any]) -> bytes:
        said = self.answer(json.loads(request["messages"][1]["content"]))
        if isinstance(said, bytes):
            return said
        content = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
        return json.dumps({"id": "1", "object": "chat.completion", "choices": [{"index": 0, "message": {"role": "assistant", "content": content}}]}).encode()


def finding(number: int, directive: str | None = None, owners: Mapping[str, str] | None = None, limit: str | None = None) -> dict[str, object]:
    """One finding; owners are words → role."""
    said = [{"words": words, "role": role} for words, role in (owners or {}).items()]
    return {"number": number, "directive": directive, "owners": said, "limit": limit}


def findings(*found: dict[str, object]) -> dict[str, object]:
    """The model's whole answer."""
    return {"findings": list(found)}


@contextmanager
def serving(answer: Callable[[Asked], object]) -> Iterator[tuple[ModelServer, str]]:
    """A server on loopback for the length of the block, and the address that GANGMU_MODEL takes."""
    model = ModelServer(answer)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            model.headers.append(dict(self.headers))
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.requests.append({"path": self.path, **request})
            body = model.body(request)
            self.send_response(model.status)
            if model.location:
                self.send_header("Location", model.location)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            step = model.piece or len(body) or 1
            try:
                for start in range(0, len(body), step):
                    if model.pause and model.going.wait(model.pause):
                        return
                    self.wfile.write(body[start:start + step])
                    self.wfile.flush()
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *arguments: object) -> None:
            """Keeps silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield model, f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        model.going.set()
        server.shutdown()
        server.server_close()
        thread.join()
